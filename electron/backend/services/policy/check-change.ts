import type { PolicyChange } from '../../../../shared/contract/policy-calls.ts'
import type { Matrix } from '../../../../shared/domain/policy.ts'
import { type Post, posts, rolesContradict } from '../../../../shared/domain/roles.ts'
import type { AccountRecord } from '../../repositories/accounts.ts'
import { CallFailure } from '../call-failure.ts'

/**
 * Refuses a change that can not be proposed; `day` is today, ISO.
 * @throws CallFailure `period-invalid` for a start in the past, `invalid-input` for tiers that make no sense, and as `refusePost`
 */
export function refuseChange(accounts: readonly AccountRecord[], change: PolicyChange, day: string): void {
  if (change.kind === 'post') {
    refusePost(accounts, change)
    return
  }
  if (change.startsOn < day) throw new CallFailure('period-invalid', { fields: ['startsOn'] })
  if (change.kind !== 'matrix') return
  const fields = faultsOf(change.matrix)
  if (fields.length > 0) throw new CallFailure('invalid-input', { fields })
}

/**
 * Refuses a post for an account that can not hold it.
 * @throws CallFailure `not-found`, `roles-contradict` for administrators and disabled accounts, `already-proposed` where it is held
 */
export function refusePost(
  accounts: readonly AccountRecord[],
  { account: id, post }: { readonly account: number; readonly post: Post },
): void {
  const account = accounts.find(candidate => candidate.id === id)
  if (!account) throw new CallFailure('not-found')
  const held = account.roles.map(({ role }) => role)
  if (account.disabled || rolesContradict([...held, post])) throw new CallFailure('roles-contradict')
  if (held.includes(post)) throw new CallFailure('already-proposed')
}

/** What makes no sense in a matrix: amounts that do not rise to a tier without end, posts twice or against the order of the chain. */
function faultsOf({ tiers }: Matrix): string[] {
  return tiers.flatMap(({ upTo, posts: signers }, index) => {
    const below = tiers[index - 1]?.upTo ?? -1
    const rises = index === tiers.length - 1 ? upTo === null : upTo !== null && upTo > below
    const inOrder = posts.filter(post => signers.includes(post)).join() === signers.join()
    return [...(rises ? [] : [`tiers.${index}.upTo`]), ...(inOrder ? [] : [`tiers.${index}.posts`])]
  })
}
