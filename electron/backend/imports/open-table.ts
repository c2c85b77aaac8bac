import { refuseOtherFormats } from './file-kind.ts'
import { openCsv } from './read-csv.ts'
import { openXlsx } from './read-xlsx.ts'
import { bounds, TableError, type TableSheet } from './table.ts'

/**
 * The sheets of an .xlsx or text file (comma, semicolon, tab), by its content and whatever it is called. Only the table of contents
 * is read here; each sheet reads its rows when it is asked for them.
 * @throws TableError saying why it is no table
 */
export async function openTable(bytes: Buffer): Promise<readonly TableSheet[]> {
  if (bytes.length === 0) throw new TableError('empty-file')
  if (bytes.length > bounds.bytes) throw new TableError('too-large')
  refuseOtherFormats(bytes)
  return bytes.toString('latin1', 0, 2) === 'PK' ? openXlsx(bytes) : openCsv(bytes)
}
