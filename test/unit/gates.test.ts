import { describe, expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import { completeness } from '../../shared/catalogue/derive/completeness.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { sampleCustomers } from '../../electron/backend/sample/sample-customers.ts'
import type { ChainPlan } from '../../shared/domain/chain.ts'
import { type GateInput, gateProblems } from '../../shared/domain/gates.ts'
import { defaultTerms as terms } from '../../shared/domain/policy.ts'

/** A card that has everything an application asks for. */
const card: Values = {
  ...fullCard(),
  'customer.businessRegNo': '91350100M000100Y43',
  'people.principal.1.name': '李明珠',
  'people.principal.1.phone': '13800000001',
  'people.buyer.1.name': '王芳',
  'people.buyer.1.phone': '13800000002',
  'credit.requestedLimit': 5_000_000,
}

function fullCard(): Values {
  for (const values of sampleCustomers(200, 7)) if (completeness(values, 'KH002').percent >= 90) return values
  throw new Error('no sample customer is complete')
}

const inForce = {
  state: 'inForce',
  standing: 10_000_000,
  approved: 10_000_000,
  temporary: 0,
  total: 10_000_000,
  grade: 'B',
  validTo: '2027-06-01',
  temporaryTo: null,
  review: null,
} as const

const asked: GateInput = {
  kind: 'standing',
  values: card,
  carried: [],
  amount: null,
  startsOn: null,
  endsOn: null,
  reason: null,
  plan: [],
  salespersonId: 3,
  limit: { ...inForce, state: 'none', standing: 0, approved: 0, total: 0 },
  terms,
  today: '2026-11-25',
  hasOtherPending: false,
  activeTemporary: false,
  verification: [{ item: 'licence', required: true, state: 'done' }],
  chain: { ok: true, steps: [] },
  names: id => `P${id}`,
}
const problems = (changes: Partial<GateInput> = {}, from: GateInput = asked) => gateProblems({ ...from, ...changes })
const codes = (changes: Partial<GateInput> = {}, from: GateInput = asked) =>
  problems(changes, from).map(({ code }) => code)
const withValues = (changes: Values) => ({ values: { ...card, ...changes } })

describe('a standing limit', () => {
  test('that has everything may be submitted', () => {
    expect(problems()).toEqual([])
  })

  test('asks for an amount above zero', () => {
    const missing = { code: 'amount-missing', fields: ['credit.requestedLimit'], detail: '' }
    expect(problems(withValues({ 'credit.requestedLimit': 0 }))).toEqual([missing])
    expect(problems(withValues({ 'credit.requestedLimit': null }))).toEqual([missing])
  })

  test('asks for a KH002 that is complete enough, and names the boxes that are not', () => {
    const { percent, missing } = completeness(card, 'KH002')
    expect(codes({ terms: { ...terms, completenessPercent: percent } })).toEqual([])
    expect(problems({ terms: { ...terms, completenessPercent: percent + 1 } })).toEqual([
      { code: 'incomplete', fields: missing, detail: String(percent) },
    ])
  })

  test('asks for two people who can be reached, or for a reason', () => {
    const rows = Object.fromEntries(
      Object.keys(card)
        .filter(path => path.startsWith('people.'))
        .map(path => [path, null]),
    )
    const lonely = { ...rows, 'people.principal.1.name': '李明珠', 'customer.phone': '0571-88661234' }
    const [problem] = problems(withValues(lonely))
    expect(problem).toMatchObject({ code: 'contacts-missing' })
    expect(problem?.fields.every(path => boxAt(path))).toBe(true)
    expect(problem?.fields).not.toContain('people.principal.1.phone')
    expect(codes({ ...withValues(lonely), reason: '夫妻店，没有别的员工' })).toEqual([])
    expect(codes({ ...withValues(lonely), reason: ' 没有 ' })).toEqual(['contacts-missing'])
    const second = { ...lonely, 'people.buyer.1.name': '王芳' }
    expect(problems(withValues(second))[0]?.fields).toContain('people.buyer.1.phone')
    expect(codes(withValues({ ...second, 'people.buyer.1.phone': '13800000002' }))).toEqual([])
    // The same person in two rows is one person.
    expect(
      codes(withValues({ ...lonely, 'people.buyer.1.name': '李明珠', 'people.buyer.1.phone': '13800000002' })),
    ).toEqual(['contacts-missing'])
  })

  test('asks for every answer that was taken over to be confirmed', () => {
    expect(problems({ carried: ['credit.shop.decor'] })).toEqual([
      { code: 'carried-unconfirmed', fields: ['credit.shop.decor'], detail: '' },
    ])
  })

  test.each([
    [2_000_000, '', []],
    [2_000_001, '', ['credit-code-missing']],
    [2_000_001, '91350100M000100Y4Z', ['credit-code-missing']],
    [2_000_001, '110108000000016', ['credit-code-missing']],
    [2_000_001, '91350100M000100Y43', []],
  ])('of %i 分 with the code %j is refused for %j', (amount, code, expected) => {
    expect(codes(withValues({ 'credit.requestedLimit': amount, 'customer.businessRegNo': code }))).toEqual(expected)
  })

  test('names every item that has to be verified and is not', () => {
    const verification = [
      { item: 'licence', required: true, state: 'done' },
      { item: 'registry', required: true, state: 'outdated' },
      { item: 'callback', required: true, state: 'contradicts' },
      { item: 'visit', required: false, state: 'missing' },
      { item: 'account', required: true, state: 'missing' },
    ] as const
    expect(problems({ verification }).map(({ code, detail }) => [code, detail])).toEqual([
      ['verification-missing', 'registry'],
      ['verification-missing', 'callback'],
      ['verification-missing', 'account'],
    ])
  })
})

test('whoever is responsible, other applications and the chain matter for every kind', () => {
  expect(codes({ salespersonId: null })).toEqual(['salesperson-missing'])
  expect(codes({ hasOtherPending: true })).toEqual(['other-pending'])
  expect(codes({ chain: { ok: false, problem: 'too-few-signers' } })).toEqual(['too-few-signers'])
  const chain: ChainPlan = { ok: false, problem: 'no-approver', post: 'salesManager', barredHolders: [3, 4] }
  expect(problems({ chain })).toEqual([{ code: 'no-approver', fields: [], detail: 'salesManager:P3、P4' }])
})

describe('a temporary limit', () => {
  const temporary: GateInput = {
    ...asked,
    kind: 'temporary',
    limit: inForce,
    amount: 5_000_000,
    startsOn: '2026-11-25',
    endsOn: '2027-02-22', // the ninetieth day
    reason: '春节备货需要',
    plan: [
      { on: '2027-01-31', amount: 2_000_000 },
      { on: '2027-03-24', amount: 3_000_000 },
    ],
  }

  test('that keeps all the rules may be submitted, whatever the KH002 lacks', () => {
    expect(problems({}, temporary)).toEqual([])
    expect(codes({ carried: ['credit.shop.decor'] }, temporary)).toEqual([])
  })

  test.each<[string, Partial<GateInput>, readonly string[]]>([
    ['without an amount', { amount: null, plan: [] }, ['amount-missing', 'plan-missing']],
    [
      'of more than half of the standing one',
      { amount: 5_000_001, plan: [{ on: '2027-01-31', amount: 5_000_001 }] },
      ['amount-too-large'],
    ],
    ['of ninety-one days', { endsOn: '2027-02-23' }, ['period-invalid']],
    [
      'that ends before it begins',
      { endsOn: '2026-11-24', plan: [{ on: '2026-11-25', amount: 5_000_000 }] },
      ['period-invalid'],
    ],
    ['of a single day', { endsOn: '2026-11-25', plan: [{ on: '2026-12-25', amount: 5_000_000 }] }, []],
    ['that begins in the past', { startsOn: '2026-11-24' }, ['period-invalid']],
    ['without days', { startsOn: null, endsOn: null }, ['period-invalid', 'plan-missing']],
    ['without a plan', { plan: [] }, ['plan-missing']],
    ['with a plan that pays too little', { plan: [{ on: '2027-01-31', amount: 4_999_999 }] }, ['plan-missing']],
    ['with a plan that pays too late', { plan: [{ on: '2027-03-25', amount: 5_000_000 }] }, ['plan-missing']],
    ['with a plan that pays before', { plan: [{ on: '2026-11-24', amount: 5_000_000 }] }, ['plan-missing']],
    ['without a reason', { reason: null }, ['reason-missing']],
    ['beside another one', { activeTemporary: true }, ['other-pending']],
    [
      'beside an expired limit',
      { limit: { ...inForce, state: 'expired', standing: 0, total: 0 } },
      ['no-standing-limit'],
    ],
    ['beside a frozen limit', { limit: { ...inForce, state: 'frozen', standing: 0, total: 0 } }, ['no-standing-limit']],
    ['beside a limit of zero', { limit: { ...inForce, standing: 0, approved: 0, total: 0 } }, ['no-standing-limit']],
    ['of a firm without a code', withValues({ 'customer.businessRegNo': '' }), ['credit-code-missing']],
    [
      'of a firm nobody has checked',
      { verification: [{ item: 'registry', required: true, state: 'missing' }] },
      ['verification-missing'],
    ],
  ])('%s is answered with its problems', (_, changes, expected) => {
    expect(codes(changes, temporary)).toEqual(expected)
  })

  test('says how much would do', () => {
    const plan = [{ on: '2027-01-31', amount: 6_000_000 }]
    expect(problems({ amount: 6_000_000, plan }, temporary)[0]).toMatchObject({ detail: '5000000', fields: ['amount'] })
  })
})

describe('a lowering', () => {
  const lowering: GateInput = { ...asked, kind: 'lowering', limit: inForce, amount: 0, reason: '客户要求降低' }

  test.each<[string, Partial<GateInput>, readonly string[]]>([
    ['to zero', {}, []],
    ['by one 分', { amount: 9_999_999 }, []],
    ['to the same', { amount: 10_000_000 }, ['amount-not-lower']],
    ['to nothing that was said', { amount: null }, ['amount-missing']],
    ['without a reason', { reason: '降低' }, ['reason-missing']],
    ['of a frozen limit', { limit: { ...inForce, state: 'frozen', standing: 0, total: 0 } }, []],
    [
      'of no limit',
      { limit: { ...inForce, state: 'none', standing: 0, approved: 0, total: 0 } },
      ['no-standing-limit'],
    ],
    ['of an expired limit', { limit: { ...inForce, state: 'expired', standing: 0, total: 0 } }, ['no-standing-limit']],
    [
      'of a first limit that is open in part',
      { amount: 5_000_000, limit: { ...inForce, standing: 2_000_000, total: 2_000_000 } },
      [],
    ],
    ['of a firm nobody has checked', { verification: [{ item: 'licence', required: true, state: 'missing' }] }, []],
  ])('%s is answered with its problems', (_, changes, expected) => {
    expect(codes(changes, lowering)).toEqual(expected)
  })
})
