import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedPaths } from '../../shared/catalogue/derive/value.ts'
import type { Value, Values } from '../../shared/catalogue/field.ts'
import { addDays } from '../../shared/domain/calendar.ts'
import { mergeChoices } from '../../shared/domain/merge.ts'
import {
  addPaper,
  begin,
  beginTemporary,
  type Company,
  companyAtWork,
  goTo,
  readyCustomer,
  signThrough,
  submit,
  typedCustomer,
  verifyAll,
} from './company.ts'
import { type Caller, deskPassword, listing, loggedOf } from './desk.ts'
import { looking, merge, merging, preview, referringTables, unmerging } from './merge-desk.ts'

const manager = ({ signers }: Company): Caller => signers.salesManager

async function twoCards(company: Company, first: Values = {}, second: Values = {}): Promise<[number, number]> {
  const older = await company.filler.create({ 'customer.name': '杭州明珠商贸有限公司', ...first })
  // Named otherwise: the program takes no firm twice.
  const younger = await company.filler.create({ 'customer.name': '宁波大华食品厂', ...second })
  return [older.id, younger.id]
}

const valuesOf = async (by: Caller, id: number) => (await by.ask('customers.open', { id })).values
async function expectWholeLog({ administrator }: Company): Promise<void> {
  // Long tests outlast the patience of a window.
  await administrator.ask('session.unlock', { password: deskPassword })
  expect((await administrator.ask('audit.verify', { anchor: null })).broken).toBeNull()
}

describe('the merged card', () => {
  test('is not listed, is found by its number and name, and says where it went', async () => {
    const company = await companyAtWork()
    const [older, younger] = await twoCards(company)
    await merge(manager(company), younger, older)
    const { filler } = company
    const { rows, total } = await filler.ask('customers.list', listing())
    expect([total, rows.map(({ id }) => id)]).toEqual([1, [older]])
    expect((await filler.ask('customers.list', listing('', true))).total).toBe(0)
    // The customer is found under either name.
    expect((await filler.ask('customers.list', listing('大华食品'))).rows.map(({ id }) => id)).toEqual([older])
    for (const search of ['KH-0002', '2', '大华食品'])
      expect((await filler.ask('customers.mergedHits', { search })).cards).toMatchObject([
        { id: younger, into: { id: older, customerNo: '0001' } },
      ])
    expect((await filler.ask('customers.open', { id: younger })).mergedInto).toMatchObject({ customerNo: '0001' })
    const next = await filler.create({ 'customer.name': '绍兴金谷粮油行' })
    expect(next.customerNo).toBe('0003')
  })

  test('takes no changes and does not come back by being taken into use', async () => {
    const company = await companyAtWork()
    const [older, younger] = await twoCards(company)
    await merge(manager(company), older, younger)
    const { filler } = company
    expect(await filler.save(younger, 2, { 'customer.fax': { from: null, to: '0571' } })).toMatchObject({
      error: { code: 'merged' },
    })
    const back = { requestId: randomUUID(), id: younger, archived: false, reason: '' }
    expect((await filler.refusal('customers.archive', back)).code).toBe('merged')
    const begun = { requestId: randomUUID(), customerId: younger, kind: 'standing' } as const
    expect((await filler.refusal('applications.begin', begun)).code).toBe('archived')
  })

  test('follows the card that it was merged into, and comes back to it', async () => {
    const company = await companyAtWork()
    const [older, younger] = await twoCards(company)
    const oldest = older
    const { id: youngest } = await company.filler.create({ 'customer.name': '绍兴金谷粮油行' })
    await merge(manager(company), younger, youngest)
    const second = await merge(manager(company), oldest, younger)
    const into = async (id: number) => (await company.filler.ask('customers.open', { id })).mergedInto?.id
    expect([await into(younger), await into(youngest)]).toEqual([oldest, oldest])
    await manager(company).ask('customers.unmerge', unmerging(second))
    expect([await into(younger), await into(youngest)]).toEqual([undefined, younger])
  })
})

describe('what the merged card says', () => {
  test('what only one card knows is taken, of two answers that of the older card, and rows of both', async () => {
    const company = await companyAtWork()
    const [older, younger] = await twoCards(
      company,
      { 'customer.phone': '0571-88661234', 'people.principal.1.name': '王明', 'people.buyer.1.name': '李强' },
      {
        'customer.phone': '0571-99999999',
        'customer.fax': '0571-88661235',
        'people.principal.1.name': '王 明',
        'people.principal.1.phone': '13857105678',
        'people.buyer.1.name': '赵云',
        'people.seller.1.name': '孙芳',
      },
    )
    await merge(manager(company), older, younger)
    expect(await valuesOf(manager(company), older)).toMatchObject({
      'customer.name': '杭州明珠商贸有限公司',
      'customer.phone': '0571-88661234',
      'customer.fax': '0571-88661235',
      'people.principal.1.name': '王明',
      'people.principal.1.phone': '13857105678',
      'people.buyer.1.name': '李强',
      'people.buyer.2.name': '赵云',
      'people.seller.1.name': '孙芳',
    })
    expect(await valuesOf(manager(company), older)).not.toHaveProperty(['people.principal.2.name'])
  })

  test('a choice that there is not is refused, and so is a card that was changed since', async () => {
    const company = await companyAtWork()
    const [older, younger] = await twoCards(company)
    const by = manager(company)
    const shown = await preview(by, older, younger)
    const refuse = async (more: Parameters<typeof merging>[1]) =>
      await by.refusal('customers.merge', merging(shown, more))
    expect(await refuse({ choices: { 'customer.name': 'both' } })).toMatchObject({
      code: 'invalid-input',
      fields: ['customer.name'],
    })
    expect(await refuse({ choices: { 'customer.customerNo': 'drop' } })).toMatchObject({ code: 'invalid-input' })
    expect(await refuse({ keepId: younger, dropId: older })).toMatchObject({ code: 'invalid-input' })
    expect(await refuse({ reason: '重复' })).toMatchObject({ code: 'reason-missing' })
    await company.filler.save(younger, 1, { 'customer.fax': { from: null, to: '0571' } })
    expect(await refuse({})).toMatchObject({ code: 'merge-stale' })
    expect(await refuse({ dropId: older })).toMatchObject({ code: 'merge-impossible' })
  })

  test('sent twice it is done once, and the log knows both cards by their digests', async () => {
    const company = await companyAtWork()
    const [older, younger] = await twoCards(company)
    const by = manager(company)
    const order = merging(await preview(by, older, younger))
    const first = await by.ask('customers.merge', order)
    expect(await by.ask('customers.merge', order)).toEqual(first)
    const rows = await loggedOf(company.administrator, 'customer.merge')
    expect(rows.map(({ object }) => object).sort()).toEqual([`customer:${older}`, `customer:${younger}`])
    expect(rows.find(({ object }) => object === `customer:${older}`)).toMatchObject({
      reason: '同一家公司重复建档',
      facts: { keep: '0001', drop: '0002', dropDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    })
    await expectWholeLog(company)
  })

  test('tags and answers to boxes of the company come along, and go with the merge that brought them', async () => {
    const company = await companyAtWork()
    const { administrator, filler } = company
    const [older, younger] = await twoCards(company)
    const wording = { zhTW: null, en: null }
    const box = { requestId: randomUUID(), id: null, kind: 'text', label: '区域经理', ...wording, options: [] } as const
    const { id: boxId } = await administrator.ask('extraBoxes.put', { ...box, options: [] })
    const changes = { [boxId]: { from: null, to: '马春燕' } }
    await filler.ask('cards.saveExtra', { requestId: randomUUID(), id: younger, changes })
    const tag = (id: number, ...add: string[]) =>
      filler.ask('cards.tag', { requestId: randomUUID(), id, add, remove: [] })
    await tag(older, '重点')
    await tag(younger, '重点', '春节')
    const card = async () => await filler.ask('cards.open', { id: older })
    const { moves } = await manager(company).ask('customers.mergePreview', { a: older, b: younger })
    expect(moves).toMatchObject({ extraBoxes: 1, tags: 1 })
    const id = await merge(manager(company), older, younger)
    expect(await card()).toMatchObject({ tags: ['重点', '春节'], answers: { [boxId]: '马春燕' } })
    await manager(company).ask('customers.unmerge', unmerging(id))
    expect(await card()).toMatchObject({ tags: ['重点'], answers: {} })
    expect(await filler.ask('cards.open', { id: younger })).toMatchObject({
      tags: expect.arrayContaining(['重点', '春节']) as string[],
    })
  })

  test('papers and checks of both cards stand with the card that lives on', async () => {
    const company = await companyAtWork()
    const older = await company.filler.create(typedCustomer())
    const younger = await readyCustomer(company, 5_000_000)
    await addPaper(company, company.filler, older.id, 'other')
    const id = await merge(manager(company), older.id, younger, {
      'customer.name': 'drop',
      'customer.businessRegNo': 'drop',
      'customer.bankAccountNo': 'drop',
    })
    const states = async (customerId: number) =>
      (await company.filler.ask('verifications.list', { customerId, amount: 5_000_000 })).items.map(
        ({ state }) => state,
      )
    const papers = async (customerId: number) =>
      (await company.filler.ask('attachments.list', { customerId })).attachments.length
    expect(await papers(older.id)).toBe(3)
    expect(new Set(await states(older.id))).toEqual(new Set(['done']))
    await manager(company).ask('customers.unmerge', unmerging(id))
    expect([await papers(older.id), await papers(younger)]).toEqual([1, 2])
    expect(new Set(await states(older.id))).toEqual(new Set(['missing']))
    await expectWholeLog(company)
  })
})

describe('limits', () => {
  async function approved(company: Company, amount: number, more: Values = {}): Promise<number> {
    const customerId = await readyCustomer(company, amount, more)
    const id = await begin(company, customerId)
    await submit(company.filler, id)
    await signThrough(company, id)
    return customerId
  }
  const limitOf = async ({ filler }: Company, customerId: number) =>
    (await filler.ask('limits.ofCustomer', { customerId })).today

  test.each([
    ['the older card has the lower one', 3_000_000, 5_000_000],
    ['the younger card has the lower one', 5_000_000, 3_000_000],
  ])('do not add up: the lower one stays where %s, and undoing brings both back', async (_, first, second) => {
    const company = await companyAtWork()
    const [older, younger] = [await approved(company, first), await approved(company, second)]
    const before = [await limitOf(company, older), await limitOf(company, younger)]
    const id = await merge(manager(company), older, younger)
    expect(await limitOf(company, older)).toMatchObject({ state: 'inForce', approved: 3_000_000 })
    await expectWholeLog(company)
    await manager(company).ask('customers.unmerge', unmerging(id))
    expect([await limitOf(company, older), await limitOf(company, younger)]).toEqual(before)
    await expectWholeLog(company)
  })

  test('the end of the lower one does not raise it to the higher one', async () => {
    const company = await companyAtWork()
    const older = await approved(company, 3_000_000)
    await goTo(company, addDays(company.clock.today(), 20))
    const younger = await approved(company, 5_000_000)
    await merge(manager(company), older, younger)
    const { validTo } = await limitOf(company, older)
    await goTo(company, addDays(validTo ?? '', 1))
    expect(await limitOf(company, older)).toMatchObject({ state: 'expired', total: 0 })
  })

  test('a new approval takes the place of what stayed, and the merge is not taken back any more', async () => {
    const company = await companyAtWork()
    const older = await approved(company, 5_000_000)
    const younger = await approved(company, 3_000_000)
    const merged = await merge(manager(company), older, younger)
    const again = await begin(company, older)
    const { filler } = company
    const { carried } = await filler.ask('limits.ofCustomer', { customerId: older })
    await filler.ask('applications.confirmCarried', { requestId: randomUUID(), customerId: older, paths: carried })
    const { revision } = await filler.ask('customers.open', { id: older })
    await filler.save(older, revision, { 'credit.requestedLimit': { from: null, to: 8_000_000 } })
    // The younger card was another firm's; what was checked of it says so.
    await verifyAll(company, older, typedCustomer())
    await submit(filler, again)
    await signThrough(company, again)
    expect(await limitOf(company, older)).toMatchObject({ state: 'inForce', approved: 8_000_000 })
    const refused = await manager(company).refusal('customers.unmerge', unmerging(merged))
    expect(refused).toMatchObject({ code: 'unmerge-impossible', fields: ['decided KH002-0001-02'] })
    await expectWholeLog(company)
  })

  test('what is in the chain keeps two cards apart', async () => {
    const company = await companyAtWork()
    const older = await approved(company, 5_000_000)
    const { id: younger } = await company.filler.create({ 'customer.name': '宁波大华食品厂' })
    const temporary = await beginTemporary(company, older, 100_000)
    // What is only being written does not.
    expect((await preview(manager(company), older, younger)).obstacles).toEqual([])
    await submit(company.filler, temporary)
    expect((await preview(manager(company), older, younger)).obstacles).toEqual([
      { code: 'pending', detail: 'KH002-0001-01-T1' },
    ])
  })

  test('another account or another firm than was approved asks for a review, also of a limit that comes over', async () => {
    const company = await companyAtWork()
    const formal = await readyCustomer(company, 3_000_000, { 'customer.bankAccountNo': '6222000000000000' })
    await begin(company, formal)
    const older = { id: formal }
    const younger = await approved(company, 3_000_000)
    const id = await merge(manager(company), older.id, younger)
    const limit = await limitOf(company, older.id)
    expect(limit).toMatchObject({ state: 'inForce', approved: 3_000_000 })
    expect(limit.review?.causes.sort()).toEqual(['bankAccount', 'merge'])
    await goTo(company, addDays(company.clock.today(), 8))
    expect((await limitOf(company, older.id)).state).toBe('frozen')
    await manager(company).ask('customers.unmerge', unmerging(id))
    expect(await limitOf(company, younger)).toMatchObject({ state: 'inForce', review: null })
  })
})

describe('taking a merge back', () => {
  test('is refused with everything that was done since, and after thirty days', async () => {
    const company = await companyAtWork()
    const by = manager(company)
    const [older, younger] = await twoCards(company, {}, { 'customer.fax': '0571-1' })
    const { id: third } = await company.filler.create({ 'customer.name': '绍兴金谷粮油行' })
    const merged = await merge(by, older, younger)
    const later = await merge(by, older, third)
    await company.filler.save(older, 3, { 'customer.fax': { from: '0571-1', to: '0571-2' } })
    expect((await by.refusal('customers.unmerge', unmerging(merged))).fields).toEqual([
      'laterMerge 0003',
      'changed customer.fax',
    ])
    await by.ask('customers.unmerge', unmerging(later))
    expect((await by.refusal('customers.unmerge', unmerging(later))).fields).toEqual(['undone'])
    await goTo(company, addDays(company.clock.today(), 31))
    const { merges } = await by.ask('customers.merges', { customerId: older })
    expect(merges.find(({ id }) => id === merged)?.obstacles.map(({ code }) => code)).toEqual(['late', 'changed'])
  })

  const boxes: Readonly<Record<string, readonly Value[]>> = {
    'customer.address': ['杭州市古墩路 1 号', '杭州市古墩路 2 号'],
    'customer.category': ['agent', 'other'],
    'customer.categoryOther': ['团购商'],
    'customer.turnover': [100, 200],
    'customer.turnoverPeriod': ['year', 'month'],
    'customer.transportModes': [['rail'], ['truck', 'rail']],
    'customer.fax': ['0571-88661234'],
    'people.principal.1.name': ['王明', '李强'],
    'people.principal.1.phone': ['13857105678', '0571-88661234'],
    'people.principal.2.name': ['王明', '赵云'],
    'people.buyer.1.name': ['孙芳'],
    'people.buyer.3.name': ['孙芳', '周杰'],
    'productLines.1.line': ['食用油', '调味品'],
    'productLines.1.isOurs': [true],
    'productLines.2.line': ['食用油'],
    'productLines.2.monthlySales': [5000],
    'credit.businessForm': ['individual', 'company'],
    'credit.accounts.remarks': ['付款及时'],
    'credit.requestedLimit': [100, 200],
  }
  const anyCard = fc
    .tuple(
      ...Object.entries(boxes).map(([path, values]) =>
        fc.option(fc.constantFrom(...values)).map(value => [path, value] as const),
      ),
    )
    .map(answers => Object.fromEntries(answers.filter(([, value]) => value !== null)) as Values)
  const anyCase = fc.record({
    first: anyCard,
    second: anyCard,
    picks: fc.array(fc.constantFrom(...mergeChoices), { minLength: 60, maxLength: 60 }),
  })

  /** In what order a customer's words stand is nothing that anybody finds it by. */
  const asSet = (table: string, cell: unknown) =>
    table === 'customer_search' && typeof cell === 'string' ? cell.split('\n').filter(Boolean).sort() : cell

  test('restores both cards and every row of theirs, whatever they say and whatever was chosen', async () => {
    const company = await companyAtWork()
    const by = manager(company)
    const rowsOf = (ids: readonly number[]) =>
      looking(company.desk, db =>
        referringTables(db)
          .filter(({ table }) => !['history', 'merges', 'requests'].includes(table))
          .map(({ table, columns }) => {
            const key = table === 'customers' ? 'id' : columns[0]
            const rows = db.prepare(`SELECT * FROM ${table} WHERE ${key} IN (${ids.join()})`).all() as object[]
            const lasting = rows.map(row =>
              Object.fromEntries(
                Object.entries(row)
                  .filter(([name]) => !['revision', 'changed_at', 'changed_by'].includes(name))
                  .map(([name, cell]) => [name, asSet(table, cell)]),
              ),
            )
            return [table, lasting]
          }),
      )
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ first, second, picks }) => {
        const named = () => ({ 'customer.name': randomUUID() })
        const ids = await twoCards(company, { ...first, ...named() }, { ...second, ...named() })
        const values = async () => [await valuesOf(by, ids[0]), await valuesOf(by, ids[1])]
        const before = [await values(), rowsOf(ids)]
        const shown = await preview(by, ...ids)
        const choices = Object.fromEntries(
          shown.items.map(({ key, kind }, index) => {
            const pick = picks[index] ?? 'keep'
            return [key, pick === 'both' && kind === 'box' ? 'drop' : pick]
          }),
        )
        const { id } = await by.ask('customers.merge', merging(shown, { choices }))
        const merged = await valuesOf(by, ids[0])
        const wrong = shown.items.filter(({ key, kind, paths }) => {
          const chosen = choices[key] === 'drop' ? shown.drop.values : shown.keep.values
          return kind === 'box' && changedPaths(merged, chosen).some(path => paths.includes(path))
        })
        expect(wrong).toEqual([])
        await by.ask('customers.unmerge', unmerging(id))
        expect([await values(), rowsOf(ids)]).toEqual(before)
      }),
      { numRuns: 25 },
    )
    await expectWholeLog(company)
    // Each of the twenty-five merges takes a backup first.
  }, 60_000)
})
