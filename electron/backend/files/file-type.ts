import { zipEntries } from './zip-entries.ts'

/** The kinds of papers that are kept with a customer. */
export type FileType = 'pdf' | 'jpg' | 'png' | 'docx' | 'xlsx'

const beginnings: readonly (readonly [FileType, string])[] = [
  ['pdf', '%PDF-'],
  ['jpg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
]

/** What a file is by its content, whatever its name says; nothing for all that is not kept, documents with macros among it. */
export function fileType(bytes: Buffer): FileType | undefined {
  const beginning = bytes.toString('latin1', 0, 8)
  const simple = beginnings.find(([, mark]) => beginning.startsWith(mark))
  if (simple) return simple[0]
  return beginning.startsWith('PK\u0003\u0004') ? officeType(bytes) : undefined
}

function officeType(bytes: Buffer): FileType | undefined {
  const names = new Set(zipEntries(bytes)?.map(({ name }) => name.toLowerCase()))
  const hasMacros = [...names].some(name => /(^|\/)vba[^/]*\.bin$|^xl\/macrosheets\//.test(name))
  if (hasMacros || !names.has('[content_types].xml')) return undefined
  const isText = names.has('word/document.xml')
  const isTable = names.has('xl/workbook.xml')
  if (isText === isTable) return undefined
  return isText ? 'docx' : 'xlsx'
}
