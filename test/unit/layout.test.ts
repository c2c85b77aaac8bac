import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxAt, personPath, productLinePath } from '../../shared/catalogue/derive/paths.ts'
import type { Path, Values } from '../../shared/catalogue/field.ts'
import { box, cells, head, heading } from '../../shared/catalogue/layout/cells.ts'
import { forms } from '../../shared/catalogue/layout/forms.ts'
import type { Cell, DrawOptions, FormLayout, FormName } from '../../shared/catalogue/layout/layout.ts'
import { type PlacedCell, placeForm } from '../../shared/catalogue/layout/place.ts'
import { personRoles } from '../../shared/catalogue/people.ts'
import { records } from '../../shared/catalogue/records.ts'
import { label, languages } from '../../shared/text/language.ts'
import { paperFields, paperHeads, paperRows } from '../fixtures/paper.ts'

const formNames: readonly FormName[] = ['KH001', 'KH002']
const draw = (form: FormName, options: Partial<DrawOptions> = {}) => placeForm(forms[form], { values: {}, ...options })

/** How a cell is told in the picture: a head by its wording, a box by its numbers or, in a table, by its row and column. */
function sketch(form: FormName, cell: Cell): string {
  if (cell.kind === 'head') return cell.text['zh-CN'] || '·'
  const parts = cell.paths.map(path => {
    const found = boxAt(path)
    const numbers = found?.field.boxes.filter(number => number.startsWith(form)).map(number => number.slice(6))
    return found?.position || found?.row ? path.slice(path.indexOf('.') + 1) : (numbers?.join('') ?? '')
  })
  return `[${cell.computed ?? [...new Set(parts)].filter(Boolean).join(' ')}]`
}

/** The form as a text: a line per row of the raster with the cells that begin there, from left to right. */
function picture(form: FormName, options: Partial<DrawOptions> = {}): string[] {
  const { cells: placed, rowCount } = draw(form, options)
  return Array.from({ length: rowCount }, (_, row) =>
    placed
      .filter(cell => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(({ cell }) => sketch(form, cell))
      .join(' '),
  )
}

const peopleColumns = 'name sex birth ethnicity position married phone homeAddress quality'.split(' ')
const person = (role: string, place: number) => peopleColumns.map(key => `[${role}.${place}.${key}]`).join(' ')
const productRow = (place: number) =>
  `[${place}.line] [${place}.brandCompany ${place}.isOurs] [${place}.monthlySales] [${place}.sharePct]`

describe('the forms look like the paper', () => {
  test('KH001', () => {
    expect(picture('KH001')).toEqual([
      '客户名称 [2] 地址 [3]',
      '电话 [4] 邮编 [5] 传真 [6]',
      '性质 [7]',
      '类别 [8] 等级 [9]',
      '人员 · 姓名 性别 出生年月 民族 职务 婚否 电话 住址 素质',
      `负责人 ${person('principal', 1)}`,
      `影响人 ${person('influencer', 1)}`,
      `采购人 ${person('buyer', 1)}`,
      `售货人 ${person('seller', 1)}`,
      '工商登记号 [14] 税号(国税) [15]',
      '往来银行及帐号 [16] 资本额 [17] 流动资金 [18]',
      '开业日期 [19] 营业面积 [20] 仓库面积 [21] 雇员人数 [22]',
      '店面 [23] 车辆 [24] 运输方式 [25]',
      '付款方式 [26] 经营额 [27] 经营品种及比重 [productLines]',
      '辐射范围 [29] 开发日期及开发人 [30]',
      '填表人 [31] 填表时间 [32]',
    ])
  })

  test('KH002', () => {
    expect(picture('KH002')).toEqual([
      '客户名称 [2] 地址 [3]',
      '电话 [4] 传真 [5] 邮编 [6]',
      '负责人 [principal.1.name] 住宅电话 [principal.1.homePhone] 创业日期 [9] 开始交易日期 [10]',
      '经营方式 [11] 经营地点 [12]',
      '经营品种 [productLines] 辐射区域 [14]',
      '负责人 性格 [15] 气质 [16] 使用店铺 资产·汽车 [35] [39] [39]',
      '兴趣 [17] 名誉 [18] 场所 [36] [40] [40]',
      '学历 [19] 出身 [20] 店内装饰 [37] [41] [41]',
      '经历 [21] 口才 [22] 保险 [38] [42] [42]',
      '思想 [23] 嗜好 [24] 会计方面 银行往来·银行帐号 [43] 银行信用 [44]',
      '长处 [25] 特长 [26] 帐簿 [45] 同行评价 [46]',
      '短处 [27] 技术 [28] 资本额 [47] 领导评价 [48]',
      '事业心 [29] 专职程度 [30] 流动资金 [49] 付款态度 [50]',
      '策划能力 [31] 健康状况 [32] 营业执照登记号 [51] 备注 [52]',
      '接班人 [33] 从业人员 [34]',
      '经营品种 品牌(公司) 月销售额 所占比重',
      ...[1, 2, 3, 4, 5, 6].map(productRow),
      '销售人员对其评价及建议 [57]',
      '申请额度 []',
      '信用核定·额度 [58] 客户等级 [59]',
      '核准人 办事处主任 销售经理 营销副总 总经理',
      '签名 [officeHead.signature] [salesManager.signature] [marketingVp.signature] [generalManager.signature]',
      '日期 [officeHead.signedOn] [salesManager.signedOn] [marketingVp.signedOn] [generalManager.signedOn]',
      '填表人 [64] 填表时间 [65]',
    ])
  })

  test('more people and products than the paper has lines for get lines of their own', () => {
    const values: Values = { [personPath('buyer', 2, 'name')]: '韩立', [productLinePath(7, 'line')]: '干货' }
    const card = picture('KH001', { values, people: { seller: 3 }, withProductTable: true })
    expect(card.slice(5, 12)).toEqual([
      `负责人 ${person('principal', 1)}`,
      `影响人 ${person('influencer', 1)}`,
      `采购人 ${person('buyer', 1)}`,
      person('buyer', 2),
      `售货人 ${person('seller', 1)}`,
      person('seller', 2),
      person('seller', 3),
    ])
    const table = card.indexOf('经营品种 品牌(公司) 月销售额 所占比重')
    expect(card.slice(table + 1, table + 8)).toEqual([1, 2, 3, 4, 5, 6, 7].map(productRow))
    expect(card[table + 8]).toBe('辐射范围 [29] 开发日期及开发人 [30]')
    expect(picture('KH002', { values, spareRows: 2 }).filter(row => row.includes('isOurs'))).toHaveLength(9)
  })

  test('a row head of the people table stands beside all of its people and says whose it is', () => {
    const { cells: placed } = draw('KH001', { people: { influencer: 4 } })
    const heads = placed.flatMap(({ cell }) => (cell.kind === 'head' && cell.personRole ? [cell] : []))
    expect(heads.map(({ personRole, rows }) => [personRole, rows])).toEqual([
      ['principal', 1],
      ['influencer', 4],
      ['buyer', 1],
      ['seller', 1],
    ])
  })

  test('自有 and 租用 head two columns: each field names itself, one below the other', () => {
    const { cells: placed } = draw('KH002')
    const column = (side: string) =>
      placed.filter(({ cell }) => cell.kind === 'box' && cell.paths[0]?.startsWith(`credit.shop.${side}`))
    for (const [side, keys] of [
      ['owned', ['ownedProperty', 'ownedArea', 'ownedFloors', 'ownedMarketValue']],
      ['rented', ['rentedProperty', 'rentedArea', 'rentedFloors', 'rentedMonthlyRent']],
    ] as const) {
      const found = column(side)
      expect(found.map(({ cell }) => cell.kind === 'box' && [cell.paths, cell.inline])).toEqual(
        keys.map(key => [[`credit.shop.${key}`], true]),
      )
      expect(new Set(found.map(cell => `${cell.column} ${cell.cell.span}`)).size).toBe(1)
      expect(found.map(cell => cell.row - (found[0]?.row ?? 0))).toEqual([0, 1, 2, 3])
    }
  })

  test('every head has the wording of its field or the one of the paper, in all languages', () => {
    const wordings = new Set([
      ...paperHeads,
      ...paperRows.map(([, , , wording]) => wording),
      ...paperFields.flatMap(([path]) => languages.map(language => boxAt(path)?.field.label[language]).join('/')),
    ])
    const heads = formNames.flatMap(form =>
      draw(form).cells.flatMap(({ cell }) => (cell.kind === 'head' ? [cell.text] : [])),
    )
    const strange = heads.map(text => languages.map(language => text[language]).join('/'))
    expect(strange.filter(text => !wordings.has(text))).toEqual(['//'])
  })
})

describe('every box is drawn', () => {
  const drawn = (form: FormName, options: Partial<DrawOptions> = {}): Path[] =>
    draw(form, options).cells.flatMap(({ cell }) => (cell.kind === 'box' ? cell.paths : []))

  const numberOf: Readonly<Record<FormName, number>> = { KH001: 32, KH002: 65 }
  const allBoxes = formNames.flatMap(form =>
    Array.from({ length: numberOf[form] }, (_, index): [FormName, string] => [form, `${form}.${index + 1}`]),
  )

  test.each(allBoxes)('%s has %s', (form, number) => {
    const row = paperRows.find(([, numbered]) => numbered === number)
    const paths = row
      ? drawn(form).filter(path => path.startsWith(`${row[0]}.${row[2]}.`))
      : [forms[form].numberPath, ...drawn(form, { withProductTable: true })].filter(path =>
          boxAt(path)?.field.boxes.includes(number),
        )
    const fields = row
      ? row[0] === 'people'
        ? 9
        : 2
      : paperFields.filter(([, boxes]) => boxes.split(' ').includes(number)).length
    // Shares and lines repeat in every row of the product table, and 其他 adds its text.
    const keys = new Set(paths.map(path => boxAt(path)?.field).filter(field => field && !field.otherOf))
    expect(keys.size).toBe(fields)
    expect(fields).toBeGreaterThan(0)
  })

  test.each(formNames)('%s names only boxes that exist, and none twice', form => {
    const paths = drawn(form, { withProductTable: true, people: { principal: 2 } })
    expect(paths.filter(path => !boxAt(path))).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('no field of the customer or of the credit file is left out but the customer number', () => {
    const all = new Set(formNames.flatMap(form => [forms[form].numberPath, ...drawn(form)]))
    const fields = (['customer', 'credit'] as const).flatMap(record =>
      records[record].map(field => `${record}.${field.key}`),
    )
    expect(fields.filter(path => !all.has(path))).toEqual(['customer.customerNo'])
  })

  test('the text of 其他 shares the box of its choice', () => {
    const boxes = formNames.flatMap(form =>
      draw(form).cells.flatMap(({ cell }) => (cell.kind === 'box' ? [cell.paths] : [])),
    )
    for (const paths of boxes) {
      const others = paths.filter(path => boxAt(path)?.field.otherOf)
      expect(others.filter(path => paths[paths.indexOf(path) - 1] !== path.replace(/Other$/, ''))).toEqual([])
    }
  })

  test('the owner block is filled in line by line, then the premises, then the accounts', () => {
    const order = draw('KH002')
      .cells.filter(({ cell, block }) => block === 'owner' && cell.kind === 'box')
      .map(({ cell }) => sketch('KH002', cell))
    const numbers = Array.from({ length: 20 }, (_, index) => `[${index + 15}]`)
    const shop = '[35] [39] [39] [36] [40] [40] [37] [41] [41] [38] [42] [42]'.split(' ')
    const accounts = Array.from({ length: 10 }, (_, index) => `[${index + 43}]`)
    expect(order).toEqual([...numbers, ...shop, ...accounts])
  })
})

describe('the raster', () => {
  const rowsOf = fc.integer({ min: 0, max: 3 })
  const people = fc.record(Object.fromEntries(personRoles.map(({ code }) => [code, fc.tuple(rowsOf, rowsOf)])))
  const drawing = fc.record({
    people,
    products: fc.integer({ min: 0, max: 10 }),
    withProductTable: fc.boolean(),
    spareRows: rowsOf,
  })

  test.each(formNames)('of %s is filled without a hole or an overlap, however many people and products', form => {
    fc.assert(
      fc.property(drawing, ({ people: extra, products, ...options }) => {
        const values: Record<Path, string> = {}
        const asked: Record<string, number> = {}
        for (const [role, [filled, added]] of Object.entries(extra)) {
          if (filled > 0) values[personPath(role, 1 + filled, 'phone')] = '1'
          asked[role] = 1 + added
        }
        if (products > 0) values[productLinePath(products, 'brandCompany')] = '甲'
        const { cells: placed, rowCount } = draw(form, { ...options, values, people: asked })
        const wanted = Array.from({ length: rowCount * 48 }, (_, place) => place)
        expect(placed.flatMap(placesOf).sort((a, b) => a - b)).toEqual(wanted)
      }),
    )
  })

  function placesOf({ cell, row, column }: PlacedCell): number[] {
    return Array.from({ length: cell.rows * cell.span }, (_, index) => {
      const right = column + (index % cell.span)
      expect(right).toBeLessThan(48)
      return (row + Math.floor(index / cell.span)) * 48 + right
    })
  }

  const layoutOf = (...rows: Cell[][]): FormLayout => ({
    form: 'KH001',
    title: label('', '', ''),
    numberPath: '',
    blank: '',
    columns: 4,
    blocks: [cells('only', rows)],
  })
  const text = label('甲', '甲', 'A')

  test('a cell of several rows keeps its place free in the rows below', () => {
    const { cells: placed } = placeForm(layoutOf([heading(text, 1, 2), box('a', 3)], [box('b', 3)]), { values: {} })
    expect(placed.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ])
  })

  test('a row that is too wide, or two cells on one place, are mistakes in a layout', () => {
    expect(() => placeForm(layoutOf([box('a', 5)]), { values: {} })).toThrow('wider')
    const colliding = layoutOf([box('a', 2), heading(text, 1, 2)], [box('b', 3)])
    expect(() => placeForm(colliding, { values: {} })).toThrow('Two cells')
  })

  test('the head of a box that the catalogue does not have is a mistake in a layout', () => {
    expect(() => head('customer.nobody', 2)).toThrow('customer.nobody')
    expect(head('customer.name', 2)).toMatchObject({ kind: 'head', span: 2, rows: 1, side: false })
  })
})
