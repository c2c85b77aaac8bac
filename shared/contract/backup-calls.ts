import * as z from 'zod'
import { logBreak } from './audit-calls.ts'
import { command, query } from './call.ts'
import { diskEncryptions, passphraseLength } from '../domain/backups.ts'
import { password, reason } from './people-shapes.ts'
import { backup, delivered, instant, nothing, requestId, status } from './shapes.ts'
import { uploadId } from './uploads.ts'

const fileName = z.string().max(200)
const folder = z.string().trim().min(1).max(1000)
/** A passphrase or a recovery code, as it was typed. */
const secret = z.string().min(1).max(300)

/** What is known of the second copies. */
const second = z.object({
  /** Whether there is a passphrase that they are sealed with. */
  isLocked: z.boolean(),
  place: z.string().nullable(),
  /** Whether the second place can be reached now, and whether it lies on the disk of the data; nothing where nobody can tell. */
  isThere: z.boolean(),
  isSameDisk: z.boolean().nullable(),
  lastCopy: instant.nullable(),
})
export type SecondCopies = z.infer<typeof second>

/** What came in from a sealed file; `missing` counts the papers that did not come with it. */
const broughtIn = z.object({ file: fileName, missing: z.int() })

/** 备份 (rules 20): what there is, one more now, and one of them put back in a way that can be taken back. */
export const backupCalls = {
  'backups.list': query({
    input: nothing,
    output: z.object({ backups: z.array(backup), second, disk: z.enum(diskEncryptions) }),
    access: 'person',
  }),
  /** Whether the second copy is younger than seven days, for the line on 今日, and where the log is broken, for the line on every screen. */
  'backups.health': query({
    input: nothing,
    output: second.pick({ place: true, lastCopy: true }).extend({
      isLate: z.boolean(),
      logLostAt: instant.nullable(),
      logBreak: logBreak.nullable(),
    }),
    access: 'person',
  }),
  /** Looks at every page of the data and follows the whole log; nothing is written. */
  'backups.examine': query({
    input: nothing,
    output: z.object({ isSound: z.boolean(), detail: z.string() }),
    access: 'person',
  }),
  /** Takes a backup now; it is there once it was opened and checked. */
  'backups.take': command({ input: nothing, output: z.object({ file: fileName }), access: 'person' }),
  /** Puts a backup in the place of the data. The data as they stand are kept as a backup first; everybody has to sign in again. */
  'backups.restore': command({
    input: z.object({ file: fileName, password, reason }),
    output: nothing,
    access: 'backup.manage',
  }),
  /** Sets the passphrase of all backups that leave this place, and answers the recovery code, once. */
  'backups.setPassphrase': command({
    input: z.object({ password, passphrase: z.string().trim().min(passphraseLength).max(200) }),
    output: z.object({ code: z.string() }),
    access: 'backup.manage',
  }),
  /** Where second copies go from now on; nowhere for `null`. */
  'backups.setPlace': command({
    input: z.object({ password, place: folder.nullable() }),
    output: nothing,
    access: 'backup.manage',
  }),
  /** Copies the newest backup to the second place now. */
  'backups.copy': command({ input: nothing, output: z.object({ file: fileName }), access: 'person' }),
  /** All data and papers in one sealed file, for another computer. */
  'backups.takeAlong': command({
    input: z.object({ requestId, password }),
    output: delivered,
    access: 'backup.manage',
    delivers: true,
  }),
  /** Opens a sealed file into the backups, from which it can be restored. */
  'backups.bringIn': command({
    input: z.object({ upload: uploadId, secret }),
    output: broughtIn,
    access: 'backup.manage',
  }),
  /** The same in a folder that nobody has begun to use, whose data it becomes at once. */
  'app.bringIn': command({
    input: z.object({ upload: uploadId, secret }),
    output: z.object({ status, missing: z.int() }),
    access: 'anyone',
  }),
} as const
