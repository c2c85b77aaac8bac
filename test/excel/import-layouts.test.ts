import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lookAtTables } from '../../electron/backend/imports/look-at-table.ts'
import { openTable } from '../../electron/backend/imports/open-table.ts'
import { openRecords, type SheetRecord } from '../../electron/backend/imports/read-records.ts'
import { targetsWith } from '../../electron/backend/imports/targets.ts'
import { writeRegister } from '../../electron/backend/reports/register.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import { changedPaths, withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { registerColumns } from '../../shared/catalogue/register.ts'
import { languages } from '../../shared/text/language.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'
import expected from '../fixtures/imports/expected.json' with { type: 'json' }
import { context, scratch } from './make.ts'

const folder = path.join(import.meta.dirname, '../fixtures/imports')
const today = '2026-03-05'
const targets = targetsWith([])

/** A file read as the program proposes it: every sheet that it finds, every column into the box that was found for it. */
async function imported(file: string) {
  const looks = await lookAtTables(await openTable(await readFile(file)), { today, targets })
  return Promise.all(
    looks.map(async look => {
      const mapping = look.columns.map(({ column, path: box }) => ({ column, path: box }))
      const records: SheetRecord[] = []
      const order = { kind: look.kind, headRow: look.head.lastRow, mapping, today, targets }
      const table = await openRecords(look.sheet, order)
      for await (const record of table.records) records.push(record)
      return { look, records }
    }),
  )
}

const told = ({ path: box, code, found }: SheetRecord['problems'][number]) => `${box} ${code} ${found}`
const pointedOut = ({ path: box, code, suggestion = '' }: SheetRecord['notes'][number]) =>
  `${box} ${code} ${suggestion}`

describe('tables as offices and other programs write them', () => {
  test.each(Object.entries(expected))('%s', async (name, layouts) => {
    const tables = (await imported(path.join(folder, name))).map(({ look, records }) => ({
      sheet: look.sheet.name,
      ...(look.kind === 'customers' ? {} : { kind: look.kind }),
      head: [look.head.firstRow, look.head.lastRow],
      unmapped: look.columns.filter(({ path: box }) => box === null).map(({ head }) => head),
      records: records.map(({ row, values, problems, notes }) => ({
        row,
        values,
        ...(problems.length > 0 ? { problems: problems.map(told) } : {}),
        ...(notes.length > 0 ? { notes: notes.map(pointedOut) } : {}),
      })),
    }))
    expect(tables).toEqual([layouts].flat())
  })
})

describe('our own register', () => {
  const customers: readonly Values[] = [fullCustomer, bareCustomer, ...sampleCustomers(40, 1)]

  test.each(languages)('comes back as it was handed out, in %s', async language => {
    const file = path.join(scratch(), 'register.xlsx')
    const reported = customers.map((values, index) => ({ customerNo: String(index), values }))
    await writeRegister(
      file,
      { customers: reported, count: customers.length, columns: registerColumns },
      { ...context, language, withDelicate: true },
    )
    const [found] = await imported(file)
    if (!found) throw new Error('no table')
    const { look, records } = found
    expect(look.columns.map(({ path: box }) => box)).toEqual(registerColumns)
    expect(look.columns.every(({ reason }) => reason === 'form')).toBe(true)
    expect(records.flatMap(({ problems }) => problems)).toEqual([])
    const changes = customers.map((values, index) => {
      const shown = Object.fromEntries(registerColumns.map(column => [column, values[column] ?? null]))
      return changedPaths(withoutEmpty(shown), withoutEmpty(records[index]?.values ?? {}))
    })
    expect(records.length).toBe(customers.length)
    expect(changes.flat()).toEqual([])
  })
})
