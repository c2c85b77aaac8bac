import type { PacketAnswer } from '../../../shared/contract/packet-calls.ts'
import type { EvidenceGrade } from '../../../shared/domain/application.ts'
import { all, type Connection, one, run } from '../database/connection.ts'

/** A packet that came back: what it says, who signed and who brought it in; 丙 waits for a second person. */
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
  readonly confirmedBy: number | null
  readonly confirmedAt: string | null
  /** Where the packet belongs. */
  readonly applicationId: number
  readonly place: number
  readonly attempt: number
}

interface StoredReturn extends Omit<PacketReturn, 'answer'> {
  readonly answer: string
}

const select = `
  SELECT r.id, r.packet_id AS packetId, r.state, r.answer, r.evidence, r.signer_id AS signerId, r.on_behalf_of AS onBehalfOf,
    r.scan_id AS scanId, r.imported_by AS importedBy, r.imported_at AS importedAt, r.confirmed_by AS confirmedBy,
    r.confirmed_at AS confirmedAt, s.application_id AS applicationId, p.place, p.attempt
  FROM packet_returns r JOIN packets p ON p.id = r.packet_id JOIN submissions s ON s.id = p.submission_id`

const read = ({ answer, ...stored }: StoredReturn): PacketReturn => ({
  ...stored,
  answer: JSON.parse(answer) as PacketAnswer,
})

/** The returns that wait for a second person, oldest first. Throws SqliteError. */
export function waitingPacketReturns(db: Connection): PacketReturn[] {
  return all<StoredReturn>(db, `${select} WHERE r.state = 'waiting' ORDER BY r.id`).map(read)
}

/** One return, or nothing where there is none of this id. Throws SqliteError. */
export function packetReturnById(db: Connection, id: number): PacketReturn | undefined {
  const row = one<StoredReturn>(db, `${select} WHERE r.id = ?`, [id])
  return row && read(row)
}

/** The returns of a packet that were not refused, oldest first. Throws SqliteError. */
export function returnsOfPacket(db: Connection, packetId: string): PacketReturn[] {
  return all<StoredReturn>(db, `${select} WHERE r.packet_id = ? AND r.state <> 'refused' ORDER BY r.id`, [
    packetId,
  ]).map(read)
}

/** A return as it is put away. */
export type NewPacketReturn = Omit<
  PacketReturn,
  'id' | 'confirmedBy' | 'confirmedAt' | 'applicationId' | 'place' | 'attempt'
>

/** Keeps a return; answers its id. Throws SqliteError. */
export function insertPacketReturn(db: Connection, { answer, ...returned }: NewPacketReturn): number {
  const sql = `INSERT INTO packet_returns (packet_id, state, answer, evidence, signer_id, on_behalf_of, scan_id, imported_by, imported_at)
    VALUES (@packetId, @state, @answer, @evidence, @signerId, @onBehalfOf, @scanId, @importedBy, @importedAt)`
  return run(db, sql, { ...returned, answer: JSON.stringify(answer) }).id
}

/** Ends the waiting of a return. Throws SqliteError. */
export function settlePacketReturn(
  db: Connection,
  id: number,
  settled: { state: 'recorded' | 'refused'; by: number; at: string },
): void {
  const sql = 'UPDATE packet_returns SET state = @state, confirmed_by = @by, confirmed_at = @at WHERE id = @id'
  run(db, sql, { id, ...settled })
}
