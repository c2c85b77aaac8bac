import { describe, expect, test } from 'vitest'
import { approvalPosts } from '../../shared/catalogue/approvals.ts'
import { columnsOf } from '../../shared/catalogue/derive/columns.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Field } from '../../shared/catalogue/field.ts'
import { personFields, personRoles } from '../../shared/catalogue/people.ts'
import { defaultRegisterColumns, registerColumns } from '../../shared/catalogue/register.ts'
import { recordNames, records } from '../../shared/catalogue/records.ts'
import { unit } from '../../shared/catalogue/units.ts'
import { type Label, languages } from '../../shared/text/language.ts'
import { paperFields, paperRows } from '../fixtures/paper.ts'

const fields = recordNames.flatMap(record => records[record].map(field => ({ record, field })))
const named = (field: Field) => `${field.label['zh-CN']} ${field.key}`

/** A label in as many languages as the paper's description words, in its order 简体/繁體/English. */
function saidLike(wording: string, label: Label | undefined): string {
  const count = wording === '' ? 0 : wording.split('/').length
  return languages
    .slice(0, count)
    .map(language => label?.[language])
    .join('/')
}

const choiceOf = (text: string) => /^(?:([A-F]) (?=.))?(\w+)(?: (.*))?$/.exec(text) ?? []

describe('the catalogue says what the paper says', () => {
  test.each(paperFields.map(field => [field[0], field] as const))(
    '%s',
    (path, [, boxes, kind, wording, options = '']) => {
      const field = boxAt(path)?.field
      expect(field?.boxes.join(' ')).toBe(boxes)
      expect([field?.kind, ...(field?.delicate ? ['delicate'] : [])].join(' ')).toBe(kind)
      expect(saidLike(wording, field?.label)).toBe(wording)
      const told = options.split(' · ').filter(Boolean).map(choiceOf)
      expect(field?.options?.map(option => option.code) ?? []).toEqual(told.map(([, , code]) => code))
      expect(field?.options?.map(option => option.letter) ?? []).toEqual(told.map(([, letter]) => letter))
      const words = told.map(([, , , wordsTold = '']) => wordsTold)
      expect(words.map((said, index) => saidLike(said, field?.options?.[index]?.label))).toEqual(words)
    },
  )

  test('and nothing else, but for the texts of 其他 and the number that the program gives', () => {
    const described = new Set(paperFields.map(([path]) => boxAt(path)?.field))
    const others = fields.filter(({ field }) => !described.has(field) && !field.otherOf)
    expect(others.map(({ field }) => field.key)).toEqual(['customerNo'])
  })

  test('the suggestions for a payment and for schooling', () => {
    const suggested = (path: string) =>
      boxAt(path)
        ?.field.suggestions?.map(label => label['zh-CN'])
        .join(', ')
    expect(suggested('customer.paymentMethod')).toBe('现金, 转账, 支票, 承兑, 月结, 货到付款')
    expect(suggested('credit.owner.education')).toBe('小学, 初中, 高中, 中专, 大专, 本科, 研究生')
  })

  test('the rows of the people and of the approvers', () => {
    const rows = [
      ...personRoles.map(({ code, box, label }) => ['people', box, code, saidLike('//', label)]),
      ...approvalPosts.map(({ code, box, label }) => ['approvals', box, code, saidLike('//', label)]),
    ]
    expect(rows).toEqual(paperRows)
  })

  test('fields come in the order of the boxes that they fill', () => {
    const firstBoxes = (form: string) => (field: Field) => {
      const box = field.boxes.find(candidate => candidate.startsWith(form))
      return box === undefined ? [] : [Number(box.slice(6))]
    }
    const card = records.customer.flatMap(firstBoxes('KH001.'))
    expect(card).toEqual([...card].sort((a, b) => a - b))
    // The property grid is filled in column by column, first 自有, then 租用.
    const credit = records.credit.filter(field => !field.key.startsWith('shop.')).flatMap(firstBoxes('KH002.'))
    expect(credit).toEqual([...credit].sort((a, b) => a - b))
    expect(personFields.map(field => field.key).slice(0, 9)).toEqual(
      paperFields
        .filter(([path]) => path.startsWith('people.'))
        .slice(0, 9)
        .map(([path]) => path.split('.')[3]),
    )
  })
})

describe('every wording stands in every language', () => {
  const wordings = fields.flatMap(({ field }) => [
    { name: named(field), label: field.label },
    ...(field.within ? [{ name: `${named(field)}, within`, label: field.within }] : []),
    ...(field.help ? [{ name: `${named(field)}, help`, label: field.help }] : []),
    ...(field.unit ? [{ name: `${named(field)}, unit`, label: field.unit }] : []),
    ...(field.suggestions ?? []).map(label => ({ name: `${named(field)}, suggestion`, label })),
    ...(field.options ?? []).map(option => ({ name: `${named(field)}, ${option.code}`, label: option.label })),
  ])

  test('none is empty or has blanks at its ends', () => {
    expect(wordings.length).toBeGreaterThan(200)
    for (const { name, label } of wordings) {
      const texts = languages.map(language => label[language])
      expect([name, ...texts.map(text => text.trim())]).toEqual([name, ...texts])
      expect([name, ...texts]).not.toContain('')
    }
  })

  test('English has no Chinese in it', () => {
    expect(wordings.filter(({ label }) => /\p{Script=Han}/u.test(label.en))).toEqual([])
  })
})

describe('what is derived can rely on it', () => {
  test.each(recordNames)('the keys and columns of %s are unique', record => {
    const keys = records[record].map(field => field.key)
    expect(new Set(keys).size).toBe(keys.length)
    const columns = columnsOf(record).map(column => column.name)
    expect(new Set(columns).size).toBe(columns.length)
    expect(columns.filter(column => !/^[a-z][a-z0-9_]*$/.test(column))).toEqual([])
  })

  test('a choice has at least two options with a code and a wording of their own, anything else has none', () => {
    for (const { field } of fields) {
      const isChoice = field.kind === 'single' || field.kind === 'multi'
      expect([named(field), (field.options ?? []).length > 1]).toEqual([named(field), isChoice])
      const codes = (field.options ?? []).map(option => option.code)
      expect([named(field), new Set(codes).size]).toEqual([named(field), codes.length])
      // Several codes are stored as one text with commas between them.
      expect(codes.filter(code => !/^[A-Za-z][A-Za-z0-9]*$/.test(code))).toEqual([])
      for (const language of languages) {
        const words = (field.options ?? []).map(option => option.label[language])
        expect([named(field), new Set(words).size]).toEqual([named(field), words.length])
      }
    }
  })

  test('each 其他 has its text right behind it, as delicate as the choice', () => {
    for (const record of recordNames) {
      const list = records[record]
      list.forEach((field, index) => {
        const offersOther = field.options?.some(option => option.code === 'other') ?? false
        const next = list[index + 1]
        expect([field.key, next?.otherOf === field.key]).toEqual([field.key, offersOther])
      })
      for (const text of list.filter(field => field.otherOf)) {
        const { boxes, delicate } = list[list.indexOf(text) - 1] ?? {}
        const { key, kind } = text
        expect({ key, kind, boxes: text.boxes, delicate: text.delicate }).toEqual({
          key: `${text.otherOf}Other`,
          kind: 'text',
          boxes,
          delicate,
        })
      }
    }
    expect(fields.filter(({ field }) => field.otherOf)).toHaveLength(7)
  })

  test('amounts and measures have the unit that the form shows, texts have none', () => {
    const unitOf: Partial<Record<Field['kind'], readonly Label[]>> = {
      money: [unit.yuan, unit.yuanPerMonth],
      area: [unit.squareMetre],
      count: [unit.person, unit.storey, unit.vehicle],
      percent: [unit.percent],
    }
    for (const { field } of fields) {
      const allowed: readonly (Label | undefined)[] = unitOf[field.kind] ?? [undefined]
      expect([named(field), allowed.includes(field.unit)]).toEqual([named(field), true])
    }
    expect(records.credit.filter(field => field.unit === unit.yuanPerMonth).map(field => field.key)).toEqual([
      'shop.rentedMonthlyRent',
    ])
  })

  test('the name alone is required, and what only the program or the last signature sets is marked', () => {
    expect(fields.filter(({ field }) => field.required).map(({ field }) => field.key)).toEqual(['name'])
    const setBy = fields.filter(({ field }) => field.setBy).map(({ field }) => `${field.key} ${field.setBy}`)
    expect(setBy).toEqual([
      'customerNo program',
      'approvedLimit lastSignature',
      'approvedGrade lastSignature',
      'signature lastSignature',
      'signedOn lastSignature',
    ])
  })

  test('the columns of the register are boxes, each once, and the usual ones are among them and not delicate', () => {
    expect(registerColumns.filter(path => !boxAt(path))).toEqual([])
    expect(new Set(registerColumns).size).toBe(registerColumns.length)
    expect(defaultRegisterColumns.filter(path => !registerColumns.includes(path))).toEqual([])
    expect(defaultRegisterColumns.filter(path => boxAt(path)?.field.delicate)).toEqual([])
  })
})

describe('boxAt', () => {
  test.each([
    '',
    'customer',
    'customer.',
    'customer.nobody',
    'customer.name.first',
    'constructor',
    'customer.constructor',
    'people.principal.0.name',
    'people.principal.01.name',
    'people.principal.51.name',
    'people.principal.1',
    'people.principal.1.name.x',
    'people.boss.1.name',
    'people.toString.1.name',
    'productLines.0.line',
    'productLines.51.line',
    'productLines.1.name',
    'productLines.line',
    'approvals.officeHead',
    'approvals.clerk.signature',
    'approvals.officeHead.signature.x',
    'credit.owner',
    'Customer.name',
    ' customer.name',
  ])('%j names no box', path => {
    expect(boxAt(path)).toBeUndefined()
  })

  test('finds the last row that a file may hold', () => {
    expect(boxAt('people.seller.50.phone')).toMatchObject({ record: 'people', row: 'seller', position: 50 })
    expect(boxAt('productLines.50.sharePct')).toMatchObject({ record: 'productLines', position: 50 })
    expect(boxAt('approvals.generalManager.signedOn')).toMatchObject({ record: 'approvals', row: 'generalManager' })
  })
})
