import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'

/** Every way in which a call can fail; each has a sentence in every language that says what to do next. */
export const errorCodes = [
  'invalid-input', // a value does not fit its box; `fields` names the boxes
  'unknown-call',
  'not-signed-in', // the call needs a person, and nobody has signed in
  'session-locked', // the person was away for too long and has to unlock
  'password-expired', // a password set by somebody else has to be changed first
  'password-wrong',
  'too-many-tries', // after five wrong passwords an account rests for five minutes
  'account-disabled',
  'not-allowed', // the person has no right to it; `fields` names the boxes, if any
  'view-name-taken', // the person has another view of this name
  'name-taken', // a person of this name has an account; a namesake needs a staff number
  'roles-contradict', // an administrator holds no post
  'last-administrator',
  'own-application', // nobody signs, verifies or confirms what is their own
  'signed-already', // one person signs one level
  'needed-above', // the person is the only one left for a higher level
  'not-your-turn',
  'step-changed', // the step was decided or the application changed meanwhile
  'wrong-state', // the application is not in a state in which this can be done
  'frozen', // the KH002 is submitted and takes no changes
  'gates-closed', // the application can not be submitted yet; `fields` names the problems
  'reason-missing', // a reason of at least five characters is asked for
  'amount-too-large', // more than was asked for
  'grade-missing', // the last signature sets the grade
  'period-invalid', // dates that make no sense together
  'flags-unread', // every red flag has to be ticked first
  'verification-missing', // the card or the time has left behind what was verified; `fields` names the items
  'changes-unconfirmed', // those who signed have to confirm the changes first
  'needs-key', // so large a limit takes no signature on a sheet without a key
  'packet-refused', // the packet was changed or does not fit; read it to see why
  'scan-missing', // a signature on a sheet needs the scan of the signed paper
  'file-too-large',
  'file-type-unknown', // neither pdf, jpg, png, docx nor xlsx
  'attachment-damaged', // the kept file is gone or is not the one that was added
  'import-unreadable', // the file is no table; `fields` says why
  'import-stale', // a customer of the import was changed since it was checked
  'check-gone', // the check was thrown away; check again
  'undo-expired', // an import can be taken back for thirty days
  'file-unreadable',
  'upload-gone', // the uploaded file was used already or lost
  'delegate-unfit', // holds a lower post of the same chain, or is the same person
  'already-proposed',
  'already-set-up',
  'not-ready', // the data is being opened or could not be opened
  'not-found',
  'report-empty', // nothing stands under what was asked for, so no file is made
  'nothing-to-undo', // the last change of the card is not a save of this person of the last ten minutes
  'not-unique', // another customer has this number; `fields` names the box
  'duplicate-certain', // a customer with the same name or number is there; `fields` names the boxes
  'duplicate-probable', // a customer that is likely the same has to be answered first
  'name-missing',
  'shares-over-100',
  'conflict', // somebody else changed the same boxes; `present` is the record as it stands
  'card-changed', // the card is not as it was shown when it was found right
  'label-taken', // another extra box in use has this name
  'too-many-tags', // a customer has at most ten
  'too-many-boxes', // at most twenty extra boxes are in use
  'merged', // the card was merged into another one, which takes the changes
  'merge-impossible', // `fields` are what stands in the way, such as `pending KH002-0012-01`
  'merge-stale', // one of the two cards was changed since they were looked at
  'unmerge-impossible', // `fields` are what stands in the way
  'purpose-missing', // the company has not said what this personal data is kept for; `fields` names the boxes
  'consent-missing', // the person has not agreed, or not any more; `fields` names the boxes
  'erasure-impossible', // `fields` are what stands against it, such as `pending KH002-0012-01`
  'needs-change-request', // key boxes of a formal customer change by request; `fields` names them
  'change-pending', // a change of the box waits for its approval already; `fields` names the boxes
  'draft-gone', // the draft whose masked boxes were to be saved was saved or dropped elsewhere; `fields` names them
  'reveal-first', // masked boxes of a draft have to be seen before they are decided on; `fields` names them
  'accounts-differ', // the bank account was not typed twice the same
  'callback-missing', // another bank account needs a call-back that agrees
  'archived', // the customer is archived and takes no changes
  'cancelled', // the person closed the dialog or stopped the work
  'target-locked', // the file is open in another program
  'target-not-writable',
  'disk-full',
  'busy', // another process holds the database for too long
  'backup-damaged',
  'backup-foreign', // the file is no backup of this program
  'backup-newer', // made by a newer version
  'backup-cut', // the file ends before its end
  'secret-wrong', // neither the passphrase nor the recovery code
  'passphrase-missing', // backups for other places need a passphrase first
  'place-unfit', // the second place is no folder, can not be written, or lies within the data
  'backend-restarted', // the data process died in the call or answered too late; ask by requestId whether it was saved
  'releases-unreachable',
  'not-supported-here', // the host can not do it, such as a PDF in browser mode
  'unreachable', // browser mode lost its server
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Why a data folder could not be opened; each has a screen with words and actions. */
export const startProblems = [
  'data-in-use', // another running program owns the folder; `holder` says who
  'data-newer', // written by a newer version of the program
  'data-damaged',
  'data-foreign', // the file is no Kehu database
  'data-read-only',
  'data-unreachable', // the folder can not be made or read
  'migration-failed', // the backup taken before was put back
  'disk-full',
  'data-on-network', // on a share; `holder` names it
  'data-in-cloud', // in a folder that a service synchronises; `holder` names the service
] as const

export type StartProblem = (typeof startProblems)[number]

/** Boxes as a screen gets them; `masked` holds what stands in the place of delicate values that were not revealed (rules 11). */
export const shownValues = z.object({
  values: z.record(z.string(), valueSchema),
  masked: z.record(z.string(), z.string()),
})

/** The record as it stands now, sent with a conflict so that both versions can be shown. */
export const presentRecord = z.object({
  revision: z.int(),
  ...shownValues.shape,
  changedBy: z.string(),
  changedAt: z.string(),
})

/** An error as it crosses the boundary; `traceId` finds it in the log. */
export const callErrorSchema = z.object({
  code: z.enum(errorCodes),
  fields: z.array(z.string()).optional(),
  present: presentRecord.optional(),
  traceId: z.string(),
})

export type CallError = z.infer<typeof callErrorSchema>
export type PresentRecord = z.infer<typeof presentRecord>

/** The answer to every call: a value or an error, never an exception. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError }
