import { expect, test } from 'vitest'
import { completeness, heaviestFirst } from '../../shared/catalogue/derive/completeness.ts'
import { weighedPaths, weightOf } from '../../shared/catalogue/weights.ts'
import {
  cardProgress,
  type CreditFacts,
  missingForCredit,
  missingForDraft,
  missingForFormal,
} from '../../shared/domain/card-gates.ts'
import { defaultTerms as terms } from '../../shared/domain/policy.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'

const whole: CreditFacts = {
  values: {
    ...fullCustomer,
    'customer.businessRegNo': '91350100M000100Y43',
    'people.principal.1.phone': '13800000001',
    'people.buyer.1.name': '王芳',
    'people.buyer.1.phone': '13800000002',
  },
  salespersonId: 3,
  noCodeReason: null,
  terms,
  verification: [{ item: 'licence', required: true, state: 'done' }],
  contactsReason: null,
}
const formNames = ['KH001', 'KH002'] as const
const withValue = (path: string, value: string | null): CreditFacts => ({
  ...whole,
  values: { ...whole.values, [path]: value },
})

test('a card with everything passes all three gates', () => {
  expect(cardProgress(whole)).toEqual({ reached: 'credit', missing: { draft: [], formal: [], credit: [] } })
})

test('a draft needs its name and nothing else', () => {
  expect(missingForDraft({ 'customer.name': '明珠' })).toEqual([])
  expect(missingForDraft({}).map(({ fields }) => fields)).toEqual([['customer.name']])
  expect(cardProgress({ ...whole, values: {} }).reached).toBeNull()
  expect(cardProgress({ ...whole, values: { 'customer.name': '明珠' } }).reached).toBe('draft')
})

test.each(['customer.name', 'people.principal.1.name', 'customer.bankAccountNo', 'customer.paymentMethod'])(
  'a 正式客户 has %s',
  path => {
    expect(missingForFormal(withValue(path, null))).toEqual([{ code: 'box', fields: [path], detail: '' }])
  },
)

test('a 个体户 that pays cash is a 正式客户 without an account, which would be personal data', () => {
  const cash = withValue('customer.bankAccountNo', null)
  const soleTrader = { ...cash.values, 'customer.ownershipType': 'individual' }
  expect(missingForFormal({ ...cash, values: soleTrader })).toEqual([])
  expect(missingForFormal({ ...cash, values: { ...soleTrader, 'customer.ownershipType': 'jointStock' } })).toHaveLength(
    1,
  )
})

test('a 正式客户 has a salesperson', () => {
  expect(missingForFormal({ ...whole, salespersonId: null }).map(({ code }) => code)).toEqual(['salesperson'])
})

test.each([null, '', '110108000000016', '91350100M000100Y4Z'])(
  'a 正式客户 with %s for a code says why in five characters',
  code => {
    const facts = withValue('customer.businessRegNo', code)
    const codes = (noCodeReason: string | null) =>
      missingForFormal({ ...facts, noCodeReason }).map(({ code: missing }) => missing)
    expect(codes(null)).toEqual(['creditCode'])
    expect(codes('  暂无  ')).toEqual(['creditCode'])
    expect(codes('个体户,尚未换照')).toEqual([])
  },
)

test('a limit needs the share of KH002 that the terms ask for, by weight', () => {
  const { percent } = completeness({ 'customer.name': '明珠' }, 'KH002')
  const needs = (completenessPercent: number) =>
    missingForCredit({ ...whole, values: { 'customer.name': '明珠' }, terms: { completenessPercent } })
      .map(({ code, detail }) => `${code} ${detail}`)
      .filter(text => text.startsWith('incomplete'))
  expect(needs(percent)).toEqual([])
  expect(needs(percent + 1)).toEqual([`incomplete ${percent}`])
})

test('a limit needs every item that is asked for, and two people to call or a reason', () => {
  const verification = [
    { item: 'licence', required: true, state: 'outdated' },
    { item: 'visit', required: false, state: 'missing' },
  ] as const
  expect(missingForCredit({ ...whole, verification })).toEqual([
    { code: 'verification', fields: [], detail: 'licence' },
  ])
  const alone = {
    ...whole,
    values: Object.fromEntries(Object.entries(whole.values).filter(([p]) => !p.startsWith('people.'))),
  }
  expect(missingForCredit({ ...alone, terms: { completenessPercent: 0 } }).map(({ code }) => code)).toEqual([
    'contacts',
  ])
  expect(missingForCredit({ ...alone, terms: { completenessPercent: 0 }, contactsReason: '夫妻店只有一人' })).toEqual(
    [],
  )
})

test('the later gate waits for the earlier one', () => {
  expect(cardProgress({ ...whole, salespersonId: null }).reached).toBe('draft')
  expect(cardProgress({ ...whole, verification: [{ item: 'visit', required: true, state: 'missing' }] }).reached).toBe(
    'formal',
  )
})

test('every weight is of a box that is asked for, and the heaviest are named first', () => {
  // What only a customer who has traded can answer is asked for once one of it is answered.
  const traded = [{ 'customer.tradingSince': '2019' }, { 'credit.accounts.paymentAttitude': 'prompt' }]
  const asked = new Set(
    [{}, ...traded].flatMap(values => formNames.flatMap(form => completeness(values, form).missing)),
  )
  expect(weighedPaths.filter(path => !asked.has(path) || weightOf(path) <= 1)).toEqual([])
  const order = heaviestFirst(['customer.filledOn', 'customer.address', 'customer.salesArea', 'customer.name'])
  expect(order).toEqual(['customer.name', 'customer.address', 'customer.filledOn', 'customer.salesArea'])
})
