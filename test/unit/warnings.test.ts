import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Path, Value, Values } from '../../shared/catalogue/field.ts'
import { storageProblem, type Warning, warningAt, type WarningCode } from '../../shared/domain/warnings.ts'
import { zhCN } from '../../shared/text/zh-CN/screens.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'

const today = '2026-11-22'
const code = '91350100M000100Y43'

/** A box that deserves the warning, and answers to the same box that deserve none; `among` stands in other boxes. */
interface Case {
  readonly path: Path
  readonly value: Value
  readonly among?: Values
  readonly facts?: Warning['facts']
  readonly suggestion?: Value
  readonly fine: readonly Value[]
}

const cases: Readonly<Record<WarningCode, readonly Case[]>> = {
  creditCodeCheck: [
    {
      path: 'customer.businessRegNo',
      value: '91350100M000100Y44',
      facts: { expected: '3' },
      fine: [code],
    },
    { path: 'customer.taxNo', value: '91310115MA1K35XY0X', facts: { expected: '2' }, fine: [code] },
  ],
  creditCodeLetter: [
    {
      path: 'customer.businessRegNo',
      value: '9135O100M000100Y43',
      facts: { letter: 'O' },
      suggestion: code,
      fine: [code],
    },
    // Nothing looks like a V, so there is nothing to suggest.
    { path: 'customer.businessRegNo', value: '91350100V000100Y43', facts: { letter: 'V' }, fine: [null] },
  ],
  creditCodeOffice: [
    {
      path: 'customer.businessRegNo',
      value: 'B1350100M000100Y41',
      fine: [code, 'A1350100M000100Y42', 'N2350100M000100Y4J'],
    },
  ],
  creditCodeRegion: [
    { path: 'customer.businessRegNo', value: '91990100M000100Y4U', fine: [code, '91100000M000100Y4U'] },
  ],
  creditCodeOrganisation: [{ path: 'customer.businessRegNo', value: '91350100M000100Y0N', fine: [code] }],
  creditCodeKind: [
    {
      path: 'customer.businessRegNo',
      value: code,
      among: { 'customer.ownershipType': 'individual' },
      fine: ['92350100M000100Y40'],
    },
    {
      path: 'customer.businessRegNo',
      value: '92350100M000100Y40',
      among: { 'customer.ownershipType': 'jointStock' },
      fine: [code],
    },
  ],
  registrationNoLength: [
    {
      path: 'customer.businessRegNo',
      value: '9135',
      facts: { length: '4' },
      // A number of 13 digits has no check that could fail.
      fine: ['3301001234567', code],
    },
  ],
  oldNumberCheck: [{ path: 'customer.businessRegNo', value: '110108000000011', fine: ['110108000000016'] }],
  taxNoDiffers: [
    {
      path: 'customer.taxNo',
      value: '330110768219456',
      among: { 'customer.businessRegNo': code },
      suggestion: code,
      fine: [code],
    },
    // Nobody knows which of two numbers is right where neither is known to be.
    {
      path: 'customer.taxNo',
      value: '91110108551385082Q',
      among: { 'customer.businessRegNo': '91350100M000100Y44' },
      fine: ['91350100M000100Y44'],
    },
  ],
  taxNoSuggested: [null, code.slice(2, 17)].map(value => ({
    path: 'customer.taxNo',
    value,
    among: { 'customer.businessRegNo': code },
    suggestion: code,
    fine: [code],
  })),
  taxNoPersonal: [
    ...['330106198001011234', '33010619800101123X', '33010619800101123X01'].map(value => ({
      path: 'customer.taxNo',
      value,
      // What a code says is one, however much of it could be a birthday.
      fine: ['911101198506120039', '330110768219456', '33010619801301123X0'],
    })),
    {
      path: 'customer.taxNo',
      value: '330106198001011234',
      among: { 'customer.businessRegNo': code },
      suggestion: code,
      fine: [code],
    },
  ],
  registrationNoSuggested: [null, '3301001234567', '110108000000016'].map(value => ({
    path: 'customer.businessRegNo',
    value,
    among: { 'customer.taxNo': code },
    suggestion: code,
    fine: [code],
  })),
  phoneShape: [
    {
      path: 'customer.phone',
      value: '0571-8866 1234、12345',
      facts: { phone: '12345' },
      fine: ['0571-8866 1234、138 5710 5678', '400-800-1234', '+81 3 1234 5678'],
    },
    { path: 'customer.fax', value: '8866', facts: { phone: '8866' }, fine: ['0571-88661235'] },
    { path: 'people.buyer.2.phone', value: '8866', facts: { phone: '8866' }, fine: ['13857105678'] },
    { path: 'people.principal.1.homePhone', value: '8866', facts: { phone: '8866' }, fine: ['0571-8854 2210'] },
  ],
  postcodeShape: [{ path: 'customer.postcode', value: '31111', fine: ['311113', '３１１１１３'] }],
  accountShape: [{ path: 'customer.bankAccountNo', value: '12345', fine: ['123456', '1202021409900567316'] }],
  cardNumberCheck: [
    {
      path: 'customer.bankAccountNo',
      value: '6222021001116245700',
      // The account of a firm is as long and follows no check; nor does what is too long to be a card.
      fine: ['6222021001116245702', '1202021409900567316', '62220210011162457001', '4111111111111111'],
    },
    { path: 'customer.bankAccountNo', value: '4111111111111112', fine: ['41111111111111120'] },
  ],
  tradingBeforeWon: [
    {
      path: 'customer.tradingSince',
      value: '2019-05',
      among: { 'customer.developedOn': '2019-06-18' },
      // A month or year in which the day lies may be before or after it.
      fine: ['2019', '2019-06', '2019-06-18', '2020'],
    },
  ],
  futureDate: [
    ...['tradingSince', 'openedOn', 'foundedOn', 'developedOn', 'filledOn'].map(key => ({
      path: `customer.${key}`,
      value: '2026-11-23',
      fine: ['2026-11-22'],
    })),
    { path: 'credit.filledOn', value: '2026-11-23', fine: ['2026-11-22'] },
    { path: 'people.seller.1.birth', value: '2027', fine: ['2026', '2026-11'] },
  ],
  businessFormSuggested: [
    {
      path: 'credit.businessForm',
      value: null,
      among: { 'customer.ownershipType': 'stateRun' },
      suggestion: 'stateOwned',
      fine: ['stateOwned'],
    },
  ],
  businessFormDiffers: [
    {
      path: 'credit.businessForm',
      value: 'company',
      among: { 'customer.ownershipType': 'collective' },
      suggestion: 'other',
      fine: ['other'],
    },
  ],
  privateWord: [
    {
      path: 'credit.accounts.remarks',
      value: '老板去年住院',
      facts: { word: '住院' },
      fine: ['旺季前需加货', '夫妻店，主营健康食品'],
    },
  ],
  privateNumber: [
    ...[
      '货款打到 6222 0212 0201 2345 678',
      '帐号6222021202012345678，工行',
      '１２３４５６７８９０１２',
      '公户 3301-4567-8901-2345-6',
      '身份证330106198001011234',
      '330106 19800101 123x',
      '老板 330106198001011234，手机13812345678',
    ].map(value => ({ path: 'credit.accounts.remarks', value, fine: [] })),
    {
      path: 'customer.coverageArea',
      value: '6222021202012345678',
      fine: [
        '手机 13812345678 13987654321',
        '0571-88661234-801，+86 13812345678',
        '008613812345678',
        '2024-01-01 到 2024-12-31',
        '2021 2022 2023 2024',
        '条码 6901234567892',
        '月销 1200000.00 元，去年 123456789012.50 元',
        '91350100M000100Y43',
        '编号 20240101',
      ],
    },
  ],
}

const listed = (Object.entries(cases) as [WarningCode, Case[]][]).flatMap(([warning, list]) =>
  list.map(entry => [warning, entry.path, entry] as const),
)

describe.each(listed)('%s at %s', (warning, path, { value, among, facts, suggestion, fine }) => {
  const at = (answer: Value) => warningAt({ ...among, [path]: answer }, path, today)

  test('is shown where it is deserved', () => {
    expect(at(value)).toEqual({
      code: warning,
      ...(facts && { facts }),
      ...(suggestion !== undefined && { suggestion }),
    })
  })

  test('is not shown where all is well', () => {
    expect(fine.map(at)).toEqual(fine.map(() => undefined))
  })

  test('has a suggestion that settles it, and facts for its sentence', () => {
    expect(suggestion === undefined ? undefined : at(suggestion)).toBeUndefined()
    const gaps = [...zhCN.warnings[warning].matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
    expect(Object.keys(facts ?? {})).toEqual(gaps)
  })
})

test.each([
  ['individual', 'individual'],
  ['partnership', 'partnership'],
  ['stateRun', 'stateOwned'],
  ['jointStock', 'company'],
  ['collective', 'other'],
  ['other', 'other'],
])('性质 %s suggests 经营方式 %s', (ownership, form) => {
  const values = { 'customer.ownershipType': ownership }
  expect(warningAt(values, 'credit.businessForm', today)).toEqual({ code: 'businessFormSuggested', suggestion: form })
  for (const given of ['individual', 'partnership', 'stateOwned', 'company', 'other']) {
    const differs = warningAt({ ...values, 'credit.businessForm': given }, 'credit.businessForm', today)
    expect(differs).toEqual(given === form ? undefined : { code: 'businessFormDiffers', suggestion: form })
  }
})

test('a tax number is compared with a credit code only, and a business form with a known ownership', () => {
  expect(warningAt({ 'customer.taxNo': '1', 'customer.businessRegNo': '3301001234567' }, 'customer.taxNo', today)).toBe(
    undefined,
  )
  expect(warningAt({ 'customer.taxNo': '1' }, 'customer.taxNo', today)).toBeUndefined()
  expect(warningAt({ 'credit.businessForm': 'company' }, 'credit.businessForm', today)).toBeUndefined()
  expect(warningAt({}, 'credit.businessForm', today)).toBeUndefined()
  expect(warningAt({ 'customer.tradingSince': '1998' }, 'customer.tradingSince', today)).toBeUndefined()
})

test('empty boxes and paths that name no box look right', () => {
  for (const path of Object.keys(fullCustomer)) expect([path, warningAt({}, path, today)]).toEqual([path, undefined])
  expect(warningAt({ 'customer.nobody': '?' }, 'customer.nobody', today)).toBeUndefined()
})

test('whatever a box says, its warnings are found without an exception', () => {
  const boxes = fc.constantFrom(...Object.keys(fullCustomer))
  const answer = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '1998', '1998-03', code), fc.integer())
  fc.assert(
    fc.property(fc.dictionary(boxes, answer), boxes, (values, path) => {
      const warning = warningAt(values, path, today)
      expect(warning === undefined || warning.code in cases).toBe(true)
    }),
  )
})

describe('what can not be stored', () => {
  const share = (place: number, values: Readonly<Record<string, Value>>): Values =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`productLines.${place}.${key}`, value]))

  test('is a customer without a name', () => {
    const missing = { code: 'name-missing', path: 'customer.name' }
    expect(storageProblem({})).toEqual(missing)
    expect(storageProblem({ ...fullCustomer, 'customer.name': ' \u3000' })).toEqual(missing)
    expect(storageProblem(bareCustomer)).toBeUndefined()
    expect(storageProblem(fullCustomer)).toBeUndefined()
  })

  test('are typed shares of more than a hundred, shown at the last of them', () => {
    const shares = (first: number, second: number) => ({
      ...bareCustomer,
      ...share(1, { sharePct: first }),
      ...share(3, { sharePct: second }),
    })
    expect(storageProblem(shares(60, 40))).toBeUndefined()
    const problem = { code: 'shares-over-100', path: 'productLines.3.sharePct' }
    expect(storageProblem(shares(60, 40.1))).toEqual(problem)
    expect(boxAt(problem.path)?.field.kind).toBe('percent')
  })

  test('but a share that known sales overrule does not count', () => {
    const values = { ...bareCustomer, ...share(1, { sharePct: 90, monthlySales: 1 }), ...share(2, { sharePct: 90 }) }
    expect(storageProblem(values)).toBeUndefined()
  })
})
