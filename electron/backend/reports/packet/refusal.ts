import type { PacketProblem, PacketRefusal } from '../../../../shared/contract/packet-calls.ts'

/** A reason to refuse a packet, with what is known about the place. */
export function refusal(code: PacketProblem, facts: Partial<Omit<PacketRefusal, 'code'>> = {}): PacketRefusal {
  return { code, sheet: '', cell: '', expected: '', found: '', ...facts }
}
