import * as z from 'zod'
import { boxAt } from '../catalogue/derive/paths.ts'
import { valueSchema, valuesSchema } from '../catalogue/derive/schema.ts'
import { backupReasons } from '../domain/backups.ts'
import { languages } from '../text/language.ts'
import { shownValues, startProblems } from './errors.ts'
import { right, role } from './people-shapes.ts'

export const language = z.enum(languages)
export const instant = z.iso.datetime() // UTC, as of Date.toISOString
export const requestId = z.uuid()
export const customerId = z.int().positive()
export const nothing = z.object({})

const boxPath = z
  .string()
  .max(80)
  .refine(path => boxAt(path) !== undefined)

/** Who is signed in. */
export const actor = z.object({
  id: z.int(),
  name: z.string(),
  roles: z.array(role),
  rights: z.array(right),
  /** A password that somebody else has set must be changed before anything else. */
  mustChangePassword: z.boolean(),
})
export type Actor = z.infer<typeof actor>

/** What the window shows before and beside everything else. */
export const status = z.object({
  /** `signedOut`: nobody has signed in; `locked`: `actor` has, and was away for too long. */
  phase: z.enum(['opening', 'setup', 'signedOut', 'locked', 'ready', 'broken']),
  /** While cards of an earlier version are read anew for longer than a moment: how far that is, from 0 to 1. */
  reading: z.number().optional(),
  problem: z.object({ code: z.enum(startProblems), detail: z.string(), holder: z.string().optional() }).optional(),
  company: z.string().optional(),
  actor: actor.optional(),
  language,
  version: z.string(),
  dataDir: z.string(),
  sample: z.boolean(),
  lastBackup: instant.nullable(),
})
export type Status = z.infer<typeof status>

/** A backup that was opened; `customers` and `applications` count what is in it, `logHead` is the newest hash of its log. */
export const backup = z.object({
  file: z.string(),
  at: instant,
  /** Why it was taken; nothing for one from before reasons were kept. */
  reason: z.enum(backupReasons).nullable(),
  bytes: z.int(),
  customers: z.int(),
  applications: z.int(),
  logHead: z.string(),
})
export type Backup = z.infer<typeof backup>

/** One row of the customer list: what every screen needs of it, and of the columns that were asked for what is known and may be seen. */
export const customerRow = z.object({
  id: customerId,
  customerNo: z.string(),
  name: z.string(),
  archived: z.boolean(),
  cells: z.record(z.string(), valueSchema),
})
export type CustomerRow = z.infer<typeof customerRow>

/** What is typed but not saved: per box what it said before, the value now and, where it could not be understood yet, the text itself. */
const draftCell = z.object({ from: valueSchema, value: valueSchema, entry: z.string().max(100_000).optional() })
export const draftCells = z.record(boxPath, draftCell)

/** A draft belongs to one window on a customer (`customer:12:…`) or to a card that has never been saved (`new:…`); … is a UUID. */
export const draftKey = z.string().regex(/^(customer:\d{1,12}|new):[0-9a-f-]{36}$/)
/** Boxes of a draft that the page knows by their masks only: they stay what they are there. */
export const keptBoxes = z.array(boxPath).max(500)
export const draft = z.object({
  key: draftKey,
  revision: z.int(),
  cells: draftCells,
  /** What stands in the place of delicate answers; empty where one was taken out (rules 11). */
  masked: z.record(z.string(), z.string()),
  savedAt: instant,
  by: z.string(),
})
export type Draft = z.infer<typeof draft>

/** One customer with both forms; `values` holds only what is known. */
export const customerFile = z.object({
  id: customerId,
  customerNo: z.string(),
  revision: z.int(),
  archived: z.boolean(),
  /** The card that it was merged into, if it was. */
  mergedInto: z.object({ id: customerId, customerNo: z.string(), name: z.string() }).nullable(),
  ...shownValues.shape,
  changedAt: instant,
  changedBy: z.string(),
  /** Why a customer was put aside, by whom and when. */
  archivedWhy: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  /** When the card became that of a 正式客户. */
  formalSince: instant.nullable(),
  draft: draft.nullable(),
})
export type CustomerFile = z.infer<typeof customerFile>

/** The answer to a save, given only after the commit. */
export const saved = z.object({
  id: customerId,
  customerNo: z.string(),
  revision: z.int(),
  ...shownValues.shape,
  savedAt: instant,
})
export type Saved = z.infer<typeof saved>

/** A changed box with what it said when the person began to type, so that only true clashes count as conflicts. */
const change = z.object({ from: valueSchema, to: valueSchema })
export const changes = z.record(boxPath, change)
export type Changes = z.infer<typeof changes>

export const newValues = valuesSchema

/** One changed box of one save. */
export const historyEntry = z.object({
  id: z.int(),
  at: instant,
  by: z.string(),
  /** Who let the change of a key box through. */
  approvedBy: z.string().nullable(),
  /** Why, where a request or a merge says it. */
  reason: z.string().nullable(),
  /** The name of the file, where an import did it. */
  importedFrom: z.string().nullable(),
  path: z.string(),
  /** The box is delicate and not revealed: `from` and `to` are nothing, whatever it said, but of an account its mask. */
  isMasked: z.boolean(),
  from: valueSchema,
  to: valueSchema,
})
export type HistoryEntry = z.infer<typeof historyEntry>

/** A finished file: its name and where the host put it (a path in Electron, a one-time download in browser mode). */
export const delivered = z.object({
  fileName: z.string(),
  savedTo: z.string().optional(),
  download: z.string().optional(),
})
export type Delivered = z.infer<typeof delivered>

export const exportPath = boxPath
