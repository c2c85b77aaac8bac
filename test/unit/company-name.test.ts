import { expect, test } from 'vitest'
import { compareNames, splitCompanyName, textLikeness } from '../../shared/domain/company-name.ts'

const score = (a: string, b: string, sound = false) =>
  compareNames(splitCompanyName(a), splitCompanyName(b), sound).score

const one = '杭州明珠商贸有限公司'

// The pairs on which the rule was tried (rules 8); what follows the eighth is how it treats readings, branches and nearness.
test.each([
  ['杭州市明珠商贸有限责任公司', 99],
  ['明珠商贸（杭州）有限公司', 100],
  ['明珠商贸', 88],
  ['杭州明珠食品有限公司', 92],
  ['宁波明珠商贸有限公司', 80],
  ['杭州明殊商贸有限公司', 68],
  ['杭州大华商贸有限公司', 35],
  ['杭州明珠商贸有限公司宁波分公司', 100],
  ['浙江省杭州市明珠商贸有限公司', 100],
  ['浙江明珠商贸有限公司', 96],
  ['Ａ 杭州明珠商贸有限公司 '.slice(2), 100],
])('%s is like 杭州明珠商贸有限公司 by %d points', (other, points) => {
  expect(score(one, other)).toBe(points)
  expect(score(other, one)).toBe(points)
})

test('a 字号 that is read the same counts fifteen points more, and one that is the same no more than itself', () => {
  expect(score(one, '杭州明朱商贸有限公司')).toBe(68)
  expect(score(one, '杭州明朱商贸有限公司', true)).toBe(83)
  expect(score(one, '杭州明珠食品有限公司', true)).toBe(92)
})

test('a branch that was not split off would look like another firm', () => {
  const unsplit = { ...splitCompanyName(one), core: '明珠商贸有限公司宁波', industry: '', form: '分公司' }
  expect(compareNames(splitCompanyName(one), unsplit, false).score).toBeLessThan(65)
})

test.each([
  ['杭州明珠商贸有限公司', '', '杭州', '明珠', '商贸', '有限公司'],
  ['明珠商贸(杭州)有限公司', '', '杭州', '明珠', '商贸', '有限公司'],
  ['浙江省杭州市西湖区明珠副食品商行', '', '浙江 杭州 西湖', '明珠', '副食品', '商行'],
  ['杭州明珠商贸有限公司宁波分公司', '宁波分公司', '杭州', '明珠', '商贸', '有限公司'],
  ['杭州明珠商贸宁波分公司', '宁波分公司', '杭州', '明珠', '商贸', ''],
  ['明珠超市第三店', '第三店', '', '明珠', '', '超市'],
  ['明珠超市（西湖店）', '西湖店', '', '明珠', '', '超市'],
  ['杭州明珠粮油店', '', '杭州', '明珠', '粮油', '店'],
  ['杭州明珠商贸有限公司驻上海办事处', '驻上海办事处', '杭州', '明珠', '商贸', '有限公司'],
  ['浙江明珠（集团）股份有限公司', '', '浙江', '明珠', '', '股份有限公司'],
  ['义乌市明珠小商品有限公司', '', '义乌', '明珠', '小商品', '有限公司'],
  ['义乌明珠小商品有限公司', '', '义乌', '明珠', '小商品', '有限公司'],
  ['杭州市明珠食品商行（普通合伙）', '', '杭州', '明珠', '食品', '商行'],
  ['杭州百货有限公司', '', '杭州', '百货', '', '有限公司'],
  ['延边朝鲜族自治州明珠特产店', '', '延边', '明珠', '特产', '店'],
  ['新疆维吾尔自治区明珠果业有限公司', '', '新疆', '明珠', '果业', '有限公司'],
  ['北京市朝阳区明珠食品店', '', '北京 朝阳', '明珠', '食品', '店'],
  ['王记', '', '', '王记', '', ''],
  ['', '', '', '', '', ''],
])('%s is taken apart', (name, branch, region, core, industry, form) => {
  expect(splitCompanyName(name)).toMatchObject({
    branch,
    region: region.split(' ').filter(Boolean),
    core,
    industry,
    form,
  })
})

test('one spelling of the whole name leaves out width, blanks, 市 and the two words for limited', () => {
  const whole = (name: string) => splitCompanyName(name).whole
  expect(whole('杭州市 明珠商贸有限责任公司')).toBe(whole(one))
  // A group's head is not one of its members.
  expect(whole('杭州明珠（集团）商贸有限公司')).not.toBe(whole(one))
  expect(whole('明珠商贸（杭州市）有限公司')).toBe(whole('明珠商贸(杭州)有限责任公司'))
  expect(whole('明珠商贸（杭州）有限公司')).not.toBe(whole(one))
  expect(whole(`${one}宁波分公司`)).not.toBe(whole(one))
})

test('likeness runs from nothing in common to the same', () => {
  expect(textLikeness('', '')).toBe(0)
  expect(textLikeness('明珠', '')).toBe(0)
  expect(textLikeness('明珠', '明珠')).toBe(1)
  expect(textLikeness('明珠', '大华')).toBe(0)
  expect(textLikeness('金明珠', '明珠')).toBeCloseTo(2 / 3)
})
