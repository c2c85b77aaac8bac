import { randomUUID } from 'node:crypto'
import { isEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import type { Saved } from '../../shared/contract/shapes.ts'
import {
  closedWhy,
  healthPath,
  isSensitive,
  ownerSubject,
  type PersonalClass,
  personalClasses,
} from '../../shared/domain/personal.ts'
import type { Caller, Desk } from './desk.ts'

/** Says what the company keeps a group of personal data for. */
export async function recordPurpose(
  administrator: Caller,
  group: PersonalClass,
  more: { readonly retentionMonths?: number; readonly needsConsent?: boolean } = {},
): Promise<void> {
  await administrator.ask('personal.setPurpose', {
    requestId: randomUUID(),
    class: group,
    purpose: '判断能否持续经营',
    necessity: '只靠负责人一人经营',
    retentionMonths: 12,
    needsConsent: isSensitive(group),
    ...more,
  })
}

/** Says so for every group. */
export async function recordPurposes(administrator: Caller): Promise<void> {
  for (const group of personalClasses) await recordPurpose(administrator, group)
}

/** Records that a person of a card agrees. */
export async function recordConsent(
  by: Caller,
  customerId: number,
  classes: readonly PersonalClass[],
  { subject = ownerSubject, givenOn = '2026-11-01' } = {},
): Promise<void> {
  await by.ask('personal.recordConsent', {
    requestId: randomUUID(),
    customerId,
    subject,
    classes: [...classes],
    givenOn,
    manner: 'written',
    note: null,
    attachmentId: null,
  })
}

/** Makes a customer and fills in somebody's health the only way there is: once purpose and consent are recorded. */
export async function createWithHealth(
  desk: Caller,
  { [healthPath]: health = null, ...values }: Values,
): Promise<Saved> {
  const created = await desk.create(values)
  if (isEmpty(health)) return created
  await recordPurpose(desk, 'health')
  await recordConsent(desk, created.id, ['health'])
  const outcome = await desk.save(created.id, created.revision, { [healthPath]: { from: null, to: health } })
  if (!outcome.ok) throw new Error(`the health was refused: ${outcome.error.code}`)
  return outcome.value
}

/** Adds a copy of the identity card of the first person in charge, who has agreed; answers its id. */
export async function addIdentityPaper(
  { desk }: { readonly desk: Pick<Desk, 'backend'> },
  by: Caller,
  customerId: number,
): Promise<number> {
  const received = await desk.backend.receiveUpload([Buffer.from('%PDF-1.4\nidentity\n%%EOF\n')])
  if (!received.ok) throw new Error(received.error.code)
  const file = { upload: received.value.upload, fileName: '身份证.pdf', kind: 'identityCard' as const }
  const { id } = await by.ask('attachments.add', {
    requestId: randomUUID(),
    customerId,
    ...file,
    subject: ownerSubject,
  })
  return id
}

/** What can be filled in while nobody has agreed to anything. */
export function openBoxes(values: Values): Values {
  const nothing = { purposes: [], consents: [] }
  return Object.fromEntries(Object.entries(values).filter(([path]) => closedWhy(path, values, nothing) === undefined))
}
