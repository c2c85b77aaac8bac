import * as z from 'zod'
import { valueSchema } from '../catalogue/derive/schema.ts'
import { controlledPaths, keyBoxes } from '../domain/key-boxes.ts'
import { command, query } from './call.ts'
import { foundDuplicates, givenAnswers } from './duplicate-calls.ts'
import { day, password, person, personId, reason } from './people-shapes.ts'
import { changes, customerId, draftKey, instant, nothing, requestId } from './shapes.ts'

const changeId = z.int().positive()
const text = z.string().trim().min(1).max(200)

/** What the person who called back found: the account is told by the customer, never read out to them. */
const callback = z.object({
  phone: text,
  source: z.enum(['registry', 'directory', 'contract']),
  spokeWith: text,
  calledOn: day,
})

/** What an approver should look at twice. No hint tells anything about a hidden account but that it is known. */
const changeHints = [
  'accountShared', // another customer has the new account
  'accountOfEmployee',
  'sameCustomer', // by its new name or number it would be another customer once more, whatever was answered
  'inChain', // an application of the customer waits for signatures
  'limitInForce', // the change asks for an early review of a limit
  'changedLately', // account or person in charge were changed in the last 90 days, too
  'bySalesperson', // asked for by whoever is responsible for the customer
] as const

const changeItem = z.object({
  path: z.enum(controlledPaths),
  from: valueSchema,
  /** Nothing while it is hidden. People stand here by their names. */
  to: valueSchema,
  isHidden: z.boolean(),
  /** The box is delicate and not revealed: `from` and `to` are masks. */
  isMasked: z.boolean(),
  /** The box says something else now than when the change was asked for. */
  isStale: z.boolean(),
})

export const changeRequest = z.object({
  id: changeId,
  customerId,
  customerNo: z.string(),
  customerName: z.string(),
  state: z.enum(['pending', 'approved', 'returned', 'withdrawn']),
  reason: z.string(),
  requestedBy: person,
  requestedAt: instant,
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  opinion: z.string().nullable(),
  items: z.array(changeItem),
  callback: callback.extend({ agrees: z.boolean(), by: person, at: instant }).nullable(),
  needsCallback: z.boolean(),
  hints: z.array(z.enum(changeHints)),
  may: z.object({ decide: z.boolean(), call: z.boolean(), withdraw: z.boolean() }),
})
export type ChangeRequest = z.infer<typeof changeRequest>

const decision = z.object({ requestId, id: changeId, opinion: reason })

/** Change control of the card (rules 7, 17): key boxes of a 正式客户 change only when somebody else approves. */
export const changeCalls = {
  /** Asks for a change of key boxes; each that says something else meanwhile is a `conflict`. A new bank account is typed twice. */
  'changes.request': command({
    input: z.object({
      requestId,
      customerId,
      revision: z.int(),
      changes: changes.refine(given => Object.keys(given).every(path => keyBoxes.some(box => box === path))),
      salesperson: personId.nullable(),
      accountAgain: z.string().max(60).nullable(),
      reason,
      draftKey: draftKey.optional(),
      duplicates: givenAnswers.optional(),
    }),
    output: z.object({ id: changeId }),
    access: 'change.request',
  }),
  /** Requests of one customer, or of all; pending ones first, then the newest. */
  'changes.list': query({
    input: z.object({ customerId: customerId.nullable(), onlyPending: z.boolean() }),
    output: z.object({ requests: z.array(changeRequest) }),
    access: 'basic.read',
  }),
  /** Records the call to a number that was found independently; `accountHeard` is what the customer said, compared by the program. */
  'changes.callback': command({
    input: callback.extend({ requestId, id: changeId, accountHeard: z.string().trim().min(1).max(60) }),
    output: z.object({ agrees: z.boolean() }),
    access: 'person',
  }),
  /** Who may is judged by the request, so that an attempt to approve one's own is logged. */
  'changes.approve': command({
    input: decision.extend({ password, duplicates: givenAnswers.optional() }),
    output: nothing,
    access: 'person',
  }),
  /** Who the customer would be once more if the change were carried out now, but for what was answered before (rules 8). */
  'changes.duplicates': query({
    input: z.object({ id: changeId }),
    output: foundDuplicates,
    access: 'basic.read',
  }),
  /** 退回: nothing changes; the opinion says why. */
  'changes.reject': command({ input: decision, output: nothing, access: 'person' }),
  'changes.withdraw': command({
    input: z.object({ requestId, id: changeId }),
    output: nothing,
    access: 'change.request',
  }),
  /** 曾用名, 旧证号 and bank accounts with their days. */
  'changes.past': query({
    input: z.object({ customerId }),
    output: z.object({
      formerNames: z.array(z.object({ name: z.string(), until: day, by: z.string() })),
      oldNumbers: z.array(
        z.object({ kind: z.enum(['businessRegNo', 'taxNo']), number: z.string(), until: day, by: z.string() }),
      ),
      bankAccounts: z.array(z.object({ account: z.string(), fromOn: day, toOn: day.nullable() })),
    }),
    access: 'basic.read',
  }),
} as const
