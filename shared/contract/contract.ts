import * as z from 'zod'
import { accountCalls } from './account-calls.ts'
import { applicationCalls } from './application-calls.ts'
import { backupCalls } from './backup-calls.ts'
import { attachmentCalls } from './attachment-calls.ts'
import { auditCalls } from './audit-calls.ts'
import { command, query } from './call.ts'
import { gridCalls } from './grid-calls.ts'
import { customerFilter } from './list-shapes.ts'
import { erasureCalls } from './erasure-calls.ts'
import { extraCalls } from './extra-calls.ts'
import { duplicateCalls, givenAnswers } from './duplicate-calls.ts'
import { importCalls } from './import-calls.ts'
import { mergeCalls } from './merge-calls.ts'
import { changeCalls } from './change-calls.ts'
import { packetCalls } from './packet-calls.ts'
import { personalCalls } from './personal-calls.ts'
import { policyCalls } from './policy-calls.ts'
import { newPassword, reason } from './people-shapes.ts'
import { shownValues } from './errors.ts'
import * as shape from './shapes.ts'

const companyName = z.string().trim().min(1).max(100)
const formNames = z.enum(['KH001', 'KH002'])
const ids = z.array(shape.customerId).max(200_000)
/** Customers one by one, or all that a filter means but the excepted ones. */
const selection = z.union([z.object({ ids: ids.min(1) }), z.object({ filter: customerFilter, except: ids.optional() })])

/** Every call that a screen can make of the backend, once. Types, checks and the handler table are derived from it. */
export const contract = {
  'app.status': query({ input: shape.nothing, output: shape.status, access: 'anyone' }),
  /** First run: the company and the first administrator, who is signed in with it and also fills in cards. */
  'app.setUp': command({
    input: z.object({
      company: companyName,
      person: z.string().trim().min(1).max(60),
      password: newPassword,
      language: shape.language,
    }),
    output: z.object({ session: z.string(), status: shape.status }),
    access: 'anyone',
  }),
  'app.setLanguage': command({ input: z.object({ language: shape.language }), output: shape.status, access: 'anyone' }),
  /** Corrects the name of the company; what was signed and handed out keeps the one it has. */
  'company.rename': command({
    input: z.object({ requestId: shape.requestId, company: companyName }),
    output: shape.nothing,
    access: 'account.manage',
  }),
  /** Tries once more to open a data folder that could not be opened. */
  'app.reopen': command({ input: shape.nothing, output: shape.status, access: 'anyone' }),
  'app.backups': query({
    input: shape.nothing,
    output: z.object({ backups: z.array(shape.backup) }),
    access: 'anyone',
  }),
  /** Puts a backup in the place of a database that can not be opened; the damaged file is kept beside it. */
  'app.restore': command({ input: z.object({ file: z.string().max(200) }), output: shape.status, access: 'anyone' }),
  /** A report for whoever helps: versions, paths, sizes, the last log lines; no customer data. */
  'app.report': query({ input: shape.nothing, output: z.object({ text: z.string() }), access: 'anyone' }),

  'customers.open': query({
    input: z.object({ id: shape.customerId }),
    output: shape.customerFile,
    access: 'basic.read',
  }),
  /** Makes a customer from a first card; numbers left out are given by the program. */
  'customers.create': command({
    input: z.object({
      requestId: shape.requestId,
      draftKey: shape.draftKey.optional(),
      kept: shape.keptBoxes.optional(),
      values: shape.newValues,
      duplicates: givenAnswers.optional(),
    }),
    output: shape.saved,
    access: 'basic.write',
  }),
  /** Saves changed boxes, each of which needs the right to write its section (`not-allowed` otherwise). Different boxes merge; a box that somebody else changed since `revision` is a `conflict`. */
  'customers.save': command({
    input: z.object({
      requestId: shape.requestId,
      draftKey: shape.draftKey.optional(),
      kept: shape.keptBoxes.optional(),
      id: shape.customerId,
      revision: z.int(),
      changes: shape.changes,
      duplicates: givenAnswers.optional(),
    }),
    output: shape.saved,
    access: 'basic.read',
  }),
  /** Takes the person's own last save back, which led to `revision`, for as long as nothing was changed since. */
  'customers.undoSave': command({
    input: z.object({ requestId: shape.requestId, id: shape.customerId, revision: z.int() }),
    output: shape.saved,
    access: 'basic.read',
  }),
  /** 停用 in the place of deletion, with its reason, and back; who is brought back needs none. */
  'customers.archive': command({
    input: z.object({ requestId: shape.requestId, id: shape.customerId, archived: z.boolean(), reason }),
    output: z.object({ revision: z.int() }),
    access: 'basic.write',
  }),
  'customers.history': query({
    input: z.object({ id: shape.customerId }),
    output: z.object({ entries: z.array(shape.historyEntry) }),
    access: 'basic.read',
  }),
  /** The file as it stood at an instant. */
  'customers.asOf': query({
    input: z.object({ id: shape.customerId, at: shape.instant }),
    output: shownValues,
    access: 'basic.read',
  }),

  'drafts.put': command({
    input: z.object({
      key: shape.draftKey,
      revision: z.int(),
      cells: shape.draftCells,
      kept: shape.keptBoxes.optional(),
    }),
    output: z.object({ savedAt: shape.instant }),
    access: 'basic.read',
  }),
  'drafts.discard': command({ input: z.object({ key: shape.draftKey }), output: shape.nothing, access: 'basic.read' }),
  /** Cards that were begun and never saved, newest first. */
  'drafts.list': query({
    input: shape.nothing,
    output: z.object({ drafts: z.array(shape.draft) }),
    access: 'basic.read',
  }),

  /** Whether a command was carried out, asked after a lost answer. */
  'requests.outcome': query({
    input: z.object({ requestId: shape.requestId }),
    output: z.object({ saved: shape.saved.nullable() }),
    access: 'person',
  }),

  /** KH001 and KH002 of the chosen customers as one workbook, a sheet each. */
  'exports.forms': command({
    input: z.object({
      requestId: shape.requestId,
      ids: z.array(shape.customerId).min(1).max(500),
      forms: z.array(formNames).min(1),
      withDelicate: z.boolean(),
      /** Why delicate boxes leave the house; asked for where they do (rules 11). */
      reason: reason.optional(),
      language: shape.language,
    }),
    output: shape.delivered,
    access: 'export.make',
    delivers: true,
  }),
  /** 客户名册: one row per customer with the chosen columns. */
  'exports.register': command({
    input: z.object({
      requestId: shape.requestId,
      selection,
      columns: z.array(shape.exportPath).min(1).max(200),
      /** With a column for each extra box in use. */
      withExtra: z.boolean().optional(),
      withDelicate: z.boolean(),
      /** Why delicate boxes leave the house; asked for where they do (rules 11). */
      reason: reason.optional(),
      language: shape.language,
    }),
    output: shape.delivered,
    access: 'export.make',
    delivers: true,
  }),
  /** Notes that forms of a customer go to the printer from the screen; answers what they say, the delicate boxes where they were asked for. */
  'exports.printed': command({
    input: z.object({
      requestId: shape.requestId,
      id: shape.customerId,
      forms: z.array(formNames).min(1),
      withDelicate: z.boolean(),
      /** Why delicate boxes leave the house; asked for where they do (rules 11). */
      reason: reason.optional(),
    }),
    output: z.object({ values: shownValues.shape.values }),
    access: 'basic.read',
  }),
  'exports.cancel': command({
    input: z.object({ requestId: shape.requestId }),
    output: shape.nothing,
    access: 'person',
  }),
  ...accountCalls,
  ...policyCalls,
  ...applicationCalls,
  ...attachmentCalls,
  ...packetCalls,
  ...erasureCalls,
  ...auditCalls,
  ...gridCalls,
  ...extraCalls,
  ...duplicateCalls,
  ...importCalls,
  ...mergeCalls,
  ...changeCalls,
  ...backupCalls,
  ...personalCalls,
} as const

export type Contract = typeof contract
export type CallName = keyof Contract

/** What a caller passes. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler receives, checked and completed. */
export type Checked<N extends CallName> = z.output<Contract[N]['input']>
/** What a call answers when it succeeds. */
export type Output<N extends CallName> = z.output<Contract[N]['output']>
