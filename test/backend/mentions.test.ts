import { expect, test } from 'vitest'
import { blackedOut, mentionsOf, type Telling } from '../../electron/backend/services/erasure/mentions.ts'

const nobody = { names: [], values: [] }
const telling = (kind: Telling['kind'], text: string, isDelicate = false): Telling => ({ kind, text, isDelicate })
const gone = blackedOut

test.each([
  ['13857105678', '电话138-5710-5678，下午打', `电话${gone}，下午打`],
  ['13857105678', '+86 138 5710 5678', gone],
  ['13857105678', '１３８５７１０５６７８转告', `${gone}转告`],
  ['+86 138 5710 5678', '打13857105678', `打${gone}`],
  ['0571-88661234-801', '门店 (0571) 8866 1234', `门店 ${gone}`],
  ['0571-88661234', '8866-1234 白天有人', `${gone} 白天有人`],
  ['0571-88661234、13857105678', '先打13857105678再打057188661234', `先打${gone}再打${gone}`],
  ['13857105678', '单号9138571056780', '单号9138571056780'],
  ['110', '报警打110', '报警打110'],
])('a telephone %s is found however it is written: %s', (said, text, left) => {
  expect(mentionsOf([telling('phone', said)], nobody).blackOut(text)).toBe(left)
})

test.each([
  ['name', '袁阿根', '问过袁阿根、袁 阿根', `问过${gone}、${gone}`],
  ['name', '王明', '王明说王明显涨价', '王明说王明显涨价'],
  ['name', 'Ann Lee', 'Ask ann lee, not Joann Leeds', `Ask ${gone}, not Joann Leeds`],
  ['text', '嘉兴市南湖区中山路 12 号', '住嘉兴市南湖区中山路12号三楼', `住${gone}三楼`],
  ['text', '喜欢钓鱼', '他喜欢钓鱼', '他喜欢钓鱼'],
  ['account', '6222021202012345678', '卡号 6222 0212 0201 2345 678', `卡号 ${gone}`],
] as const)('a %s %s is taken out of: %s', (kind, said, text, left) => {
  expect(mentionsOf([telling(kind, said)], nobody).blackOut(text)).toBe(left)
})

test('a name of two characters is found and left alone, and so is what somebody else is called or still says', () => {
  const short = mentionsOf([telling('name', '王明')], nobody)
  expect([short.isIn('问过王明'), short.isIn('问过王敏')]).toEqual([true, false])
  const tellings = [telling('name', '袁阿根'), telling('phone', '13857105678'), telling('text', '嘉兴市中山路12号')]
  const others = { names: ['袁阿根'], values: ['0571-1、138 5710 5678', '嘉兴市中山路12号'] }
  const text = '袁阿根 13857105678 嘉兴市中山路12号'
  const mentions = mentionsOf(tellings, others)
  expect([mentions.isIn(text), mentions.blackOut(text)]).toEqual([true, text])
  expect(mentionsOf(tellings, nobody).isIn(mentionsOf(tellings, nobody).blackOut(text))).toBe(false)
})

test.each([
  '王明说价格太高',
  '价格先问王明',
  '王明先生来过',
  '请找老板王明谈',
  '电话王明13800001111',
  '王明13800001111',
  '联系人:王明，下午在',
  '担保人是王明的哥哥',
  '店里王明经理管账',
  '王 明',
  '王明显涨价，王明签的字，问过王明',
])('two characters stand as a name in: %s', text => {
  expect(mentionsOf([telling('name', '王明')], nobody).isByChance(text, false)).toBe(false)
})

test.each(['王明显涨价', '国王明天到', '批发商王明华介绍', '大王明珠粮油', '在小王明年的计划里'])(
  'two characters stand by chance in: %s',
  text => {
    const { isIn, isByChance, excerpt } = mentionsOf([telling('name', '王明'), telling('phone', '13857105678')], nobody)
    expect([isIn(text), isByChance(text, false), excerpt(text)]).toEqual([true, true, text])
    // Beside something else of the person they are no chance.
    expect(isByChance(`${text} 138-5710-5678`, true)).toBe(false)
  },
)

test('what is said of a person is said of others too, but nobody else has the telephone or the address', () => {
  const home = '嘉兴市中山路12号'
  const tellings = [telling('text', '守信用重承诺'), telling('address', home), telling('name', '袁阿根')]
  const { isByChance } = mentionsOf(tellings, nobody)
  expect([isByChance('守信用重承诺', false), isByChance('守信用重承诺', true)]).toEqual([false, true])
  expect([isByChance(`住${home}`, true), isByChance('问过袁阿根一家', true)]).toEqual([false, false])
})

test('the words around a name are those where it stands as one', () => {
  const { excerpt } = mentionsOf([telling('name', '王明')], nobody)
  expect(excerpt(`王明显涨价${'一'.repeat(30)}，问过王明`)).toBe(`…${'一'.repeat(9)}，问过王明`)
})

test('an excerpt is short, and what stands behind a mask on the screen is masked in it', () => {
  const tellings = [telling('name', '袁阿根'), telling('phone', '13857105678', true)]
  const { excerpt } = mentionsOf(tellings, nobody)
  const text = `${'一'.repeat(30)}袁阿根的宅电是138 5710 5678${'二'.repeat(30)}`
  expect(excerpt(text)).toBe(`…${'一'.repeat(12)}袁阿根的宅电是****${'二'.repeat(20)}…`)
  expect(excerpt(`先打13857105678`)).toBe('先打****')
})
