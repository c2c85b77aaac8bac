import * as z from 'zod'

const licence = z.object({
  name: z.string(),
  version: z.string(),
  /** The name of the licence, as an SPDX expression. */
  licence: z.string(),
  /** The licence itself, or whom the package belongs to where it brings no text. */
  text: z.string(),
})
export type Licence = z.infer<typeof licence>

/** The licences of everything that is shipped, a file of the page that the build writes. */
export const licencesFile = 'licences.json'
export const licences = z.array(licence)
