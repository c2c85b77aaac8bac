import * as z from 'zod'
import { canonicalJson } from '../../../../shared/domain/canonical-json.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import type { Language } from '../../../../shared/text/language.ts'
import type { Workbook } from '../workbook.ts'
import { type PacketContent, packetContent } from './packet-content.ts'

/** The hidden sheet that says which packet this is. */
export const identitySheet = 'kehu'
/** The hidden sheet with the words to choose from. */
const dictionarySheet = '字典'
/** The defined name of the list of decisions. */
export const decisionList = '意见列表'
/** Where the approver's own copy of the program leaves its signature. */
export const signatureAddress = 'B1'
/** The document property that tells a packet by, should somebody remove its hidden sheet. */
export const packetKeyword = 'kehu-packet'

const marker = 'kehu packet'
const version = '1'
const firstChunk = 4
const chunkLength = 30_000

/** The signature of an approver's own copy of the program: Ed25519 over packet, content and answer, all in base64. */
export const keySignature = z.object({ publicKey: z.string(), signature: z.string() })
export type KeySignature = z.infer<typeof keySignature>

/** Adds both hidden sheets; the content is written as canonical JSON in plain ASCII, which every program gives back as it was. */
export function addHiddenSheets(workbook: Workbook, content: PacketContent, signature?: KeySignature): void {
  const sheet = workbook.addWorksheet(identitySheet, { state: 'veryHidden' })
  const lines = [marker, version, content.packetId, ...chunks(asciiJson(content))]
  lines.forEach((line, index) => {
    sheet.getCell(index + 1, 1).value = line
  })
  if (signature) sheet.getCell(signatureAddress).value = canonicalJson(signature)
  const words = decisionWords(content.language)
  const dictionary = workbook.addWorksheet(dictionarySheet, { state: 'veryHidden' })
  words.forEach((word, index) => {
    dictionary.getCell(index + 1, 1).value = word
  })
  workbook.definedNames.add(`'${dictionarySheet}'!$A$1:$A$${words.length}`, decisionList)
}

/** The decisions as the list offers them. */
export function decisionWords(language: Language): string[] {
  return Object.values(packetSheetTexts[language].decisions)
}

/** What the hidden sheet of a file says; nothing where it is no such sheet. `content` is missing when somebody meddled with it. */
export function readIdentity(
  cells: ReadonlyMap<string, string | number>,
): { readonly packetId: string; readonly content: PacketContent | undefined } | undefined {
  if (cells.get('A1') !== marker) return undefined
  let json = ''
  for (let row = firstChunk; cells.has(`A${row}`); row += 1) json += String(cells.get(`A${row}`))
  return { packetId: String(cells.get('A3') ?? ''), content: parse(json, packetContent) }
}

/** The signature that a key left in the file. */
export function readKeySignature(cells: ReadonlyMap<string, string | number>): KeySignature | 'wrong' | undefined {
  const json = cells.get(signatureAddress)
  return json === undefined ? undefined : (parse(String(json), keySignature) ?? 'wrong')
}

function parse<T>(json: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function asciiJson(content: PacketContent): string {
  return canonicalJson(content).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function chunks(line: string): string[] {
  return Array.from({ length: Math.ceil(line.length / chunkLength) }, (_, index) =>
    line.slice(index * chunkLength, (index + 1) * chunkLength),
  )
}
