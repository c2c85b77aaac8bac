import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Account } from '../../shared/contract/account-calls.ts'
import type { Post, Role } from '../../shared/domain/roles.ts'
import { type Company, decision, idOf } from '../backend/company.ts'
import type { Caller } from '../backend/desk.ts'
import { expectLogged } from '../backend/logged.ts'

/** A request that nobody has made before. */
export const requestId = () => randomUUID()
/** An application as somebody sees it. */
export const open = (by: Caller, id: number) => by.ask('applications.open', { id })

/** Tries to agree to the open step; answers why that is refused. */
export async function refusedTo(by: Caller, seen: Caller, id: number): Promise<string> {
  return (await by.refusal('applications.decide', decision(await open(seen, id)))).code
}

/** Expects somebody to be refused the open step for a reason, and the log to say so. */
export async function expectRefused(company: Company, by: Caller, id: number, code: string): Promise<void> {
  await expectLogged(
    company.desk,
    { action: 'refused.signature', object: `application:${id}`, facts: { code } },
    async () => expect(await refusedTo(by, by, id)).toBe(code),
  )
}

/** Changes an account as the administrator does, the rest of it left as it is. */
export async function change(
  { desk, ids }: Company,
  name: string,
  more: { roles?: readonly Role[]; staffNo?: string; disabled?: boolean },
): Promise<void> {
  const { accounts } = await desk.ask('accounts.list', {})
  const account = accounts.find(({ id }) => id === idOf({ ids }, name))
  if (!account) throw new Error(`nobody is called ${name}`)
  await desk.ask('accounts.change', {
    requestId: requestId(),
    ...wanted(account),
    ...more,
    roles: rolesOf(account, more.roles),
  })
}

/** An account as it is, for a change of it. */
export const wanted = ({ id, name, staffNo, phone, address, bankAccountNo, disabled }: Account) => ({
  id,
  name,
  staffNo,
  phone,
  address,
  bankAccountNo,
  disabled,
})
/** The roles of an account and more. */
export const rolesOf = ({ roles }: Account, more: readonly Role[] = []) => [
  ...new Set([...roles.map(({ role }) => role), ...more]),
]

/** A week in which somebody stands in. */
export const delegation = (post: Post, to: number) =>
  ({ requestId: requestId(), post, to, fromOn: '2026-11-23', toOn: '2026-11-30' }) as const

/** Changes a box of the card that stays open while an application is in the chain. */
export async function editAddress(by: Caller, customerId: number): Promise<void> {
  const { revision, values } = await by.ask('customers.open', { id: customerId })
  const outcome = await by.save(customerId, revision, {
    'customer.address': { from: values['customer.address'] ?? null, to: '城东仓库' },
  })
  expect(outcome.ok).toBe(true)
}
