import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accepts, valueSchema, valuesSchema } from '../../shared/catalogue/derive/schema.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Field, FieldKind, Value } from '../../shared/catalogue/field.ts'
import { maxFen } from '../../shared/domain/money.ts'
import { bareCustomer, fullCustomer } from '../fixtures/full-customer.ts'

function fieldAt(path: string): Field {
  const field = boxAt(path)?.field
  if (!field) throw new Error(`no box ${path}`)
  return field
}

const fieldOf: Readonly<Record<FieldKind, Field>> = {
  text: fieldAt('customer.address'),
  longText: fieldAt('credit.salesOpinion'),
  money: fieldAt('customer.capital'),
  partialDate: fieldAt('customer.foundedOn'),
  date: fieldAt('customer.developedOn'),
  area: fieldAt('customer.salesArea'),
  count: fieldAt('customer.employeeCount'),
  percent: fieldAt('productLines.1.sharePct'),
  single: fieldAt('customer.category'),
  multi: fieldAt('customer.transportModes'),
  tick: fieldAt('credit.shop.ownedProperty'),
}
const kinds = Object.keys(fieldOf) as FieldKind[]

test.each<[FieldKind, Value]>([
  ['text', '甲'.repeat(200)],
  ['longText', '甲'.repeat(4000)],
  ['money', 0],
  ['money', maxFen],
  ['partialDate', '1998'],
  ['partialDate', '1998-03'],
  ['partialDate', '2024-02-29'],
  ['date', '1998-03-05'],
  ['area', 0.25],
  ['area', 0.07],
  ['area', 10_000_000],
  ['count', 10_000_000],
  ['percent', 0],
  ['percent', 99.9],
  ['percent', 100],
  ['single', 'wholesaler1'],
  ['multi', []],
  ['multi', ['rail', 'other']],
  ['tick', true],
  ['tick', false],
])('a box of kind %s takes %j', (kind, value) => {
  expect(accepts(fieldOf[kind], value)).toBe(true)
})

test.each<[FieldKind, Value]>([
  ['text', '甲'.repeat(201)],
  ['text', 1],
  ['text', ['甲']],
  ['longText', '甲'.repeat(4001)],
  ['money', -1],
  ['money', 0.5],
  ['money', maxFen + 1],
  ['money', Number.NaN],
  ['money', Number.POSITIVE_INFINITY],
  ['money', '100'],
  ['partialDate', '98'],
  ['partialDate', '1998-3'],
  ['partialDate', '1998-13'],
  ['partialDate', '2023-02-29'],
  ['partialDate', 1998],
  ['date', '1998'],
  ['date', '1998-03'],
  ['date', '1998-03-32'],
  ['date', '1998-03-05T00:00'],
  ['area', -0.01],
  ['area', 10_000_000.01],
  ['area', 1.005],
  ['area', Number.NaN],
  ['count', 1.5],
  ['count', -1],
  ['count', 10_000_001],
  ['percent', 100.1],
  ['percent', 33.33],
  ['percent', -0.1],
  ['single', '一级批发商'],
  ['single', 'Wholesaler1'],
  ['single', ['wholesaler1']],
  ['single', true],
  ['multi', 'rail'],
  ['multi', ['rail', 'bicycle']],
  ['multi', ['rail', 'rail', 'rail', 'rail', 'rail', 'rail']],
  ['tick', 1],
  ['tick', 'true'],
])('a box of kind %s refuses %j', (kind, value) => {
  expect(accepts(fieldOf[kind], value)).toBe(false)
})

test('every box can be emptied but the customer name', () => {
  for (const kind of kinds) expect([kind, accepts(fieldOf[kind], null)]).toEqual([kind, true])
  expect(accepts(fieldAt('customer.name'), '')).toBe(false)
  expect(accepts(fieldAt('customer.name'), null)).toBe(false)
  expect(accepts(fieldAt('customer.name'), '甲')).toBe(true)
})

test('a box with a length of its own takes as much and no more', () => {
  expect(accepts(fieldAt('customer.customerNo'), '1'.repeat(20))).toBe(true)
  expect(accepts(fieldAt('customer.customerNo'), '1'.repeat(21))).toBe(false)
})

test('what can be typed and what can be stored end at the same amount', () => {
  expect(Number.isSafeInteger(maxFen)).toBe(true)
})

describe('whatever comes in', () => {
  test('money is a whole number of 分 that a box holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), fen => {
        expect(accepts(fieldOf.money, fen)).toBe(Number.isInteger(fen) && fen >= 0 && fen <= maxFen)
      }),
    )
  })

  test('a date is one that the calendar has', () => {
    const part = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2199 }), part, part, (year, month, day) => {
        const text = [String(year), ...[month, day].map(number => String(number).padStart(2, '0'))].join('-')
        const date = new Date(`${text}T00:00:00Z`)
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
        expect(accepts(fieldOf.date, text)).toBe(exists)
        expect(accepts(fieldOf.partialDate, text)).toBe(exists)
      }),
    )
  })

  test('a choice is one of the codes', () => {
    const codes = ['agent', 'wholesaler1', 'wholesaler2', 'keyRetailer', 'other']
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...codes), fc.string({ minLength: 1 })), code => {
        expect(accepts(fieldOf.single, code)).toBe(codes.includes(code))
      }),
    )
  })

  test('a value fits only kinds of its own type', () => {
    const typeOf = (kind: FieldKind): string => {
      if (kind === 'tick') return 'boolean'
      if (kind === 'multi') return 'object'
      return ['money', 'area', 'count', 'percent'].includes(kind) ? 'number' : 'string'
    }
    const anything = fc.oneof(fc.string({ minLength: 1 }), fc.double(), fc.boolean(), fc.array(fc.string()))
    fc.assert(
      fc.property(anything, fc.constantFrom(...kinds), (value, kind) => {
        fc.pre(typeof value !== typeOf(kind))
        expect(accepts(fieldOf[kind], value)).toBe(false)
      }),
    )
  })

  test('rubbish is refused with an answer, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything(), rubbish => {
        const outcome = valuesSchema.safeParse({ 'customer.capital': rubbish })
        const isFen = typeof rubbish === 'number' && Number.isInteger(rubbish) && rubbish >= 0 && rubbish <= maxFen
        expect(outcome.success).toBe(isFen || rubbish === null || rubbish === '')
        expect(valuesSchema.safeParse(rubbish).success).toBe(isEmptyObject(rubbish))
      }),
    )
  })

  function isEmptyObject(value: unknown): boolean {
    const isPlain =
      typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
    // The schema library passes over this key, so that nobody's prototype is changed.
    return isPlain && Object.keys(value).every(key => key === '__proto__')
  }
})

describe('a map of boxes', () => {
  test('of a whole customer is taken as it is', () => {
    expect(valuesSchema.parse(fullCustomer)).toEqual(fullCustomer)
    expect(valuesSchema.parse(bareCustomer)).toEqual(bareCustomer)
  })

  test('names every box that does not exist or does not fit', () => {
    const outcome = valuesSchema.safeParse({
      'customer.name': '甲',
      'customer.nobody': '乙',
      'customer.capital': 0.5,
      'people.principal.51.name': '丙',
      __proto__x: '丁',
    })
    expect(outcome.error?.issues.map(issue => [issue.path, issue.message])).toEqual([
      [['customer.nobody'], 'no such box'],
      [['customer.capital'], 'not a money'],
      [['people.principal.51.name'], 'no such box'],
      [['__proto__x'], 'no such box'],
    ])
  })

  test.each<[string, unknown]>([
    ['a text beyond every box', '甲'.repeat(4001)],
    ['a list beyond every choice', Array.from({ length: 21 }, () => 'rail')],
    ['a code beyond every code', ['x'.repeat(41)]],
    ['a record', { text: '甲' }],
    ['not a number', Number.NaN],
    ['a big integer', 1n],
    ['nothing at all', undefined],
  ])('%s is no value', (_name, value) => {
    expect(valueSchema.safeParse(value).success).toBe(false)
  })
})
