import * as z from 'zod'
import { command, query } from './call.ts'
import { delivered, instant, language, nothing, requestId } from './shapes.ts'

/** One row of the log; `facts` name what is not delicate, digests stand for the rest. */
const auditRow = z.object({
  seq: z.int(),
  at: instant,
  localAt: z.string(),
  person: z.string(),
  machine: z.string(),
  action: z.string(),
  object: z.string(),
  reason: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  hash: z.string(),
})
export type AuditRow = z.infer<typeof auditRow>

/** The first row of the log that does not fit, and why. */
export const logBreak = z.object({ seq: z.int(), cause: z.enum(['hash', 'link', 'missing', 'record']) })

/** 防篡改日志 (rules 6). */
export const auditCalls = {
  'audit.list': query({
    input: z.object({
      object: z.string().max(80),
      action: z.string().max(80),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: z.int(), rows: z.array(auditRow) }),
    access: 'audit.read',
  }),
  /** 核对日志: the whole chain. `anchor` is the beginning of a hash printed earlier, to be found in it. */
  'audit.verify': command({
    input: z.object({
      anchor: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[0-9a-f]{12,64}$/)
        .nullable(),
    }),
    output: z.object({
      rows: z.int(),
      head: z.string(),
      broken: logBreak.nullable(),
      anchorAt: instant.nullable(),
    }),
    access: 'audit.read',
  }),
  /** 日志封存: the rows of one month as a workbook. `month` is YYYY-MM. */
  'audit.export': command({
    input: z.object({ requestId, month: z.string().regex(/^\d{4}-\d{2}$/), language }),
    output: delivered,
    access: 'audit.read',
    delivers: true,
  }),
  /** The newest hash, for prints. */
  'audit.head': query({ input: nothing, output: z.object({ head: z.string() }), access: 'person' }),
} as const
