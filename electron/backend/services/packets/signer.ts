import type { PacketProblem } from '../../../../shared/contract/packet-calls.ts'
import { isSameName } from '../../../../shared/domain/names.ts'
import type { PossibleSigner } from '../applications/packet-facts.ts'

/** Whose signature it is, or why it can not count. */
export type SignerFound =
  | { readonly ok: true; readonly signer: PossibleSigner }
  | { readonly ok: false; readonly code: PacketProblem; readonly expected: string }

/**
 * Finds who has signed by the name that was written. A name that fits two people who both may sign is nobody's: they sign in the
 * program, where each has an account.
 */
export function findSigner(people: readonly PossibleSigner[], name: string): SignerFound {
  const namesakes = people.filter(person => isSameName(person.name, name))
  const [signer, another] = namesakes.filter(({ refusal }) => refusal === null)
  if (signer && !another) return { ok: true, signer }
  const expected = people
    .filter(({ refusal }) => refusal === null)
    .map(person => person.name)
    .join(' / ')
  const reasons = namesakes.map(({ refusal }) => refusal)
  if (reasons.includes('own-application')) return { ok: false, code: 'signer-is-filler', expected }
  if (reasons.includes('signed-already')) return { ok: false, code: 'signer-signed-already', expected }
  return { ok: false, code: 'signer-unknown', expected }
}
