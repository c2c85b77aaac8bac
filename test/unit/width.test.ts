import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWidth, tidy } from '../../shared/domain/width.ts'

test.each([
  ['５０，０００．５', '50,000.5'],
  ['ＫＨ（００１）', 'KH(001)'],
  ['１９９８／０３—０５', '1998/03-05'],
  ['￥１２。５', '¥12.5'],
  ['０５７１　８８６６', '0571 8866'],
  ['食用油、调味品', '食用油、调味品'],
])('folds %s to %s', (text, folded) => {
  expect(foldWidth(text)).toBe(folded)
})

test('folds every printable full-width character to its half-width twin', () => {
  for (let code = 0x21; code <= 0x7e; code++) {
    expect(foldWidth(String.fromCharCode(code + 0xfee0))).toBe(String.fromCharCode(code))
  }
})

test.each([
  ['  杭州明珠\u0000商贸 \r\n', '杭州明珠商贸'],
  ['第一行\r\n第二行\r第三行', '第一行\n第二行\n第三行'],
  ['e\u0301\u200b', 'é'],
  ['\u202e倒写\ufeff', '倒写'],
  ['e\u2060\u0301', 'é'],
  ['半个\ud83d字', '半个字'],
  ['　', ''],
])('tidies %j to %j', (text, tidied) => {
  expect(tidy(text)).toBe(tidied)
})

test('tidying twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => tidy(tidy(text)) === tidy(text)))
})
