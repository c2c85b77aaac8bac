import * as z from 'zod'
import { command, query } from './call.ts'
import { day, newPassword, password, person, personId, post, reason, role } from './people-shapes.ts'
import { instant, nothing, requestId, status } from './shapes.ts'

const optionalText = z.string().trim().max(200).nullable()

/** Who a person of the house is; phone, address and account are compared with customers to find fakes (rules 3). */
const staff = {
  name: z.string().trim().min(1).max(60),
  staffNo: z.string().trim().min(1).max(40).nullable(),
  phone: optionalText,
  address: optionalText,
  bankAccountNo: optionalText,
}

/** An account as whoever manages them sees it. */
export const account = z.object({
  id: personId,
  ...staff,
  roles: z.array(z.object({ role, since: instant })),
  mustChangePassword: z.boolean(),
  disabled: z.boolean(),
  lockedUntil: instant.nullable(),
  lastSignInAt: instant.nullable(),
})
export type Account = z.infer<typeof account>

const delegation = z.object({
  id: z.int(),
  from: person,
  to: person,
  post,
  fromOn: day,
  toOn: day,
  ended: z.boolean(),
})
export type Delegation = z.infer<typeof delegation>

/** Signing in, accounts and who stands in for whom. */
export const accountCalls = {
  /** Names to choose from when signing in, the last one that did first; namesakes are told apart by their staff number. */
  'session.people': query({
    input: nothing,
    output: z.object({ people: z.array(person.extend({ staffNo: z.string().nullable() })) }),
    access: 'anyone',
  }),
  /** The answer's session is sent along with every call from then on. */
  'session.signIn': command({
    input: z.object({ id: personId, password }),
    output: z.object({ session: z.string(), status }),
    access: 'anyone',
  }),
  'session.unlock': command({ input: z.object({ password }), output: status, access: 'anyone' }),
  'session.lock': command({ input: nothing, output: status, access: 'anyone' }),
  /** Says that somebody is here, who reads and makes no other call. */
  'session.stay': command({ input: nothing, output: nothing, access: 'anyone' }),
  'session.signOut': command({ input: nothing, output: status, access: 'anyone' }),
  'session.changePassword': command({
    input: z.object({ password, newPassword }),
    output: status,
    access: 'anyone',
  }),

  /** People to choose from: the responsible salesperson, whose opinion, who stands in; `readings` are their names in pinyin and its first letters. */
  'accounts.people': query({
    input: nothing,
    output: z.object({ people: z.array(person.extend({ roles: z.array(role), readings: z.array(z.string()) })) }),
    access: 'person',
  }),
  'accounts.list': query({
    input: nothing,
    output: z.object({ accounts: z.array(account) }),
    access: 'account.manage',
  }),
  /**
   * A new account with a first password, which has to be changed at the first sign-in. Posts are given by `policy.propose`, so whoever
   * shall only hold a post begins without any role.
   */
  'accounts.add': command({
    input: z.object({ requestId, ...staff, roles: z.array(role), password: newPassword }),
    output: account,
    access: 'account.manage',
  }),
  'accounts.change': command({
    input: z.object({ requestId, id: personId, ...staff, roles: z.array(role), disabled: z.boolean() }),
    output: account,
    access: 'account.manage',
  }),
  'accounts.resetPassword': command({
    input: z.object({ requestId, id: personId, password: newPassword }),
    output: account,
    access: 'account.manage',
  }),

  'delegations.list': query({
    input: nothing,
    output: z.object({ delegations: z.array(delegation) }),
    access: 'approval.read',
  }),
  /** Whoever holds a post lets somebody sign in their stead, for at most 30 days (rules 14). */
  'delegations.add': command({
    input: z.object({ requestId, post, to: personId, fromOn: day, toOn: day }),
    output: delegation,
    access: 'approval.sign',
  }),
  /** Ends a delegation before its time: its giver takes it back, or whoever was chosen refuses, who may hold no post at all. */
  'delegations.end': command({
    input: z.object({ requestId, id: z.int().positive(), reason }),
    output: nothing,
    access: 'person',
  }),
} as const
