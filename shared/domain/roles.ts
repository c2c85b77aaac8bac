import { approvalPosts } from '../catalogue/approvals.ts'

/** The posts of the approval chain from the lowest to the highest; a post is held as a role of an account. */
export const posts = ['officeHead', 'salesManager', 'marketingVp', 'generalManager'] as const
export type Post = (typeof posts)[number]

/** What an account may be (rules 19); the four posts sign, all others never do. */
export const roles = ['filler', ...posts, 'verifier', 'accountant', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** What a call may ask of the person who makes it: one right per section of the data and what is done with it. */
export const rights = [
  'basic.read',
  'basic.write',
  'customers.merge',
  'credit.read',
  'credit.write',
  'delicate.read',
  'delicate.write',
  'bank.read',
  'bank.write',
  'approval.read',
  'approval.apply',
  'approval.sign',
  'approval.verify',
  'limit.release',
  'duplicate.override',
  'change.request',
  'change.approve',
  'export.make',
  'import.make',
  'account.manage',
  'policy.propose',
  'policy.approve',
  'audit.read',
  'backup.manage',
  'personal.handle',
  'personal.manage',
] as const
export type Right = (typeof rights)[number]

const seen: readonly Right[] = ['basic.read', 'credit.read', 'bank.read', 'approval.read', 'export.make']
const signs: readonly Right[] = [...seen, 'delicate.read', 'approval.sign', 'change.approve']

const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  // Importing is filling in many cards at once. A post that did so could no longer sign for any of these customers.
  filler: [
    ...seen,
    'basic.write',
    'credit.write',
    'delicate.read',
    'delicate.write',
    'bank.write',
    'approval.apply',
    'import.make',
    'change.request',
    'personal.handle',
  ],
  officeHead: signs,
  salesManager: [...signs, 'duplicate.override', 'customers.merge'],
  marketingVp: signs,
  generalManager: [...signs, 'policy.approve', 'audit.read', 'backup.manage', 'personal.manage'],
  verifier: [...seen, 'approval.verify'],
  accountant: [...seen, 'limit.release'],
  // No business data: who manages the accounts neither writes nor signs what they are about.
  administrator: [
    'basic.read',
    'account.manage',
    'policy.propose',
    'audit.read',
    'backup.manage',
    'personal.handle',
    'personal.manage',
  ],
  auditor: [...seen, 'delicate.read', 'audit.read'],
}

/** Everything that somebody with these roles may do. */
export function rightsOf(held: readonly Role[]): ReadonlySet<Right> {
  return new Set(held.flatMap(role => rightsOfRole[role]))
}

/** Whether a role is a post of the chain. */
export function isPost(role: string): role is Post {
  return approvalPosts.some(post => post.code === role)
}

/** The roles of one account must not contradict each other: an administrator holds no post (rules 1). */
export function rolesContradict(held: readonly Role[]): boolean {
  return held.includes('administrator') && held.some(isPost)
}

/** Whether somebody with these roles may stand in for a post: no administrator, and no lower post of the same chain (rules 14). */
export function mayStandIn(post: Post, held: readonly Role[]): boolean {
  return !held.includes('administrator') && held.filter(isPost).every(own => posts.indexOf(own) >= posts.indexOf(post))
}
