import { expect, test } from 'vitest'
import { sensitiveWord } from '../../shared/domain/sensitive-words.ts'
import { warningAt } from '../../shared/domain/warnings.ts'

test.each([
  ['老板去年住院，回款慢了', 'health', '住院'],
  ['負責人患有糖尿病', 'health', '患有'],
  ['身体不好，儿子接班', 'health', '身体不好'],
  ['The owner had surgery in May', 'health', 'surgery'],
  ['全家信佛，不卖酒', 'religion', '信佛'],
  ['店主是穆斯林', 'religion', '穆斯林'],
  ['Owner is a Catholic', 'religion', 'Catholic'],
  ['已離婚，獨自經營', 'family', '離婚'],
  ['老婆管帐', 'family', '老婆'],
  ['His son takes over next year', 'family', 'His son'],
])('%s speaks of %s', (text, topic, word) => {
  expect(sensitiveWord(text)).toEqual({ topic, word })
})

test.each([
  '健康食品、功能饮料',
  '财务健康，周转快',
  '西安市莲湖区回民街 12 号',
  '清真牛羊肉',
  '佛教用品批发',
  '夫妻店，开了二十年',
  '夫妻肺片、老婆饼',
  '女儿红黄酒',
  '孩子王门店供货',
  '医院对面，人流大',
  '一次性手术衣',
  '小三轮 2 辆',
  '肿瘤医院旁',
  '情人节礼盒',
  '大丈夫牌工具',
  'Christian Dior cosmetics',
  '12 Church Street',
  'Children’s wear',
  'Smith & Sons Trading',
  'Health food, vitamins',
  '能否正常经营：是',
])('%s is no alarm', text => {
  expect(sensitiveWord(text)).toBeUndefined()
})

test.each([
  'credit.accounts.remarks',
  'credit.salesOpinion',
  'credit.owner.career',
  'people.buyer.1.quality',
  'customer.address',
  'productLines.1.line',
])('%s warns of such a word', path => {
  expect(warningAt({ [path]: '老板离婚了' }, path, '2026-11-29')).toEqual({
    code: 'privateWord',
    facts: { word: '离婚' },
  })
})

test('boxes that are not free text, and the name of a firm, do not warn', () => {
  expect(warningAt({ 'customer.name': '离婚协议有限公司' }, 'customer.name', '2026-11-29')).toBeUndefined()
  expect(warningAt({ 'customer.paymentMethod': '月结' }, 'customer.paymentMethod', '2026-11-29')).toBeUndefined()
})
