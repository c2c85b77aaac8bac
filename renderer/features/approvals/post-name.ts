import { approvalPosts } from '../../../shared/catalogue/approvals.ts'
import type { Post } from '../../../shared/domain/roles.ts'
import type { Language } from '../../../shared/text/language.ts'

/** A post of the chain as the form names it. */
export function postName(post: Post, language: Language): string {
  return approvalPosts.find(({ code }) => code === post)?.label[language] ?? post
}
