import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import type { FlagCode } from '../../shared/domain/application.ts'
import {
  addPaper,
  begin,
  companyAtWork,
  type Company,
  idOf,
  readyCustomer,
  submit,
  typedCustomer,
  verify,
} from './company.ts'
import { deskAt, deskPassword } from './desk.ts'

/** A card on which nothing is the same as on another one; `place` tells them apart. */
function strangerCard(place: number, more: Values = {}): Values {
  const phones = ['principal', 'influencer', 'buyer', 'seller'].flatMap((role, row) => [
    [`people.${role}.1.phone`, `1390000${place}${row}01`.padEnd(11, '7')],
    [`people.${role}.1.homePhone`, null],
  ])
  return {
    ...Object.fromEntries(phones),
    'customer.phone': `0571-8${place}0000${place}`.padEnd(13, '3'),
    'customer.address': `杭州市拱墅区湖墅南路 ${place} 号`,
    'customer.bankAccountNo': `62220000111${place}`,
    'customer.name': `${['', '海天', '大华', '金谷', '长青', '永盛', '丰隆'][place] ?? place}粮油店`,
    'customer.openedOn': '1998',
    ...more,
  }
}

const flagsOf = async (company: Company, id: number, code?: FlagCode) => {
  const { flags } = await company.filler.ask('applications.open', { id })
  return code === undefined ? flags : flags.filter(flag => flag.code === code)
}
const unregistered = (values: Values) =>
  typedCustomer({ 'customer.businessRegNo': null, 'customer.taxNo': null, ...values })
const draftFor = async (company: Company, values: Values) => {
  const { id } = await company.filler.create(unregistered(values))
  return { customerId: id, id: await begin(company, id) }
}

test('what a customer shares with another one is flagged with its number, however it is written', async () => {
  const company = await companyAtWork()
  await company.filler.create(
    typedCustomer({
      ...strangerCard(1),
      'customer.phone': '13712345678、+86 571 8866 1234',
      'customer.address': '杭州市文三路１２３号',
      'customer.bankAccountNo': '6222 0000-9999',
      'people.principal.1.name': '李 明',
      'people.principal.1.phone': '139-1111-2222',
    }),
  )
  const alone = await draftFor(company, strangerCard(2))
  expect((await flagsOf(company, alone.id)).filter(({ code }) => code.startsWith('same'))).toEqual([])
  const alike = strangerCard(3, {
    'people.buyer.1.phone': '(0571)88661234',
    'customer.address': '杭州市 文三路123号',
    'customer.bankAccountNo': '622200009999',
    'people.principal.1.name': '李明',
    'people.principal.1.phone': '13911112222',
  })
  const { id: customerId } = await company.filler.ask('customers.create', {
    requestId: randomUUID(),
    values: unregistered(alike),
    duplicates: {
      answers: [],
      override: { by: idOf(company, '陈卫东'), password: deskPassword, reason: '两家共用一个帐号' },
    },
  })
  const id = await begin(company, customerId)
  const found = (await flagsOf(company, id)).filter(({ code }) => code.startsWith('same'))
  expect(found.map(({ key, facts }) => [key, facts])).toEqual([
    ['samePhone:0001', { customers: '0001', count: '1' }],
    ['sameAddress:0001', { customers: '0001', count: '1' }],
    ['sameAccount:0001', { customers: '0001', count: '1' }],
    ['sameContact:0001', { customers: '0001', count: '1' }],
  ])
  const { revision, values } = await company.filler.ask('customers.open', { id: customerId })
  await company.filler.save(customerId, revision, {
    'customer.address': { from: values['customer.address'] ?? null, to: '杭州市文三路125号' },
  })
  expect(await flagsOf(company, id, 'sameAddress')).toEqual([])
  expect(await flagsOf(company, id, 'samePhone')).toHaveLength(1)
})

test('the same file at two customers is flagged at both, and twice at one is not', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const first = await draftFor(company, strangerCard(1))
  await addPaper(company, filler, first.customerId, 'licence', 'one scan')
  await addPaper(company, filler, first.customerId, 'other', 'one scan')
  expect(await flagsOf(company, first.id, 'sameFile')).toEqual([])
  const second = await draftFor(company, strangerCard(2))
  await addPaper(company, filler, second.customerId, 'licence', 'one scan')
  expect(await flagsOf(company, first.id, 'sameFile')).toMatchObject([{ facts: { customers: '0002' } }])
  expect(await flagsOf(company, second.id, 'sameFile')).toMatchObject([{ facts: { customers: '0001' } }])
})

test('goods that go to an employee are flagged, as are an employee’s telephone and account on the card', async () => {
  const company = await companyAtWork()
  const { administrator } = company
  await administrator.ask('accounts.change', {
    requestId: randomUUID(),
    id: idOf(company, '孙磊'),
    name: '孙磊',
    staffNo: null,
    phone: '136 0000 1111',
    address: '杭州市滨江区江南大道8号',
    bankAccountNo: '6217000011112222',
    roles: ['filler'],
    disabled: false,
  })
  const { id, customerId } = await draftFor(
    company,
    strangerCard(1, { 'customer.bankAccountNo': '6217 0000 1111 2222' }),
  )
  const employeeFlags = async () =>
    (await flagsOf(company, id)).filter(({ code }) => code.startsWith('employee')).map(({ key }) => key)
  expect(await employeeFlags()).toEqual(['employeeAccount:孙磊'])
  await verify(company, customerId, {
    item: 'visit',
    agrees: true,
    deliveryAddress: '杭州市滨江区 江南大道８号',
    consignee: '孙某',
    consigneePhone: '13600001111',
  })
  expect(await employeeFlags()).toEqual(['employeePhone:孙磊', 'employeeAddress:孙磊', 'employeeAccount:孙磊'])
})

test('a large first request, many new customers and a hasty card are flagged, and stay as they were ticked', async () => {
  const company = await companyAtWork()
  for (let place = 1; place <= 5; place++) {
    const id = await begin(company, await readyCustomer(company, 1_000_000 * place, strangerCard(place)))
    expect(await flagsOf(company, id, 'largeFirst')).toEqual([])
    await submit(company.filler, id)
  }
  const id = await begin(company, await readyCustomer(company, 9_000_000, strangerCard(6)))
  expect(await flagsOf(company, id, 'largeFirst')).toMatchObject([{ facts: { times: '3.0', median: '30,000.00' } }])
  expect(await flagsOf(company, id, 'manyNewOfOne')).toMatchObject([{ facts: { person: '孙磊', count: '6' } }])
  const [hasty] = await flagsOf(company, id, 'filledTooFast')
  expect(Number(hasty?.facts['seconds'])).toBeLessThan(180)
  await submit(company.filler, id)
  const submitted = (await flagsOf(company, id)).map(({ key }) => key)
  const signing = (await company.signers.officeHead.ask('applications.open', { id })).flags.map(({ key }) => key)
  expect(signing).toEqual(submitted)
  expect(new Set(submitted).size).toBe(submitted.length)
})

test('a card that was begun the day before is not hasty, and a second application is no first one', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const { id, customerId } = await draftFor(company, strangerCard(1))
  company.clock.goTo('2026-11-24')
  await filler.signIn('孙磊')
  expect(await flagsOf(company, id, 'filledTooFast')).toEqual([])
  const request = { requestId: randomUUID(), customerId, kind: 'temporary' } as const
  const temporary = await filler.ask('applications.begin', request)
  expect(await flagsOf(company, temporary.id, 'filledTooFast')).toEqual([])
})

test('a post that is new and a password that somebody else has set are flagged, although it was changed since', async () => {
  const company = await companyAtWork()
  const { administrator, clock } = company
  const { id } = await draftFor(company, strangerCard(1))
  expect((await flagsOf(company, id, 'postChanged')).map(({ facts }) => facts)).toEqual([
    { person: '周敏', post: 'officeHead', days: '0' },
    { person: '陈卫东', post: 'salesManager', days: '0' },
    { person: '赵红', post: 'marketingVp', days: '0' },
    { person: '吴建国', post: 'generalManager', days: '0' },
  ])
  expect(await flagsOf(company, id, 'passwordReset')).toEqual([])
  clock.goTo('2026-12-23')
  await administrator.signIn('林晓')
  const signer = idOf(company, '陈卫东')
  const first = 'told-by-telephone'
  await administrator.ask('accounts.resetPassword', { requestId: randomUUID(), id: signer, password: first })
  const signedIn = await company.desk.as(signer, first)
  await signedIn.ask('session.changePassword', { password: first, newPassword: deskPassword })
  await company.filler.signIn('孙磊')
  expect(await flagsOf(company, id, 'passwordReset')).toMatchObject([{ facts: { person: '陈卫东', days: '0' } }])
  expect(await flagsOf(company, id, 'postChanged')).toEqual([])
})

test('a change of the bank account is flagged, its first entry is not', async () => {
  const company = await companyAtWork()
  const { filler } = company
  const { id, customerId } = await draftFor(company, strangerCard(1, { 'customer.bankAccountNo': null }))
  const type = async (from: string | null, to: string) => {
    const { revision } = await filler.ask('customers.open', { id: customerId })
    const saved = await filler.save(customerId, revision, { 'customer.bankAccountNo': { from, to } })
    expect(saved.ok).toBe(true)
  }
  await type(null, '622200001111')
  expect(await flagsOf(company, id, 'keyFactChanged')).toEqual([])
  await type('622200001111', '622200002222')
  expect(await flagsOf(company, id, 'keyFactChanged')).toMatchObject([
    { facts: { fields: 'customer.bankAccountNo', on: '2026-11-23' } },
  ])
})

test('an entry in the publicity system is flagged', async () => {
  const company = await companyAtWork()
  const { id, customerId } = await draftFor(company, strangerCard(1))
  await verify(company, customerId, { item: 'registry', status: 'abnormal' })
  expect(await flagsOf(company, id, 'abnormalRegistry')).toMatchObject([{ facts: { status: 'abnormal' } }])
  await verify(company, customerId, { item: 'registry', status: 'normal' })
  expect(await flagsOf(company, id, 'abnormalRegistry')).toEqual([])
})

test('customers who were stored before marks were kept get theirs when the folder is opened', async () => {
  const company = await companyAtWork()
  await company.filler.create(typedCustomer(strangerCard(1)))
  const { id } = await draftFor(
    company,
    strangerCard(2, { 'customer.address': strangerCard(1)['customer.address'] ?? null }),
  )
  const { dir, backend } = company.desk
  await backend.close()
  const db = new Database(path.join(dir, 'kehu.sqlite'))
  expect(db.prepare('DELETE FROM customer_marks').run().changes).toBeGreaterThan(0)
  expect(db.prepare("DELETE FROM settings WHERE key = 'marksShape'").run().changes).toBe(1)
  db.close()
  const desk = deskAt(dir, { clock: company.clock.now })
  const filler = await desk.as('孙磊')
  const { flags } = await filler.ask('applications.open', { id })
  expect(flags.map(({ key }) => key)).toContain('sameAddress:0001')
})
