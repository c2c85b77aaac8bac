import { expect, test } from 'vitest'
import {
  type ExtraBox,
  extraLabel,
  extraText,
  isExtraNumber,
  parseExtraNumber,
  extraWarning,
} from '../../shared/domain/extra-box.ts'
import { cleanTag, isTag } from '../../shared/domain/tags.ts'

const box: ExtraBox = {
  id: 4,
  kind: 'choice',
  retired: false,
  label: '配送',
  zhTW: null,
  en: 'Delivery',
  options: [
    { code: '1', label: '自提', zhTW: null, en: 'Collected', retired: false },
    { code: '2', label: '送货', zhTW: '送貨', en: null, retired: true },
  ],
}

test('a wording that is missing in a language is that of the first one', () => {
  expect([extraLabel(box, 'zh-CN'), extraLabel(box, 'zh-TW'), extraLabel(box, 'en')]).toEqual([
    '配送',
    '配送',
    'Delivery',
  ])
})

test('an answer is shown by its kind, a retired option too', () => {
  expect(extraText(box, '1', 'en')).toBe('Collected')
  expect(extraText(box, '2', 'zh-TW')).toBe('送貨')
  expect(extraText({ ...box, kind: 'number' }, -1234567.5, 'zh-CN')).toBe('-1,234,567.5')
  expect(extraText({ ...box, kind: 'date' }, '2027-03-31', 'en')).toBe('2027-03-31')
  expect(extraText(box, undefined, 'en')).toBe('')
})

test.each([
  ['1,234.5', 1234.5],
  ['－２.５', -2.5],
  ['3万', 30_000],
  ['-0', 0],
])('%s is a number', (text, value) => {
  expect(parseExtraNumber(text)).toEqual({ ok: true, value })
  expect(isExtraNumber(value)).toBe(true)
})

test.each([
  ['十二', 'notNumber'],
  ['1.234', 'numberTooPrecise'],
  ['10000亿1', 'notNumber'],
  ['99999亿', 'numberTooLarge'],
])('%s is none that the box takes', (text, problem) => {
  expect(parseExtraNumber(text)).toEqual({ ok: false, problem })
})

test('a tag has one to twenty characters and single blanks', () => {
  expect(cleanTag('  年\u3000 返 ')).toBe('年 返')
  expect(['', '字'.repeat(20), '𠮷'.repeat(20), '字'.repeat(21)].map(isTag)).toEqual([false, true, true, false])
})

test('a box for sentences warns of private words and numbers as the boxes of the forms do, and no other kind does', () => {
  expect(extraWarning({ kind: 'text' }, '店主住院，下月再送')).toMatchObject({ facts: { word: '住院' } })
  expect(extraWarning({ kind: 'text' }, '打到 6222021202012345678')).toMatchObject({ code: 'privateNumber' })
  expect(extraWarning({ kind: 'text' }, '良渚新城')).toBeUndefined()
  expect(extraWarning({ kind: 'choice' }, '住院')).toBeUndefined()
})
