import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const blockSize = 8
const parallelism = 1
const length = 64 // bytes
const saltLength = 16 // bytes

/** The work that a password costs whoever guesses it, as scrypt's N: 2^17 takes some tenths of a second and 128 MB. */
export const usualPasswordCost = 2 ** 17

/** Makes what is stored of a password: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(saltLength)
  const hash = await derive(password, salt, { N: cost, r: blockSize, p: parallelism })
  return ['scrypt', cost, blockSize, parallelism, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one that is stored. Takes as long for a wrong one as for the right one. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$')
  const wanted = Buffer.from(hash, 'base64url')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), cost), wanted)
}

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  // Node refuses what takes more than 32 MB unless it is told that so much is meant.
  const maxmem = 256 * cost.N * cost.r
  // Two input methods may write one character in two ways.
  const text = password.normalize('NFKC')
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, { ...cost, maxmem }, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}
