import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { shortName } from '../short-name.ts'
import type { PacketContent } from './packet-content.ts'

/** The content without the answers of delicate boxes, which leave the house only when somebody asked for it (rules 11). */
export function withoutDelicate(content: PacketContent): PacketContent {
  const isDelicate = (path: string) => boxAt(path)?.field.delicate === true
  const closed = (changes: PacketContent['changes']) =>
    changes.map(change => (isDelicate(change.path) ? { ...change, from: null, to: null } : change))
  return {
    ...content,
    withDelicate: false,
    snapshot: {
      ...content.snapshot,
      values: Object.fromEntries(Object.entries(content.snapshot.values).filter(([path]) => !isDelicate(path))),
    },
    changes: closed(content.changes),
    versionChanges: closed(content.versionChanges),
  }
}

/** What the file of a packet is called, without its ending. */
export function packetFileName({ language, number, customerName, revision }: PacketContent): string {
  return packetSheetTexts[language].fileName(number, shortName(customerName), revision)
}
