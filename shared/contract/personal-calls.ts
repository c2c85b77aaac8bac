import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'
import { command } from './call.ts'
import { customerId, nothing } from './shapes.ts'

/** Personal data (rules 11): what is masked, and who looks behind the mask. */
export const personalCalls = {
  /**
   * Shows the delicate boxes of a customer to whoever has the right, for `seconds`: until then every call answers them to that person.
   * Each time is a row of the log.
   */
  'personal.reveal': command({
    input: z.object({ customerId }),
    output: z.object({ values: z.record(z.string(), valueSchema), seconds: z.int() }),
    access: 'basic.read',
  }),
  /** Puts the mask back before the time is over. */
  'personal.conceal': command({ input: z.object({ customerId }), output: nothing, access: 'basic.read' }),
} as const
