import * as z from 'zod'

/** A file that a page has put into the inbox; used up by the call that names it. */
export const uploadId = z.uuid()

/** What an upload answers. */
export interface Uploaded {
  readonly upload: string
}

/** The largest file that can be uploaded, in bytes. */
export const uploadLimit = 20 * 1024 * 1024
