import type { ZodError } from 'zod'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'

/** Which parts of an input were refused: boxes by their path, everything else by its place in the input. */
export function refusedFields(error: ZodError): string[] {
  const fields = error.issues.map(({ path }) => {
    const steps = path.map(String)
    return steps.find(step => boxAt(step)) ?? steps.join('.').slice(0, longestField)
  })
  return [...new Set(fields)].slice(0, mostFields)
}

// Names that rubbish carries with it are not sent back at full length or in full number.
const longestField = 80
const mostFields = 200
