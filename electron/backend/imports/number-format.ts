import type { DateCell } from './table.ts'

/** What a number format makes of a number. */
export type NumberKind = 'plain' | 'percent' | DateCell['shows']

// Formats 27 to 36 and 50 to 58 have no code of their own in files: each Chinese, Japanese or Korean program shows its dates by them.
const builtIn: Readonly<Record<number, NumberKind>> = {
  9: 'percent',
  10: 'percent',
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'month',
  22: 'day',
  27: 'month',
  28: 'day',
  29: 'day',
  30: 'day',
  31: 'day',
  36: 'month',
  50: 'month',
  51: 'day',
  52: 'month',
  53: 'day',
  54: 'day',
  57: 'month',
  58: 'day',
}

/** What the number format with this id makes of a number; `code` is the one that the file defines for it, if any. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  return code === undefined ? (builtIn[id] ?? 'plain') : kindOfCode(code)
}

function kindOfCode(code: string): NumberKind {
  const shape = (code.split(';')[0] ?? '')
    .toLowerCase()
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
  if (/general|@/.test(shape)) return 'plain'
  if (shape.includes('%')) return 'percent'
  const hasYear = /y|e(?![+-])/.test(shape)
  if (shape.includes('d')) return 'day'
  if (!hasYear) return 'plain' // with hours and seconds the m are minutes, and a month alone is no date
  return shape.includes('m') ? 'month' : 'year'
}
