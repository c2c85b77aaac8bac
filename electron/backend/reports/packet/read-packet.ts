import type { PacketProblem } from '../../../../shared/contract/packet-calls.ts'
import { fileType } from '../../files/file-type.ts'
import { unpack, UnpackedTooMuch } from '../../files/unpack.ts'
import { type ZipEntry, zipEntries } from '../../files/zip-entries.ts'
import { openWorkbook } from '../workbook.ts'
import { packetKeyword } from './identity-sheet.ts'
import { type PlainSheet, plainSheets } from './packet-cells.ts'

const mostBytes = 20 * 1024 * 1024
const mostCells = 200_000
const mostRatio = 100
const mostUnpacked = 256 * 1024 * 1024
const macroPart = /(^|\/)vba[^/]*\.bin$|^xl\/macrosheets\//i
const macroType = /macroEnabled/

/** A file that came back: what its sheets say and the packet id of its properties, or why it is not even read. */
export type PacketFile =
  | { readonly ok: true; readonly sheets: readonly PlainSheet[]; readonly packetId: string | null }
  | { readonly ok: false; readonly code: PacketProblem }

/** Reads a workbook that came from outside, within bounds that are checked before anything is unpacked or parsed. Never rejects. */
export async function readPacket(bytes: Buffer): Promise<PacketFile> {
  const problem = problemOf(bytes)
  if (problem) return { ok: false, code: problem }
  try {
    const workbook = await openWorkbook(bytes)
    const [, packetId] = new RegExp(`${packetKeyword} ([0-9a-f-]{36})`).exec(workbook.keywords ?? '') ?? []
    return { ok: true, sheets: plainSheets(workbook), packetId: packetId ?? null }
  } catch {
    // Whatever the library stumbles over, the person can only save the file anew.
    return { ok: false, code: 'unreadable' }
  }
}

function problemOf(bytes: Buffer): PacketProblem | undefined {
  if (bytes.length > mostBytes) return 'too-large'
  if (bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004') return 'not-xlsx'
  const entries = zipEntries(bytes)
  if (!entries) return 'unreadable'
  if (entries.some(({ name }) => macroPart.test(name))) return 'macro-file'
  try {
    return problemInside(bytes, entries)
  } catch (error) {
    return error instanceof UnpackedTooMuch ? 'zip-bomb' : 'unreadable'
  }
}

/** Unpacks every part once, within bounds, so that whatever the library unpacks later is known to be harmless. */
function problemInside(bytes: Buffer, entries: readonly ZipEntry[]): PacketProblem | undefined {
  let room = Math.min(bytes.length * mostRatio, mostUnpacked)
  let cells = 0
  for (const entry of entries) {
    const content = unpack(bytes, entry, room)
    room -= content.length
    if (entry.name.toLowerCase() === '[content_types].xml' && macroType.test(content.toString('latin1')))
      return 'macro-file'
    if (/^xl\/worksheets\/[^/]*\.xml$/i.test(entry.name)) cells += cellsIn(content, mostCells - cells)
    if (cells > mostCells) return 'too-many-cells'
  }
  return fileType(bytes) === 'xlsx' ? undefined : 'not-xlsx'
}

/** Counts the cells of a sheet's XML; stops once there are more than `most`. */
function cellsIn(xml: Buffer, most: number): number {
  let count = 0
  for (let at = xml.indexOf('<c'); at >= 0 && count <= most; at = xml.indexOf('<c', at + 2)) {
    const next = String.fromCharCode(xml[at + 2] ?? 0)
    if (/[\s/>]/.test(next)) count += 1
  }
  return count
}
