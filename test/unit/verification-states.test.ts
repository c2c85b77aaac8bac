import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { VerificationFacts } from '../../shared/contract/attachment-calls.ts'
import { addDays } from '../../shared/domain/calendar.ts'
import { defaultTerms } from '../../shared/domain/policy.ts'
import { type AttachmentKind, attachmentKinds, verificationItems } from '../../shared/domain/verification.ts'
import {
  type VerificationInput,
  type VerificationRecord,
  verificationStates,
} from '../../shared/domain/verification-states.ts'

const today = '2026-11-25'
const values = {
  'customer.name': '明珠商贸（杭州）有限公司',
  'customer.ownershipType': 'jointStock',
  'customer.businessRegNo': '91350100M000100Y43',
  'customer.bankAccountNo': '1202021409900567316',
  'people.principal.1.name': '李建国',
}
const licence = {
  item: 'licence',
  evidence: 'licence',
  name: values['customer.name'],
  creditCode: values['customer.businessRegNo'],
  representative: '李建国',
} as const
const registry = { item: 'registry', status: 'normal' } as const
const callback = { item: 'callback', phone: '114', source: 'directory', spokeWith: '前台', confirmed: true } as const
const visit = { item: 'visit', agrees: true, deliveryAddress: '仓库', consignee: '李', consigneePhone: '' } as const
const account = {
  item: 'account',
  accountName: values['customer.name'],
  accountNo: values['customer.bankAccountNo'],
} as const

// Papers 1, 2, … are of the kinds in their order.
const attachments = attachmentKinds.map((kind, index) => ({ id: index + 1, kind, fileName: `${kind}.pdf` }))
const paper = (kind: AttachmentKind) => attachmentKinds.indexOf(kind) + 1

let lastId = 0
const record = (facts: VerificationFacts, more: Partial<VerificationRecord> = {}): VerificationRecord => ({
  id: ++lastId,
  facts,
  checkedOn: today,
  verifier: { id: 7, name: '郑凯' },
  note: null,
  files: facts.item === 'licence' ? [paper('licence')] : facts.item === 'visit' ? [paper('photo')] : [],
  ...more,
})
const whole = () => [licence, registry, callback, visit, account].map(facts => record(facts))

const states = (records: readonly VerificationRecord[], more: Partial<VerificationInput> = {}) =>
  verificationStates({ values, amount: 30_000_000, records, attachments, terms: defaultTerms, today, ...more })
const stateOf = (
  facts: VerificationFacts,
  more: Partial<VerificationRecord> = {},
  input: Partial<VerificationInput> = {},
) => states([record(facts, more)], input).find(({ item }) => item === facts.item)?.state
const required = (amount: number, records: readonly VerificationRecord[] = []) =>
  states(records, { amount }).flatMap(({ item, required: isRequired }) => (isRequired ? item : []))

const three = ['licence', 'registry', 'callback']

test.each([
  [0, []],
  [1, three],
  [9_999_999, three],
  [10_000_000, [...three, 'visit']],
  [10_000_001, [...three, 'visit']],
  [29_999_999, [...three, 'visit']],
  [30_000_000, [...verificationItems]],
  [30_000_001, [...verificationItems]],
])('a limit of %i 分 needs %j', (amount, items) => {
  expect(required(amount)).toEqual(items)
})

test('whatever the amount, more money never needs fewer items, and the thresholds of the house count', () => {
  const amounts = fc.integer({ min: 0, max: 100_000_000 })
  fc.assert(
    fc.property(amounts, amounts, amounts, amounts, (a, b, visitFrom, allItemsFrom) => {
      const terms = { ...defaultTerms, visitFrom, allItemsFrom }
      const needed = (amount: number) =>
        new Set(states([], { amount, terms }).flatMap(({ item, required: is }) => (is ? item : [])))
      const [less, more] = [needed(Math.min(a, b)), needed(Math.max(a, b))]
      expect([...less].every(item => more.has(item))).toBe(true)
      expect(more.has('account')).toBe(Math.max(a, b) > 0 && Math.max(a, b) >= allItemsFrom)
    }),
  )
})

test('a customer of whom nothing was checked lacks everything; one of whom all fits lacks nothing', () => {
  expect(states([]).map(({ state }) => state)).toEqual(Array(5).fill('missing'))
  expect(states(whole()).map(({ item, state }) => [item, state])).toEqual(verificationItems.map(item => [item, 'done']))
  expect(states(whole())[0]).toMatchObject({
    checkedOn: today,
    verifier: { name: '郑凯' },
    facts: licence,
    files: [{ fileName: 'licence.pdf' }],
  })
})

test('a licence needs its own scan: an identity card alone is never one, nor is any other paper', () => {
  for (const kind of attachmentKinds)
    expect([kind, stateOf(licence, { files: [paper(kind)] })]).toEqual([kind, kind === 'licence' ? 'done' : 'missing'])
  expect(stateOf(licence, { files: [] })).toBe('missing')
  expect(stateOf(licence, { files: [paper('identityCard'), paper('lease'), paper('photo')] })).toBe('missing')
})

test('what the licence says has to be what the card says now, but for width and blanks', () => {
  const spaced = { ...licence, name: '明珠商贸(杭州)有限公司 ', representative: '李 建国' }
  expect(stateOf({ ...spaced, creditCode: '9135 0100-m000100y43' })).toBe('done')
  expect(stateOf({ ...licence, name: '明珠商贸有限公司' })).toBe('contradicts')
  expect(stateOf({ ...licence, representative: '李建' })).toBe('contradicts')
  expect(stateOf({ ...licence, creditCode: '' })).toBe('contradicts')
  expect(stateOf({ ...licence, creditCode: '91110108551385082Q' })).toBe('contradicts')
  const wrong = '91350100M000100Y44'
  const wrongToo = { values: { ...values, 'customer.businessRegNo': wrong } }
  expect(stateOf({ ...licence, creditCode: wrong }, {}, wrongToo)).toBe('contradicts')
  const renamed = { values: { ...values, 'people.principal.1.name': '王芳' } }
  expect(stateOf(licence, {}, renamed)).toBe('contradicts')
  expect(stateOf(licence, {}, { values: {} })).toBe('contradicts')
})

test('a sole trader may show lease and utility bill instead, and then somebody has to go there whatever the amount', () => {
  const instead = { ...licence, evidence: 'leaseAndBill', creditCode: '' } as const
  const sole = { values: { ...values, 'customer.ownershipType': 'individual', 'customer.businessRegNo': '' } }
  const both = [paper('lease'), paper('utilityBill')]
  expect(stateOf(instead, { files: both }, sole)).toBe('done')
  expect(stateOf(instead, { files: [paper('lease'), paper('identityCard')] }, sole)).toBe('missing')
  expect(stateOf(instead, { files: [paper('utilityBill')] }, sole)).toBe('missing')
  expect(stateOf(instead, { files: both })).toBe('contradicts')
  expect(required(1, [record(instead, { files: both })])).toEqual([...three, 'visit'])
  expect(required(1, [record(licence)])).toEqual(three)
})

test('a look-up in the register holds for ninety days, and only a normal entry is one', () => {
  expect(stateOf(registry, { checkedOn: addDays(today, -90) })).toBe('done')
  expect(stateOf(registry, { checkedOn: addDays(today, -91) })).toBe('outdated')
  for (const status of ['abnormal', 'enforcement', 'notFound'] as const)
    expect(stateOf({ item: 'registry', status })).toBe('contradicts')
})

test('a call that confirmed nothing, a visit that found something else or has no photo, somebody else’s account', () => {
  expect(stateOf({ ...callback, confirmed: false })).toBe('contradicts')
  expect(stateOf({ ...visit, agrees: false })).toBe('contradicts')
  expect(stateOf(visit, { files: [paper('contract')] })).toBe('missing')
  expect(stateOf({ ...account, accountName: '李建国' })).toBe('contradicts')
  expect(stateOf({ ...account, accountNo: '1202021409900567317' })).toBe('contradicts')
  expect(stateOf({ ...account, accountNo: '1202 0214 0990 0567 316' })).toBe('done')
  expect(stateOf(account, {}, { values: { ...values, 'customer.bankAccountNo': '' } })).toBe('contradicts')
})

test('of several checks of an item the newest counts, in whatever order they come', () => {
  const good = record(registry)
  const bad = record({ item: 'registry', status: 'abnormal' })
  const better = record(registry)
  fc.assert(
    fc.property(fc.shuffledSubarray([good, bad, better], { minLength: 3 }), records => {
      expect(states(records)[1]).toMatchObject({ state: 'done' })
    }),
  )
  expect(states([bad, good])[1]).toMatchObject({ state: 'contradicts' })
})
