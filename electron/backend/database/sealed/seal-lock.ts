import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomInt,
} from 'node:crypto'
import * as z from 'zod'
import { SealFailure } from './seal-failure.ts'
import { stretch } from './stretch.ts'

const bytes = z.base64()
const wayNames = ['passphrase', 'code'] as const
const way = z.object({
  way: z.enum(wayNames),
  salt: bytes,
  /** scrypt's N; a file from outside must not ask for all the memory there is. */
  cost: z
    .int()
    .min(2)
    .max(2 ** 20),
  nonce: bytes,
  box: bytes,
})

/**
 * What backups are sealed with. Sealing takes the public key alone, so that it needs nobody and the running program holds nothing that
 * would open an earlier backup; the private key is in every sealed file, once under the passphrase and once under the recovery code.
 */
export const sealLock = z.object({ publicKey: bytes, ways: z.array(way).min(1).max(4) })
export type SealLock = z.infer<typeof sealLock>

const nonceLength = 12
const tagLength = 16
// Crockford's: no I, L, O, U, which people read as something else.
const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 28 // 140 bits
const groupLength = 4

/** A new lock for a passphrase, and the recovery code that opens it as well: seven groups of four signs, to be printed. */
export async function makeLock(passphrase: string, cost: number): Promise<{ lock: SealLock; code: string }> {
  const pair = generateKeyPairSync('x25519')
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  const code = Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('')
  const ways = [
    await boxed('passphrase', normalPassphrase(passphrase), key, cost),
    await boxed('code', code, key, cost),
  ]
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return { lock: { publicKey, ways }, code: code.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? code }
}

/** The private key of a lock. Throws SealFailure `secret-wrong` when `secret` is neither its passphrase nor its code. */
export async function openLock(lock: SealLock, secret: string): Promise<KeyObject> {
  for (const { way: name, salt, cost, nonce, box } of lock.ways) {
    const text = name === 'code' ? normalCode(secret) : normalPassphrase(secret)
    const key = await stretched(text, Buffer.from(salt, 'base64'), cost)
    const opened = unbox(key, name, Buffer.from(nonce, 'base64'), Buffer.from(box, 'base64'))
    if (opened) return createPrivateKey({ key: opened, format: 'der', type: 'pkcs8' })
  }
  throw new SealFailure('secret-wrong')
}

async function boxed(name: (typeof wayNames)[number], text: string, key: Buffer, cost: number) {
  const [salt, nonce] = [randomBytes(16), randomBytes(nonceLength)]
  const cipher = createCipheriv('aes-256-gcm', await stretched(text, salt, cost), nonce).setAAD(Buffer.from(name))
  const box = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  const [saltText, nonceText, boxText] = [salt, nonce, box].map(part => part.toString('base64')) as [
    string,
    string,
    string,
  ]
  return { way: name, salt: saltText, cost, nonce: nonceText, box: boxText }
}

function unbox(key: Buffer, name: string, nonce: Buffer, box: Buffer): Buffer | undefined {
  if (nonce.length !== nonceLength || box.length <= tagLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(name)).setAuthTag(box.subarray(-tagLength))
  const opened = decipher.update(box.subarray(0, -tagLength))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch (error) {
    // GCM says no more than that it does not fit.
    if (error instanceof Error) return undefined
    throw error
  }
}

const stretched = (text: string, salt: Buffer, cost: number) => stretch(text, salt, 32, { N: cost, p: 1 })

// Trimmed after full-width blanks are plain ones; a code that is copied from paper has its blanks where it wants.
const normalPassphrase = (text: string) => text.normalize('NFKC').trim()
const normalCode = (text: string) =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
