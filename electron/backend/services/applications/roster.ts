import type { Roster } from '../../../../shared/domain/chain.ts'
import { isPost, type Post } from '../../../../shared/domain/roles.ts'
import type { Connection } from '../../database/connection.ts'
import { type AccountRecord, allAccounts } from '../../repositories/accounts.ts'
import { delegationsOn } from '../../repositories/delegations.ts'

/** Who holds which post on a day, and who stands in for whom; disabled accounts count for nothing. Throws SqliteError. */
export function rosterOn(db: Connection, day: string): Roster {
  const active = allAccounts(db).filter(account => !account.disabled)
  const ids = new Set(active.map(account => account.id))
  return {
    holders: active
      .map(account => ({ personId: account.id, posts: postsOf(account) }))
      .filter(({ posts }) => posts.length > 0),
    delegations: delegationsOn(db, day)
      .filter(({ actorId, delegateId }) => ids.has(actorId) && ids.has(delegateId))
      .map(({ actorId, post, delegateId }) => ({ from: actorId, post, to: delegateId })),
  }
}

/** The posts that an account holds. */
function postsOf(account: Pick<AccountRecord, 'roles'>): Post[] {
  return account.roles.map(({ role }) => role).filter(isPost)
}
