import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ExtraKind } from '../../shared/domain/extra-box.ts'
import { type Desk, listing, readyDesk } from './desk.ts'
import { checkFile, importFile, rowsOf, table } from './import-steps.ts'

const noWords = { zhTW: null, en: null }

function addBox(desk: Desk, kind: ExtraKind, label: string, options: readonly string[] = []) {
  const worded = options.map(option => ({ code: '', retired: false, label: option, ...noWords }))
  return desk.ask('extraBoxes.put', { requestId: randomUUID(), id: null, kind, label, ...noWords, options: worded })
}

async function deskWithBoxes() {
  const desk = await readyDesk()
  const boxes = {
    text: await addBox(desk, 'text', '许可证号'),
    number: await addBox(desk, 'number', '返点（%）'),
    date: await addBox(desk, 'date', '许可证到期'),
    // The code of the first answer is the wording of the second one.
    choice: await addBox(desk, 'choice', '送货次数', ['2', '1', '3']),
  }
  return { desk, importer: { backend: desk.backend, caller: desk }, boxes }
}

const heads = ['客户名称', '许可证号', '返点（%）', '许可证到期', '送货次数']

async function answersOf(desk: Desk, name: string) {
  const [found] = (await desk.ask('customers.list', listing(name))).rows
  return (await desk.ask('cards.open', { id: found?.id ?? 0 })).answers
}

test('boxes of the company are found by their name, checked as on the card, written and taken back', async () => {
  const { desk, importer, boxes } = await deskWithBoxes()
  const known = await desk.create({ 'customer.name': '甲' })
  const { text, number, date, choice } = boxes
  await desk.ask('cards.saveExtra', {
    requestId: randomUUID(),
    id: known.id,
    changes: { [text.id]: { from: null, to: 'JY1' }, [number.id]: { from: null, to: 1 } },
  })
  const before = await desk.ask('cards.open', { id: known.id })
  const file = table(
    heads,
    ['甲', '', '-2.5', '[清空]', '1'],
    ['乙', 'JY2', '3', '2027-01-31', '3'],
    ['丙', '', '很多', '', '9'],
  )
  const { columns, check } = await checkFile(importer, file)
  expect(columns.slice(1).map(({ path }) => path)).toEqual([text, number, date, choice].map(({ id }) => `extra.${id}`))
  expect(check.counts).toEqual({ new: 1, updated: 1, same: 0, duplicate: 0, error: 1 })
  const [updated, , wrong] = await rowsOf(desk, check)
  expect(updated?.changes).toEqual([
    { path: `extra.${number.id}`, from: 1, to: -2.5 },
    { path: `extra.${choice.id}`, from: null, to: '2' },
  ])
  expect(wrong?.problems.map(({ code, path }) => [code, path])).toEqual([
    ['notNumber', `extra.${number.id}`],
    ['not-an-option', `extra.${choice.id}`],
  ])
  const { id } = await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  expect(await answersOf(desk, '甲')).toEqual({ [text.id]: 'JY1', [number.id]: -2.5, [choice.id]: '2' })
  expect(await answersOf(desk, '乙')).toEqual({
    [text.id]: 'JY2',
    [number.id]: 3,
    [date.id]: '2027-01-31',
    [choice.id]: '3',
  })
  const { entries } = await desk.ask('customers.history', { id: known.id })
  expect(entries).toContainEqual(expect.objectContaining({ path: `extra.${number.id}`, from: 1, to: -2.5 }))
  expect((await checkFile(importer, file)).check.counts).toMatchObject({ same: 2, error: 1 })
  const undone = await desk.ask('imports.undo', { requestId: randomUUID(), id })
  expect(undone).toEqual({ removed: 1, restored: 1, refused: [] })
  expect((await desk.ask('cards.open', { id: known.id })).answers).toEqual(before.answers)
  expect((await desk.ask('audit.verify', { anchor: null })).broken).toBeNull()
})

test('an option that is retired stays with those who have it and is given to nobody', async () => {
  const { desk, importer, boxes } = await deskWithBoxes()
  await importFile(importer, table(heads, ['甲', '', '', '', '3']))
  const options = boxes.choice.options.map(option => ({ ...option, retired: option.label === '3' }))
  await desk.ask('extraBoxes.put', { requestId: randomUUID(), ...boxes.choice, options })
  const { check } = await checkFile(importer, table(heads, ['甲', '', '', '', '3'], ['乙', '', '', '', '3']))
  expect((await rowsOf(desk, check)).map(({ state }) => state)).toEqual(['same', 'error'])
})

test('a box that has the name of one of the forms is asked about, and one that is retired meanwhile is not written', async () => {
  const { desk, importer, boxes } = await deskWithBoxes()
  const fax = await addBox(desk, 'text', '传真')
  const { columns } = await checkFile(importer, table(['客户名称', '传真'], ['甲', '1']))
  expect(columns[1]).toMatchObject({ path: null, offered: [`extra.${fax.id}`, 'customer.fax'] })
  const { check } = await checkFile(importer, table(heads, ['甲', 'JY1', '', '', '']))
  await desk.ask('extraBoxes.retire', { requestId: randomUUID(), id: boxes.text.id, retired: true })
  const commit = { requestId: randomUUID(), check: check.check }
  expect((await desk.refusal('imports.commit', commit)).code).toBe('import-stale')
  const again = checkFile(importer, table(heads, ['甲', 'JY1', '', '', '']), { 许可证号: `extra.${boxes.text.id}` })
  await expect(again).rejects.toThrow('invalid-input')
})
