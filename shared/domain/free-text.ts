import { boxAt } from '../catalogue/derive/paths.ts'
import type { Path } from '../catalogue/field.ts'

/** Boxes of the forms in which people write sentences about anything, by their keys. */
const sentences: ReadonlySet<string> = new Set([
  'accounts.remarks',
  'salesOpinion',
  'owner.interests',
  'owner.honoraryPosts',
  'owner.career',
  'owner.strengths',
  'owner.specialSkill',
  'owner.weaknesses',
  'quality',
  'coverageArea',
  'vehicleNote',
])

/** Keys of the boxes in which people write what they like, also beside an address or a name of goods. */
export const freeTextKeys: readonly string[] = [...sentences, 'address', 'homeAddress', 'line', 'brandCompany']

/** Whether people write sentences at a path, on the forms or beside them. */
export function isFreeText(path: Path): boolean {
  const key = boxAt(path)?.field.key
  return key === undefined ? path.startsWith('extra.') || path === 'card.noCodeReason' : sentences.has(key)
}

/**
 * Where sentences stand that somebody wrote about a customer: in a box of the card, in its history only, in a box of the company, beside
 * the boxes, with an application, a signature, an opinion that was asked for, an answer in a packet, a check, a change request, a merge,
 * two customers that look alike, a consent, a request, a longer retention, as the name of a paper, as a tag, in the log, in a box of
 * another customer.
 */
export const freeTextKinds = [
  'box',
  'history',
  'extra',
  'card',
  'application',
  'comment',
  'opinion',
  'packet',
  'verification',
  'change',
  'merge',
  'duplicate',
  'consent',
  'request',
  'retention',
  'paper',
  'tag',
  'log',
  'other',
] as const
export type FreeTextKind = (typeof freeTextKinds)[number]
