import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import exceljs from 'exceljs'
import { comparePacket } from '../../electron/backend/reports/packet/compare-packet.ts'
import { openCells, type OpenBox } from '../../electron/backend/reports/packet/open-cells.ts'
import type { PacketContent } from '../../electron/backend/reports/packet/packet-content.ts'
import { packetWorkbook } from '../../electron/backend/reports/packet/packet-workbook.ts'
import { readAnswer } from '../../electron/backend/reports/packet/read-answer.ts'
import { readPacket } from '../../electron/backend/reports/packet/read-packet.ts'
import { writeWorkbook } from '../../electron/backend/reports/workbook.ts'
import { toSerial } from '../../shared/domain/serial-date.ts'
import { packetSheetTexts } from '../../shared/text/packet-sheet.ts'

/** What somebody does to a workbook in a spreadsheet program. */
export type Step =
  | { readonly sheet: string; readonly cell: string; readonly number: number }
  | { readonly sheet: string; readonly cell: string; readonly text: string }
  | { readonly sheet: string; readonly cell: string; readonly formula: string }
  | { readonly removeSheet: string }
  | { readonly addSheet: string }

/** Writes a packet as the program hands it out. */
export async function writePacket(file: string, content: PacketContent): Promise<void> {
  await writeWorkbook(file, packetWorkbook(content))
}

/** What is filled in, box by box: numbers as they are, days as day numbers where they are ISO. */
export type Filling = Partial<Readonly<Record<OpenBox, string | number>>>

/** The steps that fill the open cells of a packet in. */
export function fillIn(content: Pick<PacketContent, 'language' | 'post' | 'isLastStep'>, filling: Filling): Step[] {
  const sheet = packetSheetTexts[content.language].approvalSheet
  return openCells(content).flatMap(([box, cell]): Step[] => {
    const value = filling[box]
    if (value === undefined) return []
    const number = typeof value === 'number' ? value : toSerial(value)
    return [number === undefined ? { sheet, cell, text: String(value) } : { sheet, cell, number }]
  })
}

/** Opens, changes and saves workbooks in LibreOffice, all in one run of it. Throws with what it said where it failed. */
export function inLibreOffice(jobs: readonly { from: string; to: string; steps: readonly Step[] }[]): void {
  const profile = mkdtempSync(path.join(tmpdir(), 'kehu-office-'))
  const script = path.resolve(import.meta.dirname, '../fixtures/spreadsheet.py')
  const run = spawnSync('/usr/bin/python3', [script], {
    input: JSON.stringify({ profile, jobs }),
    encoding: 'utf8',
    timeout: 120_000,
  })
  rmSync(profile, { recursive: true, force: true })
  if (run.status !== 0) throw new Error(`LibreOffice failed: ${run.stderr}`)
}

/** Changes a workbook with exceljs and saves it, as a strange program would. */
export async function inExceljs(from: string, to: string, steps: readonly Step[]): Promise<void> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.readFile(from)
  for (const step of steps) {
    if ('removeSheet' in step) workbook.removeWorksheet(step.removeSheet)
    else if ('addSheet' in step) workbook.addWorksheet(step.addSheet)
    else {
      const cell = workbook.getWorksheet(step.sheet)?.getCell(step.cell)
      if (!cell) throw new Error(`no sheet ${step.sheet}`)
      if ('formula' in step) cell.value = { formula: step.formula.slice(1), result: 0 }
      else cell.value = 'number' in step ? step.number : step.text
    }
  }
  await workbook.xlsx.writeFile(to)
}

/** Reads a file back and holds it against what went out. */
export async function readBack(file: string, content: PacketContent, today: string) {
  const read = await readPacket(readFileSync(file))
  if (!read.ok) return { code: read.code, changes: [], answer: null, refusals: [] }
  const { answer, refusals } = readAnswer(content, read.sheets, today)
  return { code: null, changes: comparePacket(content, read.sheets), answer, refusals, sheets: read.sheets }
}
