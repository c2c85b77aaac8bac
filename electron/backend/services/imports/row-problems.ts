import { displayValue } from '../../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { isEmpty, valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../../../shared/catalogue/field.ts'
import type { ImportProblem } from '../../../../shared/contract/import-calls.ts'
import type { ImportChange } from '../../../../shared/domain/imports.ts'
import { storageProblems, warningAt } from '../../../../shared/domain/warnings.ts'
import type { Connection } from '../../database/connection.ts'
import type { SheetRecord } from '../../imports/read-records.ts'
import { CallFailure } from '../call-failure.ts'
import { canonical } from '../canonical.ts'
import { closedAnswers } from '../personal/refuse-closed.ts'

/** A problem of a row: what it is, the box where it is about one, and what the cell says. */
export function problemAt(code: string, path: Path | null, text: string): ImportProblem {
  return { code, path, column: '', found: text }
}

/** The same for a cell that could not be read, or that is taken and should be looked at. */
export function cellProblem({ code, path, found }: SheetRecord['problems' | 'notes'][number]): ImportProblem {
  return problemAt(code, path, found)
}

/**
 * All that use cases would refuse, as problems of the row, so that nobody corrects one to hear of the next. Throws whatever is no
 * refusal.
 */
export function refusals(checks: readonly (() => void)[], values: Values): ImportProblem[] {
  return checks.flatMap(check => refusal(check, values))
}

function refusal(check: () => void, values: Values): ImportProblem[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    const { code, fields = [] } = error
    if (fields.length === 0) return [problemAt(code, null, '')]
    return fields.map(path => problemAt(code, path, foundText(valueAt(values, path))))
  }
}

/** What a row fills in of boxes that are open for its customer, and the cells that are left out since theirs are closed (rules 11). Throws SqliteError. */
export function openCells(
  db: Connection,
  customerId: number | undefined,
  { before, given }: { readonly before: Values; readonly given: Values },
): { readonly open: Values; readonly leftOut: readonly ImportProblem[] } {
  const closed = closedAnswers(db, customerId, { before, after: { ...before, ...given } })
  const left = [...closed].filter(([path]) => Object.hasOwn(given, path))
  if (left.length === 0) return { open: given, leftOut: [] }
  return {
    open: Object.fromEntries(Object.entries(given).filter(([path]) => !closed.has(path))),
    leftOut: left.map(([path, why]) => problemAt(why, path, formText(path, valueAt(given, path)))),
  }
}

/** An answer in the words of the forms. */
function formText(path: Path, value: Value): string {
  const field = boxAt(path)?.field
  return field ? displayValue(field, value, 'zh-CN') : foundText(value)
}

/** Why what a row makes of a customer can not be stored. */
export function unstorable(values: Values): ImportProblem[] {
  return storageProblems(values).map(({ code, path }) => problemAt(code, path, foundText(valueAt(values, path))))
}

/** What looks wrong in boxes that a row fills in (rules 18), as the card says it: the row is written all the same. */
export function warned(values: Values, changes: readonly ImportChange[], today: string): ImportProblem[] {
  return changes.flatMap(({ path, to }) => {
    const warning = isEmpty(to) ? undefined : warningAt(values, path, today)
    if (!warning) return []
    const { code, facts = {} } = warning
    // Its sentence repeats the part that is wrong.
    const isQuoted = Object.hasOwn(facts, 'phone') || Object.hasOwn(facts, 'word')
    return { ...problemAt(code, path, isQuoted ? '' : formText(path, to)), facts: { ...facts } }
  })
}

/** Notes behind those that are known, one a box. */
export function withNotes(known: readonly ImportProblem[], further: readonly ImportProblem[]): ImportProblem[] {
  return [...known, ...further.filter(({ path }) => known.every(note => note.path !== path))]
}

/** Further problems behind those that are known; what is missing since its cell could not be read is none of its own. */
export function withFurther(known: readonly ImportProblem[], further: readonly ImportProblem[]): ImportProblem[] {
  const told = new Set(known.flatMap(({ path }) => path ?? []))
  return [...known, ...further.filter(({ path }) => path === null || !told.has(path))]
}

/** A value as the sentence about it repeats it. */
export function foundText(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Values as they are stored, and what is wrong with others. */
export interface Storable {
  readonly stored: Values
  readonly problems: readonly ImportProblem[]
}

/** Values in the form in which they are stored, and those that their boxes do not take. A number that tells records apart can not be emptied. */
export function storable(values: Values): Storable {
  const stored: Record<Path, Value> = {}
  const problems: ImportProblem[] = []
  for (const [path, value] of Object.entries(values)) {
    const field = boxAt(path)?.field
    const clean = field && canonical(field, value)
    if (clean === undefined || (clean === null && field?.unique))
      problems.push(problemAt('not-accepted', path, foundText(value)))
    else stored[path] = clean
  }
  return { stored, problems }
}
