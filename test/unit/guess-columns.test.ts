import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookAtTables } from '../../electron/backend/imports/look-at-table.ts'
import { openTable } from '../../electron/backend/imports/open-table.ts'
import { openRecords } from '../../electron/backend/imports/read-records.ts'
import { targetsWith } from '../../electron/backend/imports/targets.ts'
import { TableError } from '../../electron/backend/imports/table.ts'

const today = '2026-03-05'
const targets = targetsWith([])
const look = async (...lines: string[]) =>
  lookAtTables(await openTable(Buffer.from(lines.join('\n'))), { today, targets })

/** What was found for each column: its box, or what is offered with a question mark. */
async function guessed(...lines: string[]): Promise<string[]> {
  const [{ columns }] = await look(...lines)
  return columns.map(({ path, offered }) => path ?? `?${offered.join(' ')}`)
}

describe('a column is taken for a box', () => {
  test('in traditional characters and with marks around its name', async () => {
    expect(
      await guessed('*客戶名稱：,聯絡人,聯絡人電話,[註冊資本] (萬元),業務員', '明珠,王五,13812345678,50,孫磊'),
    ).toEqual([
      'customer.name',
      'people.principal.1.name',
      'people.principal.1.phone',
      'customer.capital',
      'customer.developedBy',
    ])
  })

  test('by what its cells hold, where the head says nothing', async () => {
    const lines = [
      '甲栏,乙栏,丙栏',
      '明珠商贸有限公司,91350100M000100Y43,13812345678',
      '大华超市,91110108551385082Q,13912345678',
    ]
    expect(await guessed(...lines)).toEqual(['customer.name', 'customer.businessRegNo', '?customer.phone'])
  })

  test('unless its cells could not stand in it: then it is offered', async () => {
    expect(await guessed('客户名称,电话,开业日期', '明珠,王先生,晚些', '大华,李先生,不记得')).toEqual([
      'customer.name',
      '?customer.phone',
      '?customer.openedOn',
    ])
  })

  test('once: a second one is offered nothing, and a mobile telephone goes to the person', async () => {
    expect(
      await guessed('客户名称,联系人,电话,联系电话,手机', '明珠,王五,0571-88661234,0571-88665678,13812345678'),
    ).toEqual(['customer.name', 'people.principal.1.name', 'customer.phone', '?', 'people.principal.1.phone'])
  })

  test('the number under which firms pay their taxes is the credit code where it is one', async () => {
    expect(await guessed('客户名称,纳税人识别号', '明珠,91350100M000100Y43')).toEqual([
      'customer.name',
      'customer.businessRegNo',
    ])
    expect(await guessed('客户名称,纳税人识别号', '明珠,330110768219456')).toEqual(['customer.name', 'customer.taxNo'])
  })

  test('a number of another program is no number of this one', async () => {
    expect(await guessed('客户编号,客户名称', 'K-17,明珠')).toEqual(['customer.cardNo', 'customer.name'])
    expect(await guessed('客户编号,客户名称', '0017,明珠')).toEqual(['customer.customerNo', 'customer.name'])
  })

  test('amounts are in the unit of their head, or else of a title above the table', async () => {
    const [{ columns }] = await look('单位：千元,,', '客户名称,注册资本,年营业额（亿元）', '明珠,50,1')
    expect(columns.map(({ unit }) => unit)).toEqual([undefined, '千', '亿'])
  })
})

test('a head of two lines is the same whichever of them is pointed at', async () => {
  const lines = [
    '客户资料,,,,,',
    '客户名称,注册资本(万元),联系人1,,联系人2,',
    ',,姓名,电话,姓名,电话',
    '明珠,50,王,13812345678,李,13912345678',
  ]
  const sheets = await openTable(Buffer.from(lines.join('\n')))
  for (const headRow of [null, 2, 3]) {
    const [{ sheet, head, columns }] = await lookAtTables(sheets, { today, headRow, targets })
    expect([head.firstRow, head.lastRow]).toEqual([2, 3])
    const table = await openRecords(sheet, {
      kind: 'customers',
      headRow: headRow ?? head.lastRow,
      mapping: columns,
      today,
      targets,
    })
    const records: unknown[] = []
    for await (const { values } of table.records) records.push(values)
    expect(records).toEqual([
      {
        'customer.name': '明珠',
        'customer.capital': 50_000_000,
        'people.principal.1.name': '王',
        'people.principal.1.phone': '13812345678',
        'people.principal.2.name': '李',
        'people.principal.2.phone': '13912345678',
      },
    ])
  }
})

test('rows that are no customers are left out', async () => {
  const lines = [
    '客户名称,地址,电话,负责人',
    '明珠,杭州,1,王',
    '小计,,,',
    '客户名称,地址,电话,负责人',
    '大华,宁波,2,李',
    '合 计：,,,',
    '共2户,,,',
  ]
  const signed = ['制表：孙磊,,审核：周敏,', '以下空白,,,', '合计餐饮店,温州,3,张']
  const sheets = await openTable(Buffer.from([...lines, ...signed].join('\n')))
  const [{ sheet, head, columns }] = await lookAtTables(sheets, { today, targets })
  const names: unknown[] = []
  const table = await openRecords(sheet, { kind: 'customers', headRow: head.lastRow, mapping: columns, today, targets })
  for await (const { row, values } of table.records) names.push([row, values['customer.name']])
  expect(names).toEqual([
    [2, '明珠'],
    [5, '大华'],
    [10, '合计餐饮店'],
  ])
})

test('rows of one customer are joined only where they say nothing else of it', async () => {
  const sheets = await openTable(
    Buffer.from(
      ['客户名称,地址,联系人', '明珠,杭州,王', '明珠,宁波,李', '明珠,宁波,李', '大华,温州,张', ',,赵', ',台州,钱'].join(
        '\n',
      ),
    ),
  )
  const [{ sheet, head, columns }] = await lookAtTables(sheets, { today, targets })
  const found: unknown[] = []
  const table = await openRecords(sheet, { kind: 'customers', headRow: head.lastRow, mapping: columns, today, targets })
  for await (const { row, values } of table.records) found.push([row, Object.values(values).join(' ')])
  expect(found).toEqual([
    [2, '明珠 杭州 王'],
    [3, '明珠 宁波 李'],
    [4, '明珠 宁波 李'],
    [5, '大华 温州 张 赵'],
    [7, '台州 钱'],
  ])
})

test('a file without a head says so', async () => {
  await expect(look('1,2', '3,4')).rejects.toMatchObject({ code: 'no-table' })
})

test('whatever a table says, it is read or refused', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      '客户名称',
      '电话',
      '负责人',
      '姓名',
      '银行',
      '合计',
      '联系人2',
      '单位：万元',
      '角色',
      '品种1',
      '[清空]',
      '',
      '91350100M000100Y43',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const rows = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(rows, async cells => {
      try {
        const sheets = await openTable(Buffer.from(cells.map(row => row.join(',')).join('\n')))
        const [{ sheet, head, columns }] = await lookAtTables(sheets, { today, targets })
        const paths = columns.flatMap(({ path }) => path ?? [])
        expect(new Set(paths).size).toBe(paths.length)
        const table = await openRecords(sheet, {
          kind: 'customers',
          headRow: head.lastRow,
          mapping: columns,
          today,
          targets,
        })
        for await (const { row } of table.records) expect(row).toBeGreaterThan(head.lastRow)
      } catch (error) {
        if (!(error instanceof TableError)) throw error
      }
    }),
    { numRuns: 100 },
  )
})

describe('客户编号', () => {
  const columnOf = async (...numbers: string[]) =>
    (await guessed('客户编号,客户名称', ...numbers.map((number, at) => `${number},绍兴第${at + 1}商行`)))[0]

  test.each([['0031'], ['KH-0031'], ['kh0031', ''], ['KH-31'], ['100000']])(
    'is the number that this program gives: %s',
    async (...numbers) => {
      expect(await columnOf(...numbers)).toBe('customer.customerNo')
    },
  )

  test.each([['KH001-0031', 'KH001-0032'], ['001', '002'], ['1', '12', '31'], ['C-31'], ['KH001']])(
    'is the number of another program: %s',
    async (...numbers) => {
      expect(await columnOf(...numbers)).toBe('customer.cardNo')
    },
  )
})
