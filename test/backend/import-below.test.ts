import { expect, test } from 'vitest'
import { readyDesk } from './desk.ts'
import { checkFile, rowsOf, table } from './import-steps.ts'

const heads = ['客户名称', '性质', '电话', '资本额', '采购人姓名', '采购人职务']
const first = ['绍兴老酒行', '个体', '0575-88661111', '50万', '张三', '经理']

/** What becomes of rows below the first customer: the row, its state, the people it brings, and what is wrong with it. */
async function below(...rows: readonly (readonly string[])[]) {
  const desk = await readyDesk()
  const { check } = await checkFile({ backend: desk.backend, caller: desk }, table(heads, first, ...rows))
  return (await rowsOf(desk, check)).map(({ row, state, changes, problems }) => [
    row,
    state,
    changes.flatMap(({ path, to }) => (/^people\..*\.name$/.test(path) ? [to] : [])),
    problems.map(({ code, path }) => `${code} ${path}`),
  ])
}

const whole = (...people: readonly string[]) => [2, 'new', people, []]
const nobody = 'row-of-nobody customer.name'

test('a row of people alone belongs to the customer above, and so does one that repeats what tells that customer', async () => {
  expect(
    await below(
      ['', '', '', '', '李四', '会计'],
      ['', '个体', '0575-88661111', '', '王五', ''],
      ['绍兴老酒行', '个体', '', '', '赵六', ''],
    ),
  ).toEqual([whole('张三', '李四', '王五', '赵六')])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['that of another customer may be', ['', '个体', '', '', '李四', ''], [nobody]],
  ['another telephone', ['', '', '0575-88662222', '', '李四', ''], [nobody]],
  ['what the customer above does not say', ['', '个体', '0575-88661111', '80万', '李四', ''], [nobody]],
  ['an emptied box', ['', '', '', '[清空]', '李四', ''], [nobody]],
  ['what can not be read', ['', '', '', '很多', '李四', ''], ['notAmount customer.capital', nobody]],
  ['nothing but its own', ['', '', '0575-88662222', '', '', ''], ['name-missing customer.name']],
])('a row without a name is refused with %s, and so is what stands below it', async (_, row, problems) => {
  expect(await below(row, ['', '', '', '', '王五', ''], ['台州海鲜行', '', '', '', '贺七', ''])).toEqual([
    whole('张三'),
    [3, 'error', [], problems],
    [4, 'error', ['王五'], ['name-missing customer.name']],
    [5, 'new', ['贺七'], []],
  ])
})
