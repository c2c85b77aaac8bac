import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'

const cipher = 'aes-256-gcm'
const blockSize = 8

/** Locks a text with a password: `scrypt-aes-256-gcm$N$salt$iv$tag$text`. `cost` is scrypt's N. */
export async function lockSecret(text: string, password: string, cost: number): Promise<string> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const locking = createCipheriv(cipher, await keyFrom(password, salt, cost), iv)
  const locked = Buffer.concat([locking.update(text, 'utf8'), locking.final()])
  const parts = [salt, iv, locking.getAuthTag(), locked].map(part => part.toString('base64url'))
  return [`scrypt-${cipher}`, cost, ...parts].join('$')
}

/** The text behind the lock, or nothing for another password. */
export async function unlockSecret(locked: string, password: string): Promise<string | undefined> {
  const [, cost, ...rest] = locked.split('$')
  const [salt, iv, tag, text] = rest.map(part => Buffer.from(part, 'base64url'))
  if (!salt || !iv || !tag || !text) return undefined
  const unlocking = createDecipheriv(cipher, await keyFrom(password, salt, Number(cost)), iv).setAuthTag(tag)
  try {
    return Buffer.concat([unlocking.update(text), unlocking.final()]).toString('utf8')
  } catch {
    // The seal does not fit: it was locked with another password.
    return undefined
  }
}

function keyFrom(password: string, salt: Buffer, N: number): Promise<Buffer> {
  const options = { N, r: blockSize, p: 1, maxmem: 256 * N * blockSize }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
