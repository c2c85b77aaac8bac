import * as z from 'zod'
import { command, query } from './call.ts'
import { password, reason } from './people-shapes.ts'
import { backup, nothing } from './shapes.ts'

const fileName = z.string().max(200)

/** 备份 (rules 20): what there is, one more now, and one of them put back in a way that can be taken back. */
export const backupCalls = {
  'backups.list': query({
    input: nothing,
    output: z.object({ backups: z.array(backup) }),
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
} as const
