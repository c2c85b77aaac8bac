import type { Verdict } from './goals.ts'

const heads = ['work', 'customers', 'median', 'p95', 'beside it', 'median', 'p95', 'ratio', 'goal', 'met']

/** The verdicts as one table of text in Markdown, which also reads well on a terminal. */
export function table(verdicts: readonly Verdict[]): string {
  const rows = [heads, heads.map(() => ''), ...verdicts.map(row)]
  const widths = heads.map((_, column) => Math.max(...rows.map(cells => cells[column]?.length ?? 0)))
  return rows
    .map((cells, index) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, index === 1 ? '-' : ' ')))
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function row({ work, customers, unit, ours, beside, ratio, goal, met }: Verdict): string[] {
  const amount = (value: number | undefined) => (value === undefined ? '' : `${rounded(value)} ${unit}`)
  const verdict = met === undefined ? '' : met ? 'yes' : 'NO'
  const other = [beside?.what ?? '', amount(beside?.median), amount(beside?.p95)]
  return [
    work,
    customers.toLocaleString('en'),
    amount(ours.median),
    amount(ours.p95),
    ...other,
    ratio ?? '',
    goal ?? '',
    verdict,
  ]
}

const rounded = (value: number) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
