import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { PacketAnswer } from '../../../../shared/contract/packet-calls.ts'
import type { PacketContent } from '../../reports/packet/packet-content.ts'
import { canonicalJson, digestOf } from '../audit/canonical-json.ts'

/** A key as it is written down: SPKI or PKCS #8 in base64. */
const written = (key: KeyObject): string =>
  key.export({ format: 'der', type: key.type === 'public' ? 'spki' : 'pkcs8' }).toString('base64')

/** A new Ed25519 key pair, both halves written down. */
export function newKeyPair(): { publicKey: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { publicKey: written(publicKey), privateKey: written(privateKey) }
}

/** The one spelling of a public key, or nothing for a text that is none. */
export function readPublicKey(text: string): string | undefined {
  const key = publicKeyOf(text)
  return key && written(key)
}

function publicKeyOf(text: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    // Whatever OpenSSL says about it: it is no key.
    return undefined
  }
}

/** What is signed: this answer to exactly this packet. */
function message(content: PacketContent, answer: PacketAnswer): Buffer {
  return Buffer.from(canonicalJson({ packet: content.packetId, content: digestOf(content), answer }), 'utf8')
}

/** Signs an answer; the signature is base64. */
export function signAnswer(privateKey: string, content: PacketContent, answer: PacketAnswer): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return sign(null, message(content, answer), key).toString('base64')
}

/** Whether a signature belongs to this answer, this packet and this key. */
export function isSignedBy(
  publicKey: string,
  content: PacketContent,
  answer: PacketAnswer,
  signature: string,
): boolean {
  const key = publicKeyOf(publicKey)
  return key !== undefined && verify(null, message(content, answer), key, Buffer.from(signature, 'base64'))
}
