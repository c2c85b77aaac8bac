const pieceSize = 1024 * 1024

/**
 * The encoding of a text file, by its mark or by what its bytes can be: UTF-8 where all of it is, else GB18030, which Excel and
 * older programs in China write. Nothing for bytes that are no text.
 */
export function encodingOf(bytes: Buffer): string | undefined {
  const mark = bytes.toString('hex', 0, 2)
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  if (bytes.subarray(0, 4096).includes(0)) return looksLikeUtf16(bytes) ? 'utf-16le' : undefined
  return ['utf-8', 'gb18030'].find(encoding => isIn(bytes, encoding))
}

/** A table in UTF-16 without its mark has separators and line ends in it, and no signs that no text has. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096)
  if (sample.length % 2 === 1 || !isIn(sample, 'utf-16le')) return false
  const text = sample.toString('utf16le')
  return /[,;\t\n]/.test(text) && !/(?![\t\r\n])\p{Cc}|\p{Cn}|\p{Co}/u.test(text)
}

function isIn(bytes: Buffer, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += pieceSize)
      decoder.decode(bytes.subarray(at, at + pieceSize), { stream: true })
    // A file that was cut within a character at its end is still readable: the rest of it says which encoding it is.
    return true
  } catch {
    return false // what the decoder stumbles over says no more than that it is another encoding
  }
}
