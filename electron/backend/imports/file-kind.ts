import { TableError } from './table.ts'

const oldOffice = 'd0cf11e0a1b11ae1'
/** The name of the stream in which an office program keeps a workbook with a password. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
const others = ['%PDF-', '\x89PNG', '\xff\xd8\xff', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'SQLite format 3', 'GIF8', 'BM']

/**
 * Refuses what is neither a zip file nor text, each kind by the name under which its owner can do something about it.
 * @throws TableError
 */
export function refuseOtherFormats(bytes: Buffer): void {
  const beginning = bytes.toString('latin1', 0, 2048)
  if (bytes.toString('hex', 0, 8) === oldOffice)
    throw new TableError(bytes.includes(encrypted) ? 'password' : 'old-xls')
  if (others.some(mark => beginning.startsWith(mark))) throw new TableError('other-format')
  const text = beginning.replace(/\0/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\s)+/, '')
  if (/^<(?:!doctype html|html|head|meta|table|style|\?xml|!--)/i.test(text)) throw new TableError('web-page')
}
