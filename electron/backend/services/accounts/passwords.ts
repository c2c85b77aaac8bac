import { randomBytes, timingSafeEqual } from 'node:crypto'
import { blockSize, stretch } from '../../database/sealed/stretch.ts'

const length = 64 // bytes
const saltLength = 16 // bytes

/**
 * The work that a password costs whoever guesses it: scrypt's N, `passwordRepeats` times. OWASP names this beside N = 2^17 once as the
 * least to take and as equally strong; it needs 16 MB instead of 128, and in Electron, whose scrypt is slow in large memory, a fifth
 * of the time.
 */
export const usualPasswordCost = 2 ** 14

/** How many times in a row: scrypt's p. */
export const passwordRepeats = 5

/** Makes what is stored of a password: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(saltLength)
  const hash = await stretch(password, salt, length, { N: cost, p: passwordRepeats })
  return ['scrypt', cost, blockSize, passwordRepeats, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one that is stored, whatever it cost when that was made. Takes as long for a wrong one as for the right one. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, N, , p, salt = '', hash = ''] = stored.split('$')
  const wanted = Buffer.from(hash, 'base64url')
  const derived = await stretch(password, Buffer.from(salt, 'base64url'), length, { N: Number(N), p: Number(p) })
  return timingSafeEqual(derived, wanted)
}
