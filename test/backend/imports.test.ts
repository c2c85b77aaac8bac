import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { problemSentence } from '../../shared/text/importing.ts'
import { deskAt, listing, loggedOf, readyDesk, steadyClock, temporaryFolder } from './desk.ts'
import { checkFile, importFile, rowsOf, table } from './import-steps.ts'
import { looking } from './logged.ts'
import { heard, otherProcess } from './other-process.ts'

const none = { new: 0, updated: 0, same: 0, duplicate: 0, error: 0 }

async function importingDesk() {
  const desk = await readyDesk()
  return { desk, importer: { backend: desk.backend, caller: desk } }
}

const heads = ['客户编号', '客户名称', '电话', '工商登记号', '资本额', '负责人 · 姓名']

test('a check tells what becomes of every row and writes nothing', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '杭州明珠商贸有限公司', 'customer.phone': '0571-88661234' })
  const file = table(
    heads,
    [known.customerNo, '', '0571-88660000', '', '50万', '张明'],
    ['', '杭州明珠商贸有限公司', '', '', '', ''],
    ['', '宁波大华食品', '0574-87654321', '', '', ''],
    ['', '宁波大华食品', '', '', '12', ''],
    ['9999', '温州某某', '', '', '', ''],
    ['', '', '0571-1', '', '', ''],
    ['', '绍兴老酒', '', '', '很多', ''],
  )
  const { check } = await checkFile(importer, file)
  expect(check.counts).toEqual({ new: 1, updated: 1, same: 0, duplicate: 2, error: 3 })
  const rows = await rowsOf(desk, check)
  expect(rows.map(({ row, state, firstRow }) => [row, state, firstRow])).toEqual([
    [2, 'updated', null],
    [3, 'duplicate', 2],
    [4, 'new', null],
    [5, 'duplicate', 4],
    [6, 'error', null],
    [7, 'error', null],
    [8, 'error', null],
  ])
  expect(rows[0]?.changes).toContainEqual({ path: 'customer.phone', from: '0571-88661234', to: '0571-88660000' })
  expect(rows[0]?.changes).toContainEqual({ path: 'customer.capital', from: null, to: 50_000_000 })
  expect(rows.slice(4).flatMap(({ problems }) => problems.map(({ code, path }) => [code, path]))).toEqual([
    ['number-unknown', 'customer.customerNo'],
    ['name-missing', 'customer.name'],
    ['notAmount', 'customer.capital'],
  ])
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
  expect((await desk.ask('customers.open', { id: known.id })).revision).toBe(1)
})

test('a check points at what it takes and should be looked at', async () => {
  const { desk, importer } = await importingDesk()
  const file = table(
    ['客户名称', '统一社会信用代码'],
    ['湖州丝绸', '91350100M000100Y44'],
    ['嘉兴粽子', '91350100M000100Y43'],
  )
  const { check } = await checkFile(importer, file)
  const rows = await rowsOf(desk, check, 'new')
  const path = 'customer.businessRegNo'
  const note = { code: 'credit-code-check', path, column: '', found: '91350100M000100Y44' }
  expect(rows.map(({ notes }) => notes)).toEqual([[note], []])
})

test('what looks wrong in a box is pointed out as on the card, and the row is written all the same', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '杭州明珠商贸有限公司', 'customer.postcode': '12' })
  const file = table(
    ['客户编号', '客户名称', '电话', '邮编', '统一社会信用代码'],
    ['', '湖州丝绸', '13800、0572-2034567', '1234', '91350100M000100Y44'],
    ['', '嘉兴粽子', '0573-82034567', '314000', ''],
    [known.customerNo, '', '110110', '', ''],
  )
  const { check } = await checkFile(importer, file)
  expect(check.counts).toEqual({ ...none, new: 2, updated: 1 })
  const said = (await rowsOf(desk, check)).map(({ notes }) =>
    notes.map(note => problemSentence(note, { language: 'zh-CN', extras: [], kind: 'customers' })),
  )
  expect(said).toEqual([
    [
      '工商登记号“91350100M000100Y44”：统一社会信用代码的校验位不对，请核对。',
      '电话：“13800”不像电话号码。',
      '邮编“1234”：邮编应为 6 位数字。',
    ],
    [],
    ['电话：“110110”不像电话号码。'],
  ])
  await desk.ask('imports.commit', { requestId: randomUUID(), check: check.check })
  expect((await desk.ask('customers.open', { id: known.id })).values).toMatchObject({ 'customer.phone': '110110' })
})

test('a person on a sheet of its own is looked at in the same way', async () => {
  const { desk, importer } = await importingDesk()
  await desk.create({ 'customer.name': '杭州明珠商贸有限公司' })
  const file = table(
    ['客户名称', '角色', '姓名', '电话'],
    ['杭州明珠商贸有限公司', '采购人', '张明', '139'],
    ['杭州明珠商贸有限公司', '负责人', '王芳', '13912345678'],
  )
  const { check } = await checkFile(importer, file)
  const rows = await rowsOf(desk, check, 'new')
  const note = { code: 'phoneShape', path: 'people.buyer.1.phone', column: '', found: '', facts: { phone: '139' } }
  expect(rows.map(({ notes }) => notes)).toEqual([[note], []])
})

test('an amount far smaller than the others of its column, which name 万, is pointed out and taken as it stands', async () => {
  const { desk, importer } = await importingDesk()
  const amounts = ['50万', '120万', '三十万', '30', '8000', '500000', '30元', '0', '20 万', '1.5万', '80万', '']
  const file = table(
    ['客户名称', '资本额', '流动资金'],
    ...amounts.map((amount, at) => [`绍兴第${at + 1}商行`, amount, '30']),
  )
  const { check } = await checkFile(importer, file)
  const rows = await rowsOf(desk, check, 'new')
  const note = { code: 'without-wan', path: 'customer.capital', column: '', found: '30' }
  expect(rows.flatMap(({ row, notes }) => notes.map(found => [row, found]))).toEqual([[5, note]])
  expect(rows[3]?.changes).toContainEqual({ path: 'customer.capital', from: null, to: 3_000 })
  expect(check.tables.map(({ noted }) => noted)).toEqual([1])
  expect((await rowsOf(desk, check, 'noted')).map(({ row }) => row)).toEqual([5])
})

test('where the head names the unit, or most cells name none, no amount is pointed out', async () => {
  const { desk, importer } = await importingDesk()
  const file = table(
    ['客户名称', '资本额(万元)', '流动资金'],
    ['绍兴黄酒行', '50万', '50万'],
    ['绍兴茶叶行', '120万', '30'],
    ['绍兴丝绸行', '30', '20'],
  )
  const { check } = await checkFile(importer, file)
  const rows = await rowsOf(desk, check, 'new')
  expect(rows.map(({ notes }) => notes)).toEqual([[], [], []])
  expect(rows[2]?.changes).toContainEqual({ path: 'customer.capital', from: null, to: 30_000_000 })
})

test('an import writes cards as if they had been typed', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '杭州明珠商贸有限公司', 'customer.phone': '0571-88661234' })
  const file = table(
    heads,
    [known.customerNo, '', '0571-88660000', '', '', ''],
    ['', '宁波大华食品', '0574-87654321', '', '50万', '张明'],
  )
  const { id, counts } = await importFile(importer, file)
  expect(counts).toEqual({ ...none, new: 1, updated: 1 })
  const [found] = (await desk.ask('customers.list', listing('nbdh'))).rows
  expect(found).toMatchObject({ customerNo: '0002', name: '宁波大华食品' })
  const typed = await desk.create({
    'customer.name': '台州某某',
    'customer.phone': '0574-87654321',
    'customer.capital': 50_000_000,
    'people.principal.1.name': '张明',
  })
  const sums = (customer: number) =>
    looking(desk, db => ({
      completeness: db.prepare('SELECT completeness FROM customers WHERE id = ?').pluck().get(customer),
      marks: db.prepare('SELECT DISTINCT kind FROM customer_marks WHERE customer_id = ? ORDER BY 1').all(customer),
    }))
  expect(sums(found?.id ?? 0)).toEqual(sums(typed.id))
  const history = await desk.ask('customers.history', { id: known.id })
  expect(history.entries[0]).toMatchObject({ path: 'customer.phone', from: '0571-88661234', to: '0571-88660000' })
  const logged = await loggedOf(desk, 'import.commit')
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatchObject({ object: `import:${id}`, facts: { created: '1', changed: '1' } })
  expect((await desk.ask('audit.verify', { anchor: null })).broken).toBeNull()
})

test('the same file a second time changes nothing', async () => {
  const { importer } = await importingDesk()
  const file = table(heads, ['', '宁波大华食品', '0574-87654321', '', '50万', '张明'])
  await importFile(importer, file)
  const { check } = await checkFile(importer, file)
  expect(check.counts).toEqual({ ...none, same: 1 })
})

test('a commit that is sent twice is carried out once', async () => {
  const { desk, importer } = await importingDesk()
  const { check } = await checkFile(importer, table(['客户名称'], ['甲']))
  const command = { requestId: randomUUID(), check: check.check }
  const first = await desk.ask('imports.commit', command)
  expect(await desk.ask('imports.commit', command)).toEqual(first)
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
})

test('an undo removes new customers and gives changed ones back what they said', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '杭州明珠商贸有限公司', 'customer.phone': '0571-88661234' })
  const before = await desk.ask('customers.open', { id: known.id })
  const file = table(
    heads,
    [known.customerNo, '', '0571-88660000', '', '50万', '张明'],
    ['', '宁波大华食品', '', '', '', ''],
  )
  const { id } = await importFile(importer, file)
  expect((await desk.ask('imports.list', {})).imports[0]).toMatchObject({ id, undoable: 2, undoneAt: null })
  const undone = await desk.ask('imports.undo', { requestId: randomUUID(), id })
  expect(undone).toEqual({ removed: 1, restored: 1, refused: [] })
  expect((await desk.ask('customers.list', listing())).rows.map(({ name }) => name)).toEqual(['杭州明珠商贸有限公司'])
  const after = await desk.ask('customers.open', { id: known.id })
  expect(after.values).toEqual(before.values)
  expect(after.revision).toBe(3)
  expect((await desk.ask('imports.list', {})).imports[0]).toMatchObject({ id, undoable: 0 })
  expect((await desk.refusal('imports.undo', { requestId: randomUUID(), id })).code).toBe('not-found')
  expect((await loggedOf(desk, 'import.undo'))[0]?.facts).toMatchObject({ removed: '1', restored: '1', leftOut: '0' })
  // The number of a customer that is gone is not given again.
  expect((await desk.create({ 'customer.name': '乙' })).customerNo).toBe('0003')
})

test('an undo leaves alone whoever was worked on since, and says who that is', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '甲', 'customer.phone': '0571-88660001' })
  const file = table(
    ['客户名称', '电话'],
    ['甲', '0571-88660002'],
    ['乙', '0571-88660003'],
    ['丙', '0571-88660004'],
    ['丁', '0571-88660005'],
  )
  const { id } = await importFile(importer, file)
  const idOf = async (name: string) => (await desk.ask('customers.list', listing(name))).rows[0]?.id ?? 0
  const [second, third] = [await idOf('乙'), await idOf('丙')]
  await desk.save(known.id, 2, { 'customer.fax': { from: null, to: '9' } })
  await desk.save(second, 1, { 'customer.fax': { from: null, to: '9' } })
  await desk.ask('applications.begin', { requestId: randomUUID(), customerId: third, kind: 'standing' })
  const { removed, restored, refused } = await desk.ask('imports.undo', { requestId: randomUUID(), id })
  expect({ removed, restored }).toEqual({ removed: 1, restored: 0 })
  expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
    ['甲', 'changed'],
    ['乙', 'changed'],
    ['丙', 'in-use'],
  ])
  expect((await desk.ask('imports.list', {})).imports[0]).toMatchObject({ id, undoable: 3 })
  expect((await desk.ask('customers.open', { id: known.id })).values['customer.phone']).toBe('0571-88660002')
})

test('an import can be taken back for thirty days', async () => {
  let later = 0
  const clock = steadyClock()
  const desk = await readyDesk({ clock: () => new Date(clock().getTime() + later) })
  const { id } = await importFile({ backend: desk.backend, caller: desk }, table(['客户名称'], ['甲']))
  later = 31 * 24 * 60 * 60_000
  await desk.signIn()
  expect((await desk.refusal('imports.undo', { requestId: randomUUID(), id })).code).toBe('undo-expired')
})

test('a check that somebody has overtaken is not written', async () => {
  const { desk, importer } = await importingDesk()
  const known = await desk.create({ 'customer.name': '甲', 'customer.phone': '0571-88660001' })
  const { check } = await checkFile(
    importer,
    table(['客户名称', '电话'], ['甲', '0571-88660002'], ['乙', '0571-88660003']),
  )
  await desk.save(known.id, 1, { 'customer.fax': { from: null, to: '9' } })
  const commit = { requestId: randomUUID(), check: check.check }
  expect((await desk.refusal('imports.commit', commit)).code).toBe('import-stale')
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
  const again = await checkFile(importer, table(['客户名称', '电话'], ['甲', '0571-88660002'], ['乙', '0571-88660003']))
  await desk.create({ 'customer.name': '乙' })
  expect((await desk.refusal('imports.commit', { ...commit, check: again.check.check })).code).toBe('import-stale')
  expect((await desk.ask('imports.list', {})).imports).toEqual([])
})

test('what an import may not fill in is refused', async () => {
  const { desk, importer } = await importingDesk()
  for (const path of ['credit.approvedLimit', 'credit.requestedLimit', 'approvals.officeHead.signature']) {
    const refused = checkFile(importer, table(['客户名称', '额度'], ['甲', '50万']), { 额度: path })
    await expect(refused).rejects.toThrow('invalid-input')
  }
  await desk.addAccount({ name: '钱芳', roles: ['accountant'] })
  const accountant = await desk.as('钱芳')
  expect((await accountant.refusal('imports.list', {})).code).toBe('not-allowed')
})

test('a row with several faults says all of them at once', async () => {
  const { desk, importer } = await importingDesk()
  await desk.create({ 'customer.name': '甲店', 'customer.cardNo': 'K-1' })
  const gone = await desk.create({ 'customer.name': '乙店' })
  await desk.ask('customers.archive', { requestId: randomUUID(), id: gone.id, archived: true, reason: '不再往来了' })
  const file = table(
    ['客户编号', '客户名称', '编号', '资本额', '经营品种1', '所占比重1', '经营品种2', '所占比重2'],
    ['', '', '', '很多', '大米', '60%', '酱油', '50%'],
    [gone.customerNo, '乙店', '', '-5', '大米', '60%', '酱油', '50%'],
    ['9999', '丁店', '', '很多', '', '', '', ''],
  )
  const { check } = await checkFile(importer, file, { 资本额: 'customer.capital' })
  const rows = await rowsOf(desk, check)
  expect(rows.map(({ state, problems }) => [state, ...problems.map(({ code }) => code)])).toEqual([
    ['error', 'notAmount', 'name-missing', 'shares-over-100'],
    ['error', 'negative', 'archived', 'shares-over-100'],
    ['error', 'notAmount', 'number-unknown'],
  ])
})

test('a check belongs to whoever made it', async () => {
  const { desk, importer } = await importingDesk()
  const { check } = await checkFile(importer, table(['客户名称'], ['甲']))
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const other = await desk.as('孙磊')
  const page = { check: check.check, table: 0, state: null, offset: 0, limit: 10 }
  expect((await other.refusal('imports.rows', page)).code).toBe('check-gone')
  const commit = { requestId: randomUUID(), check: check.check }
  expect((await other.refusal('imports.commit', commit)).code).toBe('check-gone')
})

test('an import that is stopped leaves nothing, and others wait for it and lose nothing', async () => {
  const { desk, importer } = await importingDesk()
  const many = Array.from({ length: 3000 }, (_, index) => [`客户${index}`])
  const { check } = await checkFile(importer, table(['客户名称'], ...many))
  const requestId = randomUUID()
  const commit = desk.call('imports.commit', { requestId, check: check.check })
  await expect
    .poll(() => desk.ask('imports.progress', { requestId }), { timeout: 60_000, interval: 5 })
    .toMatchObject({ phase: 'writing', total: 3000 })
  const typed = desk.create({ 'customer.name': '同时录入' })
  // Reading does not wait.
  expect((await desk.ask('customers.list', listing())).total).toBe(0)
  await desk.ask('imports.cancel', { requestId })
  expect(await commit).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect((await typed).customerNo).toBe('0001')
  expect((await desk.ask('customers.list', listing())).total).toBe(1)
  expect((await desk.ask('imports.list', {})).imports).toEqual([])
})

test('a program that is killed while it writes an import has written nothing', async () => {
  const dir = temporaryFolder()
  const other = otherProcess('import', dir)
  expect(await heard(other)).toMatchObject({ value: { phase: 'ready' } })
  expect(await heard(other)).toMatchObject({ phase: 'writing' })
  await other.kill()
  const desk = deskAt(dir)
  await desk.signIn()
  expect((await desk.ask('customers.list', listing())).total).toBe(0)
  expect((await desk.ask('imports.list', {})).imports).toEqual([])
})
