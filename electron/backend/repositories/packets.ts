import type { PacketAnswer } from '../../../shared/contract/packet-calls.ts'
import type { EvidenceGrade } from '../../../shared/domain/application.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A packet that went out; `content` is the canonical JSON that its sheets are drawn from, `digest` belongs to it. */
export interface PacketRecord {
  readonly id: string
  readonly submissionId: number
  readonly place: number
  readonly attempt: number
  readonly content: string
  readonly digest: string
  readonly madeBy: number
  readonly madeAt: string
}

/** A packet as it is kept; an erasure may have taken out of `content` what went out with it. */
export interface KeptPacket extends PacketRecord {
  readonly erasedIn: number | null
}

const columns = `id, submission_id AS submissionId, place, attempt, content, digest, made_by AS madeBy, made_at AS madeAt,
  erased_in AS erasedIn`

/** One packet, or nothing where none of this id went out from here. Throws SqliteError. */
export function packetById(db: Connection, id: string): KeptPacket | undefined {
  return one<KeptPacket>(db, `SELECT ${columns} FROM packets WHERE id = ?`, [id])
}

const insert = `
  INSERT INTO packets (id, submission_id, place, attempt, content, digest, made_by, made_at)
  VALUES (@id, @submissionId, @place, @attempt, @content, @digest, @madeBy, @madeAt)`

/** Remembers a packet that goes out. Throws SqliteError. */
export function insertPacket(db: Connection, packet: PacketRecord): void {
  run(db, insert, { ...packet })
}

/** An answer that came back; one without a key waits until a second person has confirmed it. */
export interface PacketReturn {
  readonly id: number
  readonly packetId: string
  readonly state: 'waiting' | 'recorded' | 'refused'
  readonly answer: PacketAnswer
  readonly evidence: EvidenceGrade
  readonly signerId: number
  readonly onBehalfOf: number | null
  readonly scanId: number | null
  readonly importedBy: number
  readonly importedAt: string
}

interface StoredReturn extends Omit<PacketReturn, 'answer'> {
  readonly answer: string
}

const selectReturn = `
  SELECT r.id, r.packet_id AS packetId, r.state, r.answer, r.evidence, r.signer_id AS signerId, r.on_behalf_of AS onBehalfOf,
    r.scan_id AS scanId, r.imported_by AS importedBy, r.imported_at AS importedAt
  FROM packet_returns r`
const read = ({ answer, ...rest }: StoredReturn): PacketReturn => ({
  ...rest,
  answer: JSON.parse(answer) as PacketAnswer,
})

/** One answer that came back, or nothing where there is none of this id. Throws SqliteError. */
export function returnById(db: Connection, id: number): PacketReturn | undefined {
  const row = one<StoredReturn>(db, `${selectReturn} WHERE r.id = ?`, [id])
  return row && read(row)
}

/** The answers that wait to be confirmed, oldest first. Throws SqliteError. */
export function returnsWaiting(db: Connection): PacketReturn[] {
  return all<StoredReturn>(db, `${selectReturn} WHERE r.state = 'waiting' ORDER BY r.id`).map(read)
}

/** The answer that waits for one attempt of a step, whichever packet it came in. Throws SqliteError. */
export function returnWaitingFor(
  db: Connection,
  step: Pick<PacketRecord, 'submissionId' | 'place' | 'attempt'>,
): PacketReturn | undefined {
  const sql = `${selectReturn} JOIN packets p ON p.id = r.packet_id
    WHERE r.state = 'waiting' AND p.submission_id = @submissionId AND p.place = @place AND p.attempt = @attempt`
  const { submissionId, place, attempt } = step
  const row = one<StoredReturn>(db, sql, { submissionId, place, attempt })
  return row && read(row)
}

const insertInto = `
  INSERT INTO packet_returns (packet_id, state, answer, evidence, signer_id, on_behalf_of, scan_id, imported_by, imported_at)
  VALUES (@packetId, @state, @answer, @evidence, @signerId, @onBehalfOf, @scanId, @importedBy, @importedAt)`

/** Adds an answer that came back; gives its id. Throws SqliteError. */
export function insertReturn(db: Connection, { answer, ...rest }: Omit<PacketReturn, 'id'>): number {
  return run(db, insertInto, { ...rest, answer: JSON.stringify(answer) }).id
}

/** Settles an answer that waited. Throws SqliteError. */
export function settleReturn(
  db: Connection,
  id: number,
  { state, by, at }: { readonly state: 'recorded' | 'refused'; readonly by: number; readonly at: string },
): void {
  run(db, 'UPDATE packet_returns SET state = ?, confirmed_by = ?, confirmed_at = ? WHERE id = ?', [state, by, at, id])
}
