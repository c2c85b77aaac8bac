import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { askForChange, begin, type Company, companyAtWork, readyCustomer } from './company.ts'
import { type Caller, deskPassword } from './desk.ts'
import { expectWholeLog } from './logged.ts'
import { merge, merging, preview, unmerging } from './merge-desk.ts'

const manager = ({ signers }: Company): Caller => signers.salesManager
const valuesOf = async (by: Caller, id: number) => (await by.ask('customers.open', { id })).values

describe('key boxes of a formal customer', () => {
  /** An older formal customer and a younger card of the same firm under another name. */
  async function formalAndOther(company: Company): Promise<[number, number]> {
    const formal = await readyCustomer(company, 5_000_000)
    await begin(company, formal)
    const { id } = await company.filler.create({
      'customer.name': '宁波远洋食品厂',
      'customer.fax': '0574-88661235',
      'people.principal.1.name': '赵云',
      'people.principal.1.phone': '13857105678',
    })
    return [formal, id]
  }
  const taking = { 'customer.name': 'drop', 'customer.fax': 'drop', 'people.principal': 'drop' } as const

  test('stand in a merge, and what was chosen otherwise is asked for and approved by somebody else', async () => {
    const company = await companyAtWork()
    const by = manager(company)
    const [formal, other] = await formalAndOther(company)
    const before = await valuesOf(by, formal)
    const shown = await preview(by, formal, other)
    const stands = shown.items.filter(item => item.stands !== null).map(({ key }) => key)
    expect(stands).toEqual(expect.arrayContaining(['customer.name', 'customer.bankAccountNo', 'people.principal']))
    expect(stands).not.toContain('customer.fax')
    const { request } = await by.ask('customers.merge', merging(shown, { choices: taking }))
    const after = await valuesOf(by, formal)
    expect(after).toMatchObject({ 'customer.fax': '0574-88661235', 'customer.name': before['customer.name'] })
    // The name of the person in charge stands, and no telephone of somebody else beside it.
    for (const box of ['name', 'phone'])
      expect(after[`people.principal.1.${box}`]).toBe(before[`people.principal.1.${box}`])
    const decision = { requestId: randomUUID(), id: request ?? 0, opinion: '', password: deskPassword }
    expect((await by.refusal('changes.approve', decision)).code).toBe('own-application')
    await company.signers.marketingVp.ask('changes.approve', { ...decision, requestId: randomUUID() })
    expect(await valuesOf(by, formal)).toMatchObject({
      'customer.name': '宁波远洋食品厂',
      'people.principal.1.name': '赵云',
    })
    const [made] = (await by.ask('customers.merges', { customerId: formal })).merges
    expect(made?.obstacles.map(({ detail }) => detail)).toEqual(['customer.name', 'people.principal.1.name'])
    expectWholeLog(company.desk)
  })

  test('are asked for no longer when the merge is taken back, and not while a change of them waits', async () => {
    const company = await companyAtWork()
    const by = manager(company)
    const [formal, other] = await formalAndOther(company)
    const waiting = await askForChange(company.filler, formal, { boxes: { 'customer.name': '宁波远大粮油有限公司' } })
    const order = async () => merging(await preview(by, formal, other), { choices: taking })
    expect(await by.refusal('customers.merge', await order())).toMatchObject({
      code: 'change-pending',
      fields: ['customer.name'],
    })
    await company.filler.ask('changes.withdraw', { requestId: randomUUID(), id: waiting })
    const { id } = await by.ask('customers.merge', await order())
    await by.ask('customers.unmerge', unmerging(id))
    const { requests } = await by.ask('changes.list', { customerId: formal, onlyPending: false })
    expect(requests.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  })

  test('come from the younger card where that is the formal one', async () => {
    const company = await companyAtWork()
    const by = manager(company)
    const { id: older } = await company.filler.create({ 'customer.name': '宁波远洋食品厂' })
    await company.filler.create({ 'customer.name': '绍兴金谷粮油行' })
    const formal = await readyCustomer(company, 5_000_000)
    await begin(company, formal)
    const name = (await valuesOf(by, formal))['customer.name']
    await merge(by, older, formal)
    expect((await valuesOf(by, older))['customer.name']).toBe(name)
    expect((await by.ask('changes.list', { customerId: older, onlyPending: true })).requests).toEqual([])
  })
})
