import type { PacketContent } from '../../reports/packet/packet-content.ts'
import type { Connection } from '../../database/connection.ts'
import { addErasedRecord } from '../../repositories/erasures.ts'
import { putPacket, putSubmission, storedPackets, storedSubmissions } from '../../repositories/erased-rows.ts'
import type { Snapshot } from '../../repositories/submissions.ts'
import { canonicalJson, digestOf, sha256 } from '../audit/canonical-json.ts'
import { erasedValues, leftOf } from './erased.ts'
import type { Forgetting } from './forgetting.ts'

/** Digests of a record before and after an erasure, by its id. */
export type Rewritten = ReadonlyMap<number, { readonly before: string; readonly after: string }>

/**
 * Rewrites what was submitted without the person. Each gets another salt, so that nobody can try out against the digest in the log what
 * stood there. Throws SqliteError.
 */
export function eraseSubmissions(
  db: Connection,
  { boxes: all, mentions: { blackOut } }: Forgetting,
  erasureId: number,
  newSalt: () => string,
): Rewritten {
  const rewritten = new Map<number, { before: string; after: string }>()
  for (const [customerId, boxes] of all)
    for (const { id, snapshot, digest } of storedSubmissions(db, customerId)) {
      const submitted = JSON.parse(snapshot) as Snapshot
      const values = erasedValues(submitted.values, { boxes, blackOut })
      const reason = submitted.reason && blackOut(submitted.reason)
      if (!values && reason === submitted.reason) continue
      const text = canonicalJson({ ...submitted, values: values ?? submitted.values, reason, salt: newSalt() })
      const after = sha256(text)
      addErasedRecord(db, erasureId, 'submission', id, after)
      putSubmission(db, id, text, after, erasureId)
      rewritten.set(id, { before: digest, after })
    }
  return rewritten
}

/** Rewrites what packets were drawn from, and the names of papers that go; answers how many. Throws SqliteError. */
export function erasePackets(
  db: Connection,
  { boxes: all, mentions: { blackOut } }: Forgetting,
  erasureId: number,
  fileNames: ReadonlyMap<string, string>,
): number {
  let count = 0
  for (const [customerId, boxes] of all)
    for (const { id, content } of storedPackets(db, customerId)) {
      const before = JSON.parse(content) as PacketContent
      const going = { boxes, blackOut }
      const changes = (told: PacketContent['changes']) =>
        told.map(change => ({
          ...change,
          from: leftOf(change.path, change.from, going),
          to: leftOf(change.path, change.to, going),
        }))
      const named = (name: string) => fileNames.get(name) ?? name
      const after: PacketContent = {
        ...before,
        snapshot: {
          ...before.snapshot,
          values: erasedValues(before.snapshot.values, going) ?? before.snapshot.values,
          reason: before.snapshot.reason && blackOut(before.snapshot.reason),
        },
        changes: changes(before.changes),
        versionChanges: changes(before.versionChanges),
        verification: before.verification.map(item => ({
          ...item,
          note: item.note && blackOut(item.note),
          files: item.files.map(named),
        })),
        attachments: before.attachments.map(paper => ({ ...paper, fileName: named(paper.fileName) })),
      }
      const text = canonicalJson(after)
      if (text === content) continue
      addErasedRecord(db, erasureId, 'packet', id, digestOf(after))
      putPacket(db, id, text, digestOf(after), erasureId)
      count += 1
    }
  return count
}
