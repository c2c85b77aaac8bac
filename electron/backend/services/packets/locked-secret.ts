import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { stretch } from '../../database/sealed/stretch.ts'
import { passwordRepeats } from '../accounts/passwords.ts'

const cipher = 'aes-256-gcm'
const keyLength = 32 // bytes

/** Locks a text with a password, as hard to guess here as where the password is kept: `scrypt-aes-256-gcm$NxP$salt$iv$tag$text`. */
export async function lockSecret(text: string, password: string, cost: number): Promise<string> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const key = await stretch(password, salt, keyLength, { N: cost, p: passwordRepeats })
  const locking = createCipheriv(cipher, key, iv)
  const locked = Buffer.concat([locking.update(text, 'utf8'), locking.final()])
  const parts = [salt, iv, locking.getAuthTag(), locked].map(part => part.toString('base64url'))
  return [`scrypt-${cipher}`, `${cost}x${passwordRepeats}`, ...parts].join('$')
}

/** The text behind the lock, or nothing for another password. */
export async function unlockSecret(locked: string, password: string): Promise<string | undefined> {
  const [, cost = '', ...rest] = locked.split('$')
  const [salt, iv, tag, text] = rest.map(part => Buffer.from(part, 'base64url'))
  if (!salt || !iv || !tag || !text) return undefined
  // What was locked by an earlier version says N alone, and was stretched once.
  const [N, p = 1] = cost.split('x').map(Number)
  if (N === undefined) return undefined
  const unlocking = createDecipheriv(cipher, await stretch(password, salt, keyLength, { N, p }), iv).setAuthTag(tag)
  try {
    return Buffer.concat([unlocking.update(text), unlocking.final()]).toString('utf8')
  } catch {
    // The seal does not fit: it was locked with another password.
    return undefined
  }
}
