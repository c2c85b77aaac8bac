import type { PacketReading, PacketRefusal } from '../../../../shared/contract/packet-calls.ts'
import { flagSentence } from '../../../../shared/text/flag-sentence.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { comparePacketSheets, readPacketFile } from '../../jobs/read-packet-file.ts'
import {
  identitySheet,
  type KeySignature,
  readIdentity,
  readKeySignature,
} from '../../reports/packet/identity-sheet.ts'
import { openCells } from '../../reports/packet/open-cells.ts'
import type { PlainSheet } from '../../reports/packet/packet-cells.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { readAnswer } from '../../reports/packet/read-answer.ts'
import { refusal } from '../../reports/packet/refusal.ts'
import { packetById } from '../../repositories/packets.ts'
import { ownerOfKey } from '../../repositories/signing-keys.ts'
import { unseenFlags } from '../applications/flags.ts'
import { creditAtStake } from '../applications/gates.ts'
import { loadCase } from '../applications/load-case.ts'
import { namesIn, personOf } from '../applications/names.ts'
import { type PossibleSigner, signersFor } from '../applications/packet-facts.ts'
import { type Context, today } from '../context.ts'
import { policyOn } from '../policy/current-policy.ts'
import { isSignedBy } from './answer-signature.ts'
import { contentOf } from './make-packet.ts'
import { findSigner } from './signer.ts'
import { stepState } from './step-state.ts'

/** A packet that came back, with what recording it needs to know beside what is shown. */
export interface Returned {
  readonly reading: PacketReading
  readonly content: PacketContent | undefined
  /** What became of this very answer before, if it came in before. */
  readonly before: 'recorded' | 'waiting' | undefined
}

const nothingRead: PacketReading = {
  packetId: null,
  applicationId: null,
  number: '',
  customerName: '',
  revision: null,
  post: null,
  answer: null,
  signer: null,
  onBehalfOf: null,
  evidence: null,
  alreadyRecorded: false,
  refusals: [],
}

/** Reads an uploaded packet and holds it against what went out and how its step stands. Throws CallFailure `upload-gone`. */
export async function readReturn(context: Context, upload: string): Promise<Returned> {
  const file = await readPacketFile(context.workerPath, context.inbox.peek(upload))
  if (!file.ok) return unread(refusal(file.code))
  const hidden = file.sheets.find(({ name }) => name === identitySheet)?.cells ?? new Map<string, string>()
  const identity = readIdentity(hidden)
  const packetId = (identity?.packetId ?? file.packetId)?.toLowerCase()
  if (packetId === undefined) return unread(refusal('not-a-packet'))
  const stored = packetById(context.db, packetId)
  if (!stored) {
    const company = identity?.content?.company ?? ''
    const isOurs = company === '' || company === context.company
    const facts = { expected: context.company, found: company }
    return unread(isOurs ? refusal('unknown-packet', { found: packetId }) : refusal('wrong-company', facts), packetId)
  }
  const content = contentOf(stored)
  // An erasure waits until nothing is in the chain, so such a packet only tells what became of its step.
  const changes = stored.erasedIn === null ? await comparePacketSheets(context.workerPath, content, file.sheets) : []
  return judged(context, content, { sheets: file.sheets, changes, key: readKeySignature(hidden) })
}

function unread(problem: PacketRefusal, packetId: string | null = null): Returned {
  return { reading: { ...nothingRead, packetId, refusals: [problem] }, content: undefined, before: undefined }
}

/** What came back, how it differs from what went out, and the signature of a key that it carries. */
interface Came {
  readonly sheets: readonly PlainSheet[]
  readonly changes: readonly PacketRefusal[]
  readonly key: KeySignature | 'wrong' | undefined
}

function judged(context: Context, content: PacketContent, { sheets, changes, key }: Came): Returned {
  const { db } = context
  const { packetId, applicationId, number, customerName, revision, post } = content
  const { answer, refusals } = readAnswer(content, sheets, today(context))
  const state = stepState(db, content, answer)
  const read = { ...nothingRead, packetId, applicationId, number, customerName, revision, post, answer }
  if (state.kind === 'done' && changes.length === 0) {
    const names = namesIn(db)
    const signer = personOf(names, state.step?.signerId ?? null)
    const onBehalfOf = personOf(names, state.step?.onBehalfOf ?? null)
    const evidence = state.step?.evidence ?? 'bing'
    const reading: PacketReading = { ...read, signer, onBehalfOf, evidence, alreadyRecorded: true }
    return { reading, content, before: state.state }
  }
  const early = [...changes, ...(state.kind === 'refused' ? [state.refusal] : []), ...refusals]
  if (answer === null || state.kind !== 'open')
    return { reading: { ...read, refusals: early }, content, before: undefined }
  const { signer, evidence, problems } = signatureOf(context, content, answer, key)
  const late = flagsSince(context, content, answer)
  const onBehalfOf = signer ? personOf(namesIn(db), signer.onBehalfOf) : null
  const person = signer ? { id: signer.personId, name: signer.name } : null
  const reading = { ...read, signer: person, onBehalfOf, evidence, refusals: [...early, ...problems, ...late] }
  return { reading, content, before: undefined }
}

/** Flags that came up after the packet went out: nobody grants anything without having seen them (rules 3). */
function flagsSince(
  context: Context,
  { applicationId, flags, language }: PacketContent,
  { decision }: NonNullable<PacketReading['answer']>,
): PacketRefusal[] {
  if (decision === 'return' || decision === 'reject') return []
  const found = loadCase(context.db, applicationId, today(context))
  const seen = flags.map(({ key }) => key)
  const late = unseenFlags(context, found, seen).map(flag => flagSentence(flag, language))
  return late.map(sentence => refusal('flags-since', { found: sentence }))
}

interface SignatureFound {
  readonly signer: PossibleSigner | null
  readonly evidence: 'yi' | 'bing'
  readonly problems: readonly PacketRefusal[]
}

/** Whose signature it is and what it is worth: 乙 where a registered key vouches for this very answer, else 丙. */
function signatureOf(
  context: Context,
  content: PacketContent,
  answer: NonNullable<PacketReading['answer']>,
  key: KeySignature | 'wrong' | undefined,
): SignatureFound {
  const { db } = context
  const day = today(context)
  const texts = packetSheetTexts[content.language]
  const address = new Map(openCells(content)).get('signature') ?? ''
  const place = { sheet: texts.approvalSheet, cell: `${address} ${texts.signature}`, found: answer.signature }
  const found = findSigner(signersFor(db, content.applicationId, day), answer.signature)
  const evidence = key === undefined ? 'bing' : 'yi'
  if (!found.ok)
    return { signer: null, evidence, problems: [refusal(found.code, { ...place, expected: found.expected })] }
  const { signer } = found
  if (key === undefined) {
    const credit = creditAtStake(content.kind, content.snapshot.amount, content.limits.total)
    const needsKey = credit >= policyOn(db, day).terms.allItemsFrom
    return { signer, evidence, problems: needsKey ? [refusal('needs-key', place)] : [] }
  }
  const isGenuine =
    key !== 'wrong' &&
    ownerOfKey(db, key.publicKey) === signer.personId &&
    isSignedBy(key.publicKey, content, answer, key.signature)
  return { signer, evidence, problems: isGenuine ? [] : [refusal('key-wrong', place)] }
}
