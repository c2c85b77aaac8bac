/** The five items that somebody other than the filler checks before any credit (rules 3, a to e). */
export const verificationItems = ['licence', 'registry', 'callback', 'visit', 'account'] as const
export type VerificationItem = (typeof verificationItems)[number]

/** What an attachment shows; a copy of an identity card alone proves no firm. */
export const attachmentKinds = [
  'licence',
  'lease',
  'utilityBill',
  'identityCard',
  'registryExtract',
  'photo',
  'contract',
  'creditReport',
  'signedPaper',
  'other',
] as const
export type AttachmentKind = (typeof attachmentKinds)[number]
