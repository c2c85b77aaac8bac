import type { PacketRefusal } from '../../../../shared/contract/packet-calls.ts'
import { formatQuantity } from '../../../../shared/domain/plain-number.ts'
import { fromSerial } from '../../../../shared/domain/serial-date.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { headFill, type Worksheet } from '../workbook.ts'
import { identitySheet, signatureAddress } from './identity-sheet.ts'
import { openCells } from './open-cells.ts'
import { type PlainCell, type PlainSheet, plainSheets } from './packet-cells.ts'
import type { PacketContent } from './packet-content.ts'
import { packetWorkbook } from './packet-workbook.ts'
import { refusal } from './refusal.ts'

const mostChanges = 100

/**
 * Draws a packet anew and holds what came back against it, sheet by sheet and cell by cell, all but the cells that are to be filled in.
 * Answers the differences, at most a hundred of them; none is the good case.
 */
export function comparePacket(content: PacketContent, found: readonly PlainSheet[]): PacketRefusal[] {
  const workbook = packetWorkbook(content)
  const wanted = plainSheets(workbook)
  const names = new Set(wanted.map(({ name }) => name))
  const extra = found
    .filter(({ name }, index) => !names.has(name) || found.findIndex(other => other.name === name) !== index)
    .map(({ name }) => refusal('extra-sheet', { sheet: name, found: name }))
  const open = openAddresses(content)
  const differences = wanted.flatMap(sheet => {
    const match = found.find(({ name }) => name === sheet.name)
    if (!match) return [refusal('missing-sheet', { sheet: sheet.name, expected: sheet.name })]
    return changedCells(sheet, match, open.get(sheet.name) ?? new Set(), workbook.getWorksheet(sheet.name))
  })
  return [...extra, ...differences].slice(0, mostChanges)
}

function openAddresses(content: PacketContent): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([
    [packetSheetTexts[content.language].approvalSheet, new Set(openCells(content).map(([, address]) => address))],
    [identitySheet, new Set([signatureAddress])],
  ])
}

function changedCells(
  wanted: PlainSheet,
  found: PlainSheet,
  open: ReadonlySet<string>,
  drawn: Worksheet | undefined,
): PacketRefusal[] {
  const addresses = new Set([...wanted.cells.keys(), ...found.cells.keys()])
  return [...addresses].flatMap(address => {
    const before = wanted.cells.get(address)
    const after = found.cells.get(address)
    if (open.has(address) || isSame(before, after)) return []
    const format = drawn?.getCell(address).numFmt ?? ''
    const facts = { sheet: wanted.name, cell: named(address, drawn), expected: shown(before, format) }
    return [refusal('cell-changed', { ...facts, found: shown(after, format) })]
  })
}

/** Programs write the last digit of a number differently. */
function isSame(before: PlainCell | undefined, after: PlainCell | undefined): boolean {
  if (typeof before !== 'number' || typeof after !== 'number') return before === after
  return Math.abs(before - after) <= 1e-9 * Math.max(1, Math.abs(before))
}

function shown(value: PlainCell | undefined, format: string): string {
  if (typeof value !== 'number') return (value ?? '').slice(0, 200)
  return format.startsWith('yyyy') && value >= 61 ? fromSerial(value) : formatQuantity(value)
}

/** B12 申请额度: a person looks for the words of the head on the left. */
function named(address: string, drawn: Worksheet | undefined): string {
  const cell = drawn?.getCell(address)
  if (!drawn || !cell) return address
  for (let column = Number(cell.col) - 1; column > 0; column -= 1) {
    const left = drawn.getCell(Number(cell.row), column).master
    if (left.fill === headFill && typeof left.value === 'string') return `${address} ${left.value.replace(/\s+/g, '')}`
  }
  return address
}
