import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import * as z from 'zod'
import { privateMode } from '../private.ts'
import { SealFailure } from './seal-failure.ts'
import { type SealLock, sealLock } from './seal-lock.ts'

/*
 * A sealed file: "KEHUBAK", the version as one byte, the length of the header (4 bytes), the header as JSON, its SHA-256, then pieces:
 * length (4 bytes, the top bit marks the last one), AES-256-GCM of so many bytes, tag. The key is HKDF of an X25519 agreement between
 * the lock's key and one of the file's own, salted with the digest of the header, so that no sign of the header can be changed; the
 * number of a piece is its nonce, and its mark is authenticated, so that none can be left out, doubled, moved or be taken for the end.
 */
const magic = Buffer.from('KEHUBAK')
const version = 1
const mostHeader = 64 * 1024
const pieceLength = 1024 * 1024
const tagLength = 16
const lastMark = 0x8000_0000

const headerShape = z.object({ lock: sealLock, fileKey: z.base64() })

/** Writes a sealed file piece by piece. */
export interface SealWriter {
  write(bytes: Buffer): void
  /** Writes what is left and waits until all of it is on the disk; answers what the file can be read with now, and the digest of what was sealed. */
  end(): { readonly key: Buffer; readonly digest: string }
  /** Lets go of the file, whether it is finished or not. */
  close(): void
}

/** Begins a sealed file. Throws what the file system says. */
export function sealFile(target: string, lock: SealLock): SealWriter {
  const own = generateKeyPairSync('x25519')
  const fileKey = own.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const header = Buffer.from(JSON.stringify({ lock, fileKey } satisfies z.infer<typeof headerShape>))
  const key = agreedKey(own.privateKey, publicKeyOf(lock.publicKey), header)
  const descriptor = openSync(target, 'w', privateMode)
  const digest = createHash('sha256')
  let waiting: Buffer[] = []
  let length = 0
  let piece = 0
  const put = (bytes: Buffer, isLast: boolean) => {
    writeAll(descriptor, sealPiece(key, piece++, bytes, isLast))
  }
  try {
    writeAll(
      descriptor,
      Buffer.concat([magic, Buffer.from([version]), number32(header.length), header, sha256(header)]),
    )
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
  return {
    write(bytes) {
      digest.update(bytes)
      waiting.push(bytes)
      length += bytes.length
      if (length < pieceLength) return
      let rest = Buffer.concat(waiting)
      for (; rest.length >= pieceLength; rest = rest.subarray(pieceLength)) put(rest.subarray(0, pieceLength), false)
      waiting = [rest]
      length = rest.length
    },
    end() {
      put(Buffer.concat(waiting), true)
      fsyncSync(descriptor)
      return { key, digest: digest.digest('hex') }
    },
    close: () => closeSync(descriptor),
  }
}

/** A sealed file whose header was read; `pieces` opens it piece by piece, with the key of its lock or with that of its writer. */
export interface SealReader {
  readonly lock: SealLock
  /** Throws SealFailure `backup-damaged`, `backup-cut`, at the latest before the end is taken for the end. */
  pieces(key: KeyObject | Buffer): Generator<Buffer>
  close(): void
}

/** Opens a sealed file. Throws SealFailure `backup-foreign`, `backup-newer`, `backup-damaged`, `backup-cut`, and what the file system says. */
export function readSealed(file: string): SealReader {
  const descriptor = openSync(file, 'r')
  const take = (length: number) => readAll(descriptor, length)
  try {
    const beginning = readSome(descriptor, magic.length + 1)
    if (!beginning.subarray(0, magic.length).equals(magic)) throw new SealFailure('backup-foreign')
    if (beginning.length <= magic.length) throw new SealFailure('backup-cut')
    if ((beginning[magic.length] ?? 0) > version) throw new SealFailure('backup-newer')
    const headerLength = take(4).readUInt32BE()
    if (headerLength > mostHeader) throw new SealFailure('backup-damaged')
    const header = take(headerLength)
    if (!take(32).equals(sha256(header))) throw new SealFailure('backup-damaged')
    const { lock, fileKey } = parseHeader(header)
    return {
      lock,
      *pieces(key) {
        const secret = Buffer.isBuffer(key) ? key : agreedKey(key, publicKeyOf(fileKey), header)
        for (let piece = 0, isLast = false; !isLast; piece++) {
          const mark = take(4).readUInt32BE()
          isLast = mark >= lastMark
          const length = isLast ? mark - lastMark : mark
          if (length > pieceLength) throw new SealFailure('backup-damaged')
          yield openPiece(secret, piece, take(length + tagLength), isLast)
        }
        if (readSome(descriptor, 1).length > 0) throw new SealFailure('backup-damaged')
      },
      close: () => closeSync(descriptor),
    }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function parseHeader(header: Buffer): z.infer<typeof headerShape> {
  const parsed = z.string().transform(asJson).pipe(headerShape).safeParse(header.toString('utf8'))
  // Its digest fits, so a program has written it that we do not know.
  if (!parsed.success) throw new SealFailure('backup-newer')
  return parsed.data
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function agreedKey(privateKey: KeyObject, publicKey: KeyObject, header: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), sha256(header), 'kehu backup', 32))
}

const publicKeyOf = (text: string) => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })

function sealPiece(key: Buffer, piece: number, bytes: Buffer, isLast: boolean): Buffer {
  const mark = number32(isLast ? lastMark + bytes.length : bytes.length)
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(piece)).setAAD(mark)
  return Buffer.concat([mark, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function openPiece(key: Buffer, piece: number, sealed: Buffer, isLast: boolean): Buffer {
  const length = sealed.length - tagLength
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(piece), { authTagLength: tagLength })
  decipher.setAAD(number32(isLast ? lastMark + length : length)).setAuthTag(sealed.subarray(length))
  const bytes = decipher.update(sealed.subarray(0, length))
  try {
    return Buffer.concat([bytes, decipher.final()])
  } catch (error) {
    // GCM says no more than that it does not fit.
    if (error instanceof Error) throw new SealFailure('backup-damaged')
    throw error
  }
}

function nonceOf(piece: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(piece, 8)
  return nonce
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

/** Writes all of it, however little the system takes at a time. Throws what the file system says. */
export function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}

function readAll(descriptor: number, length: number): Buffer {
  const bytes = readSome(descriptor, length)
  if (bytes.length < length) throw new SealFailure('backup-cut')
  return bytes
}

function readSome(descriptor: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let read = 0
  for (let got = 1; got > 0 && read < length; read += got) got = readSync(descriptor, bytes, read, length - read, null)
  return bytes.subarray(0, read)
}
