import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPaths, withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Value, Values } from '../../shared/catalogue/field.ts'
import { rollBack } from '../../shared/domain/history.ts'
import { readyDesk, steadyClock } from './desk.ts'
import { importFile, table } from './import-steps.ts'

test('history names who, when, old and new, newest first', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const { id } = await desk.create({ 'customer.name': '甲' })
  const saved = await desk.save(id, 1, { 'customer.name': { from: '甲', to: '乙' } })
  const { entries } = await desk.ask('customers.history', { id })
  expect(entries[0]).toMatchObject({ by: '林晓', path: 'customer.name', from: '甲', to: '乙' })
  expect(saved).toMatchObject({ value: { savedAt: entries[0]?.at } })
  expect(entries.at(-1)).toMatchObject({ from: null })
})

test('history names the file that a card or a change came from', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const { id, customerNo } = await desk.create({ 'customer.name': '杭州明珠商贸有限公司' })
  const rows = [
    [customerNo, '杭州明珠商贸有限公司', '0571-88661234'],
    ['', '宁波大华食品厂', ''],
  ]
  await importFile({ backend: desk.backend, caller: desk }, table(['客户编号', '客户名称', '电话'], ...rows))
  const sources = async (customerId: number) =>
    (await desk.ask('customers.history', { id: customerId })).entries.map(({ path, importedFrom }) => [
      path,
      importedFrom,
    ])
  expect((await sources(id))[0]).toEqual(['customer.phone', '客户.xlsx'])
  expect(await sources(id)).toContainEqual(['customer.name', null])
  expect(await sources(id + 1)).toContainEqual(['customer.name', '客户.xlsx'])
})

test('the card as of any instant is the card that was saved then', async () => {
  const desk = await readyDesk({ clock: steadyClock() })
  const saves = [await desk.create({ 'customer.name': '甲', 'customer.phone': '1' })]
  const { id } = saves[0] ?? { id: 0 }
  for (const [revision, changes] of [
    { 'customer.phone': { from: '1', to: null }, 'people.buyer.1.name': { from: null, to: '丙' } },
    { 'people.buyer.1.name': { from: '丙', to: null }, 'credit.shop.ownedProperty': { from: null, to: true } },
    { 'customer.phone': { from: null, to: '2' }, 'customer.transportModes': { from: null, to: ['rail'] } },
  ].entries()) {
    const outcome = await desk.save(id, revision + 1, changes)
    if (outcome.ok) saves.push(outcome.value)
  }
  expect(saves).toHaveLength(4)
  for (const { savedAt, values } of saves)
    expect((await desk.ask('customers.asOf', { id, at: savedAt })).values).toEqual(values)
  expect((await desk.ask('customers.asOf', { id, at: '2000-01-01T00:00:00Z' })).values).toEqual({})
})

test('rolling back any row of changes gives every state in between', () => {
  const value: fc.Arbitrary<Value> = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.subarray(['a', 'b']))
  const state = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value).map(withoutEmpty)
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 6 }), states => {
      const steps = states.slice(1).flatMap((after, index) => {
        const before: Values = states[index] ?? {}
        return changedPaths(before, after).map(path => ({ path, from: before[path] ?? null, step: index }))
      })
      const present = states.at(-1) ?? {}
      states.forEach((expected, index) => {
        const later = steps.filter(change => change.step >= index).reverse()
        expect(changedPaths(rollBack(present, later), expected)).toEqual([])
      })
    }),
  )
})
