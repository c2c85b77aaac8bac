import { packetSheet as en } from './en/packet-sheet.ts'
import type { Language } from './language.ts'
import { type PacketSheetTexts, packetSheet as simplified } from './zh-CN/packet-sheet.ts'
import { packetSheet as traditional } from './zh-TW/packet-sheet.ts'

/** The words of approval packets by language. */
export const packetSheetTexts: Readonly<Record<Language, PacketSheetTexts>> = {
  'zh-CN': simplified,
  'zh-TW': traditional,
  en,
}
