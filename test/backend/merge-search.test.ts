import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { addDays } from '../../shared/domain/calendar.ts'
import { companyAtWork, goTo } from './company.ts'
import { type Caller, listing } from './desk.ts'
import { merge, unmerging } from './merge-desk.ts'

async function rename(by: Caller, id: number, boxes: Values): Promise<void> {
  const { revision, values } = await by.whole(id)
  const changes = Object.entries(boxes).map(([path, to]) => [path, { from: values[path] ?? null, to }])
  await by.save(id, revision, Object.fromEntries(changes))
}

test('a merge takes nothing out of the search that either card was called or registered as, and neither does undoing it', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const cards = [
    await filler.create({ 'customer.name': '杭州明珠商贸有限公司', 'customer.businessRegNo': '110108000000016' }),
    await filler.create({ 'customer.name': '宁波大华食品厂', 'customer.businessRegNo': '110108000000024' }),
  ]
  const [older, younger] = cards.map(({ id }) => id) as [number, number]
  await goTo(company, addDays(company.clock.today(), 1))
  await rename(filler, older, { 'customer.name': '杭州远洋粮油行', 'customer.businessRegNo': '91350100M000100Y43' })
  await rename(filler, younger, { 'customer.name': '宁波金谷粮油行', 'customer.businessRegNo': '91110108551385082Q' })
  const own = { [older]: ['明珠', '110108000000016', '91350100'], [younger]: ['大华', '110108000000024', '91110108'] }
  const listed = async (id: number) => {
    const words = Object.values(own).flat()
    const found = await Promise.all(words.map(word => filler.ask('customers.list', listing(word))))
    return words.filter((_, index) => found[index]?.rows.some(row => row.id === id))
  }
  const id = await merge(signers.salesManager, older, younger)
  expect(await listed(older)).toEqual(Object.values(own).flat())
  for (const search of ['大华', '110108000000024', '91110108551385082Q'])
    expect((await filler.ask('customers.mergedHits', { search })).cards.map(card => card.id)).toEqual([younger])
  expect((await filler.ask('customers.mergedHits', { search: '110108' })).cards).toEqual([])
  await signers.salesManager.ask('customers.unmerge', unmerging(id))
  expect([await listed(older), await listed(younger)]).toEqual([own[older], own[younger]])
})
