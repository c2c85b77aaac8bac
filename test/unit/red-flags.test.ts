import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { type FlagFacts, redFlags } from '../../shared/domain/red-flags.ts'

const quiet: FlagFacts = {
  values: { 'customer.openedOn': '2010' },
  today: '2026-11-25',
  phone: { customers: [], employees: [] },
  address: { customers: [], employees: [] },
  account: { customers: [], employees: [] },
  contact: [],
  file: [],
  firstRequest: null,
  otherFirstRequests: [],
  salesperson: { name: '孙磊', newCustomers: 1 },
  secondsToFill: 3600,
  signers: [{ name: '周敏', posts: [{ post: 'officeHead', since: '2020-01-01' }], passwordResetOn: null }],
  keyFactChanges: [],
  registryStatus: 'normal',
}
const flags = (changes: Partial<FlagFacts>) => redFlags({ ...quiet, ...changes })
const codes = (changes: Partial<FlagFacts>) => flags(changes).map(({ code }) => code)

test('an ordinary application flies no flag', () => {
  expect(flags({})).toEqual([])
})

test('what is shared with customers and employees is told one by one, so that a new one is ticked by itself', () => {
  const shared = { customers: ['0012', '0034'], employees: ['孙磊'] }
  expect(flags({ phone: shared })).toEqual([
    { key: 'samePhone:0012', code: 'samePhone', facts: { customers: '0012', count: '1' } },
    { key: 'samePhone:0034', code: 'samePhone', facts: { customers: '0034', count: '1' } },
    { key: 'employeePhone:孙磊', code: 'employeePhone', facts: { people: '孙磊' } },
  ])
  expect(codes({ address: shared })).toEqual(['sameAddress', 'sameAddress', 'employeeAddress'])
  expect(codes({ account: shared })).toEqual(['sameAccount', 'sameAccount', 'employeeAccount'])
  expect(codes({ contact: ['0012'], file: ['0012'] })).toEqual(['sameContact', 'sameFile'])
})

test('a number that very many share is one flag', () => {
  const customers = Array.from({ length: 40 }, (_, index) => String(index))
  const [flag, ...more] = flags({ phone: { customers, employees: [] } })
  expect(more).toEqual([])
  expect(flag).toMatchObject({ key: 'samePhone:many', facts: { customers: '0、1、2、3、4…', count: '40' } })
})

test('a firm is young for twelve months', () => {
  expect(codes({ values: { 'customer.openedOn': '2025-11-26' } })).toEqual(['youngFirm'])
  expect(codes({ values: { 'customer.openedOn': '2025-11-25' } })).toEqual([])
})

test('a first request is large from three times what others first asked for, if there are five to compare with', () => {
  const others = [100, 200, 300, 400, 500]
  expect(flags({ firstRequest: 900, otherFirstRequests: others })).toMatchObject([
    { key: 'largeFirst', facts: { times: '3.0', median: '3.00' } },
  ])
  expect(codes({ firstRequest: 899, otherFirstRequests: others })).toEqual([])
  expect(codes({ firstRequest: 900, otherFirstRequests: others.slice(0, 4) })).toEqual([])
  expect(codes({ firstRequest: 1049, otherFirstRequests: [...others, 600] })).toEqual([])
  expect(codes({ firstRequest: 1050, otherFirstRequests: [600, ...others] })).toEqual(['largeFirst'])
  expect(codes({ firstRequest: null, otherFirstRequests: others })).toEqual([])
})

test('three new customers of one salesperson are many', () => {
  expect(codes({ salesperson: { name: '孙磊', newCustomers: 2 } })).toEqual([])
  expect(flags({ salesperson: { name: '孙磊', newCustomers: 3 } })).toMatchObject([
    { code: 'manyNewOfOne', facts: { person: '孙磊', count: '3' } },
  ])
  expect(codes({ salesperson: null })).toEqual([])
})

test('a card is filled in too fast below three minutes', () => {
  expect(codes({ secondsToFill: 180 })).toEqual([])
  expect(flags({ secondsToFill: 179.6 })).toMatchObject([{ code: 'filledTooFast', facts: { seconds: '179' } }])
  expect(codes({ secondsToFill: null })).toEqual([])
})

const best: Values = {
  'customer.openedOn': '2010',
  'credit.accounts.bankCredit': 'excellent',
  'credit.accounts.peerRating': 'excellent',
  'credit.accounts.communityRating': 'excellent',
  'credit.accounts.paymentAttitude': 'prompt',
  'credit.owner.drive': 'active',
  'credit.owner.planning': 'strong',
}

test('best answers everywhere are a flag from six of them on, and one honest answer takes it away', () => {
  expect(flags({ values: best })).toMatchObject([{ code: 'bestEverywhere', facts: { count: '6' } }])
  expect(codes({ values: { ...best, 'credit.accounts.peerRating': 'good' } })).toEqual([])
  expect(codes({ values: { ...best, 'credit.accounts.books': 'incomplete' } })).toEqual([])
  expect(codes({ values: { ...best, 'credit.owner.planning': '' } })).toEqual([])
  // What a person is like is never looked at.
  expect(codes({ values: { ...best, 'credit.owner.health': 'poor' } })).toEqual(['bestEverywhere'])
})

test('a post that was given and a password that was reset within thirty days are told with their days', () => {
  const signer = (since: string, passwordResetOn: string | null) => ({
    signers: [{ name: '周敏', posts: [{ post: 'officeHead' as const, since }], passwordResetOn }],
  })
  expect(flags(signer('2026-11-22', null))).toEqual([
    {
      key: 'postChanged:周敏:officeHead:2026-11-22',
      code: 'postChanged',
      facts: { person: '周敏', post: 'officeHead', days: '3' },
    },
  ])
  expect(codes(signer('2026-10-27', '2026-10-27'))).toEqual(['postChanged', 'passwordReset'])
  expect(codes(signer('2026-10-26', '2026-10-26'))).toEqual([])
})

test('a change of account or person in charge is told for ninety days', () => {
  const changed = (on: string) => ({ keyFactChanges: [{ path: 'customer.bankAccountNo', on }] })
  expect(flags(changed('2026-08-27'))).toMatchObject([
    { code: 'keyFactChanged', facts: { fields: 'customer.bankAccountNo', on: '2026-08-27' } },
  ])
  expect(codes(changed('2026-08-26'))).toEqual([])
})

test.each([
  ['normal', []],
  [null, []],
  ['abnormal', ['abnormalRegistry']],
  ['enforcement', ['abnormalRegistry']],
  ['notFound', ['abnormalRegistry']],
] as const)('a look-up that ended with %s is answered with %j', (registryStatus, expected) => {
  expect(codes({ registryStatus })).toEqual(expected)
})

test('days that go by ask for no new tick', () => {
  const facts: Partial<FlagFacts> = {
    phone: { customers: ['0012'], employees: [] },
    secondsToFill: 10,
    signers: [{ name: '周敏', posts: [{ post: 'officeHead', since: '2026-11-22' }], passwordResetOn: '2026-11-20' }],
    keyFactChanges: [{ path: 'customer.bankAccountNo', on: '2026-11-01' }],
    salesperson: { name: '孙磊', newCustomers: 4 },
  }
  const keys = (changes: Partial<FlagFacts>) => flags({ ...facts, ...changes }).map(({ key }) => key)
  const later = keys({ today: '2026-11-29', salesperson: { name: '孙磊', newCustomers: 5 } })
  expect(later).toEqual(keys({}))
  expect(new Set(later).size).toBe(6)
})
