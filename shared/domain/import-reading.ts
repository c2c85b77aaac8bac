import type { Problem } from './parsed.ts'

/** Why a file is not read as a table at all. The sentences for people live in shared/text, keyed by these codes. */
export const tableProblems = [
  'empty-file',
  'old-xls', // .xls and .et: the formats before 2007
  'password',
  'macro-file',
  'web-page', // many programs call an HTML or XML page .xls
  'other-format',
  'damaged',
  'too-large',
  'unpacks-too-large',
  'too-many-rows',
  'too-many-columns',
  'no-table', // nothing in it looks like a head with rows below it
  'cancelled',
] as const

/** One reason why a file is not read as a table. */
export type TableProblem = (typeof tableProblems)[number]

/** Why the cell of an imported sheet is not taken, beside what is refused of typed text (`problems`). */
export const cellProblems = [
  'ruined', // Excel kept fifteen digits of a longer number; the others are lost
  'error-cell', // #N/A, #REF! …
  'not-computed', // a formula whose file keeps no result
  'not-an-option',
  'not-yes-or-no',
  'date-for-number', // Excel made a date of a number such as 3-12
  'ambiguous-date', // 2024.1 is what Excel leaves of 2024.10
  'required',
  'row-of-nobody', // below a customer: no name, and more than further people and product lines of that one
] as const

/** One reason why a cell is not taken. */
export type CellProblem = Problem | (typeof cellProblems)[number]

/** What is pointed out about a cell that is taken all the same. */
export const cellNotes = ['credit-code-check', 'credit-code-letter', 'rounded', 'without-wan', 'without-yi'] as const
export type CellNote = (typeof cellNotes)[number]
