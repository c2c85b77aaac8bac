import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { registerColumns } from '../../shared/catalogue/register.ts'
import { languages } from '../../shared/text/language.ts'
import { type Desk, deskAt, temporaryFolder } from '../backend/desk.ts'
import { checkFile, table } from '../backend/import-steps.ts'
import { samplePassword } from '../../shared/domain/sample.ts'
import { inExceljs, inLibreOffice } from './packet-steps.ts'
import { reopen } from './read-back.ts'

async function sampleDesk() {
  const desk = deskAt(temporaryFolder(), { sample: true })
  await desk.signIn('林晓', samplePassword)
  return { desk, importer: { backend: desk.backend, caller: desk } }
}

/** Takes a delivered file out of the outbox. */
function taken(desk: Desk, download: string | undefined): string {
  const file = path.join(temporaryFolder(), 'sheet.xlsx')
  copyFileSync(desk.backend.outboxFile(download ?? '')?.path ?? '', file)
  return file
}

/** Gives some customers answers in boxes of every kind that the company added. */
async function answerExtraBoxes(desk: Desk) {
  const option = (label: string, en: string | null) => ({ code: '', retired: false, label, zhTW: null, en })
  const add = (kind: 'text' | 'number' | 'date' | 'choice', label: string, en: string | null) =>
    desk.ask('extraBoxes.put', {
      requestId: randomUUID(),
      id: null,
      kind,
      label,
      zhTW: null,
      en,
      options: kind === 'choice' ? [option('2', 'twice'), option('1', null), option('=每天', 'daily')] : [],
    })
  const boxes = [
    await add('text', '许可证号', 'Permit'),
    await add('number', '返点（%）', null),
    await add('date', '许可证到期', null),
    await add('choice', '送货次数', 'Deliveries'),
  ]
  const answers = [
    ['0012345678901234567', -2.5, '2027-02-28', '1'],
    ['=1+1', 1_234_567.89, '1999-12-31', '2'],
    ['两行\n字', 0, null, '3'],
  ]
  for (const [index, values] of answers.entries()) {
    const changes = boxes.map(({ id }, at) => [id, { from: null, to: values[at] ?? null }] as const)
    await desk.ask('cards.saveExtra', { requestId: randomUUID(), id: index + 1, changes: Object.fromEntries(changes) })
  }
  return boxes.map(({ id }) => `extra.${id}`)
}

const everyCustomer = Array.from({ length: 200 }, (_, index) => index + 1)
const nothing = { new: 0, updated: 0, same: 0, duplicate: 0, error: 0 }
const allSame = { new: 0, updated: 0, same: 200, duplicate: 0, error: 0 }

test('a register of every box comes back without a single change, also after LibreOffice has saved it', async () => {
  const { desk, importer } = await sampleDesk()
  const extras = await answerExtraBoxes(desk)
  for (const language of languages) {
    const { download } = await desk.ask('exports.register', {
      requestId: randomUUID(),
      selection: { ids: everyCustomer },
      columns: [...registerColumns],
      withExtra: true,
      withDelicate: true,
      reason: '往返核对之用',
      language,
    })
    const file = taken(desk, download)
    const { columns, check } = await checkFile(importer, readFileSync(file))
    const known = columns.flatMap(({ path: box }) => box ?? [])
    expect(known.length).toBeGreaterThan(registerColumns.length * 0.9)
    expect(known.slice(-extras.length)).toEqual(extras)
    expect({ language, ...check.counts }).toEqual({ language, ...allSame })
    if (language !== 'zh-CN') continue
    const saved = file.replace('.xlsx', '-saved.xlsx')
    inLibreOffice([{ from: file, to: saved, steps: [] }])
    expect((await checkFile(importer, readFileSync(saved))).check.counts).toEqual(allSame)
    await inExceljs(file, saved, [{ sheet: '客户名册', cell: 'E3', text: '0571-88660000' }])
    const changed = await checkFile(importer, readFileSync(saved))
    expect(changed.check.counts).toEqual({ ...allSame, same: 199, updated: 1 })
  }
})

test('a register without delicate answers comes back without a single change, too', async () => {
  const { desk, importer } = await sampleDesk()
  for (const language of languages) {
    const { download } = await desk.ask('exports.register', {
      requestId: randomUUID(),
      selection: { ids: everyCustomer },
      columns: [...registerColumns],
      withDelicate: false,
      language,
    })
    const { check } = await checkFile(importer, readFileSync(taken(desk, download)))
    expect({ language, ...check.counts }).toEqual({ language, ...allSame })
  }
})

test('the rows that were left out come back with what is wrong, and are imported once they are corrected', async () => {
  const { desk, importer } = await sampleDesk()
  const rows = table(['客户名称', '资本额'], ['绍兴新客户甲', '很多'], ['绍兴新客户乙', '50万'])
  const { check } = await checkFile(importer, rows)
  expect(check.counts).toEqual({ new: 1, updated: 0, same: 0, duplicate: 0, error: 1 })
  const order = { requestId: randomUUID(), check: check.check, language: 'zh-CN' } as const
  const { download } = await desk.ask('imports.errorSheet', order)
  const file = taken(desk, download)
  const sheet = (await reopen(file)).worksheets[0]
  expect(sheet?.getRow(1).values).toContain('错误说明')
  expect(sheet?.getCell('C2').text).toContain('资本额')
  expect(sheet?.rowCount).toBe(2)
  const corrected = file.replace('.xlsx', '-corrected.xlsx')
  await inExceljs(file, corrected, [{ sheet: sheet?.name ?? '', cell: 'B2', text: '60万' }])
  const again = await checkFile(importer, readFileSync(corrected))
  expect(again.check.counts).toEqual({ new: 1, updated: 0, same: 0, duplicate: 0, error: 0 })
})

test('a row that comes in without a cell is handed back with the reason, and comes back as what is written already', async () => {
  const { desk, importer } = await sampleDesk()
  const rows = table(
    ['客户名称', '地址', '性质', '银行帐号'],
    ['绍兴个体店', '解放路 1 号', '个体', '6222021234567890123'],
  )
  const { check } = await checkFile(importer, rows)
  expect(check).toMatchObject({ counts: { ...nothing, new: 1 }, leftOut: 1 })
  const { download } = await desk.ask('imports.errorSheet', {
    requestId: randomUUID(),
    check: check.check,
    language: 'zh-CN',
  })
  await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  const file = taken(desk, download)
  const sheet = (await reopen(file)).worksheets[0]
  expect(sheet?.getCell('D2').text).toBe('6222021234567890123')
  expect(sheet?.getCell('E2').text).toContain('这一栏没有写入')
  const again = await checkFile(importer, readFileSync(file))
  expect(again.check).toMatchObject({ counts: { ...nothing, same: 1 }, leftOut: 1 })
})

test('the empty sheet is understood by its heads and imports nobody', async () => {
  const { desk, importer } = await sampleDesk()
  for (const language of ['zh-CN', 'en'] as const) {
    const { download } = await desk.ask('imports.template', { requestId: randomUUID(), language })
    const file = taken(desk, download)
    const { worksheets } = await reopen(file)
    const help = worksheets.at(-1)
    expect(help?.getColumn(1).values).toContain(language === 'en' ? 'People · Role' : '人员 · 角色')
    expect(help?.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1 })
    const sheet = worksheets[0]
    const name = sheet?.getRow(1).values
    const column = Array.isArray(name) ? name.indexOf(language === 'en' ? 'Customer name' : '客户名称') : 0
    const filled = file.replace('.xlsx', '-filled.xlsx')
    const cell = sheet?.getCell(2, column).address ?? ''
    await inExceljs(file, filled, [{ sheet: sheet?.name ?? '', cell, text: `湖州新客户${language}` }])
    const { columns, check } = await checkFile(importer, readFileSync(filled))
    expect(columns.filter(({ path: box }) => box === null)).toEqual([])
    expect(check.counts).toEqual({ new: 1, updated: 0, same: 0, duplicate: 0, error: 0 })
  }
})
