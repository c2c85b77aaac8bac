/** What is asked for: a limit for a year or so, more for a few weeks, or less (rules 1, 2, 13). */
export const applicationKinds = ['standing', 'temporary', 'lowering'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

/** Where an application stands; 待… is `pending` with the step that is open, 已过期 follows from the day. */
export const applicationStates = ['draft', 'pending', 'returned', 'approved', 'rejected', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]

/** What somebody does with a step. */
export const decisions = ['agree', 'lower', 'return', 'reject'] as const
export type Decision = (typeof decisions)[number]

/** Where a step of the chain stands. `byHigher` 由上级代签: one person would hold two levels, the higher one signs. */
export const stepStates = [
  'waiting',
  'open',
  'signed',
  'returned',
  'rejected',
  'byHigher',
  'notNeeded',
  'void',
] as const
export type StepState = (typeof stepStates)[number]

/** From so many working days on a step is late, and from so many more it also goes to the next level (rules 14). */
export const lateFrom = 3
export const escalatedFrom = 5

/** How a signature came in: 甲 in the program, 乙 by the approver's own key, 丙 on a sheet or on paper (rules 5). */
export const evidenceGrades = ['jia', 'yi', 'bing'] as const
export type EvidenceGrade = (typeof evidenceGrades)[number]

/** What draws an approver's eye (rules 3, 4); each is ticked 已阅 before signing. */
export const flagCodes = [
  'samePhone',
  'sameAddress',
  'sameAccount',
  'sameContact',
  'sameFile',
  'employeePhone',
  'employeeAddress',
  'employeeAccount',
  'youngFirm',
  'largeFirst',
  'manyNewOfOne',
  'filledTooFast',
  'bestEverywhere',
  'postChanged',
  'passwordReset',
  'factsChanged',
  'keyFactChanged',
  'abnormalRegistry',
] as const
export type FlagCode = (typeof flagCodes)[number]
