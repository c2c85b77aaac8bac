import { scrypt } from 'node:crypto'

/** What a guess costs: scrypt's N, and how many times in a row. Each time takes N KB. */
export interface StretchCost {
  readonly N: number
  readonly p: number
}

/** scrypt's r. */
export const blockSize = 8

/** Makes a key of so many bytes out of a text that people remember, so slowly that guessing does not pay (scrypt, RFC 7914). */
export function stretch(text: string, salt: Buffer, length: number, { N, p }: StretchCost): Promise<Buffer> {
  // Node refuses what takes more than 32 MB unless it is told that so much is meant.
  const options = { N, p, r: blockSize, maxmem: 256 * N * blockSize }
  return new Promise((resolve, reject) => {
    // Two input methods may write one character in two ways.
    scrypt(text.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
