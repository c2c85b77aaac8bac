import * as z from 'zod'

/** A file that a page has put into the inbox; used up by the call that names it. */
export const uploadId = z.uuid()

/** What an upload answers. */
export interface Uploaded {
  readonly upload: string
}

/** The largest file that can be uploaded, in bytes: a list of a hundred thousand customers has some 30 MB. */
export const uploadLimit = 100 * 1024 * 1024

/** The largest sealed backup that a page can hand over, in bytes: what a minute brings in. The window has no such limit. */
const backupLimit = 2 * 1024 * 1024 * 1024

/** What a page hands over, and how large each may be at most, in bytes. */
export const uploadKinds = { file: uploadLimit, backup: backupLimit } as const
export type UploadKind = keyof typeof uploadKinds

/** The largest paper that is kept with a customer, in bytes. */
export const attachmentLimit = 20 * 1024 * 1024
