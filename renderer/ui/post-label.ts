import { approvalPosts } from '../../shared/catalogue/approvals.ts'
import type { Post } from '../../shared/domain/roles.ts'
import type { Language } from '../../shared/text/language.ts'

/** A post of the chain as the form names it; empty where there is none. */
export function postLabel(post: Post | null, language: Language): string {
  return approvalPosts.find(({ code }) => code === post)?.label[language] ?? ''
}
