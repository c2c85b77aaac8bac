import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, textWidth, widestWord, wrapLines } from '../../electron/backend/reports/measure.ts'

test.each([
  ['一二三四五六', 4, ['一二三四', '五六']],
  ['Tax no. (State tax)', 6, ['Tax no. ', '(State tax)']],
  ['第一行\n第二行', 10, ['第一行\n', '第二行']],
  ['0123456789', 3, ['01234', '56789']],
  ['', 5, ['']],
])('%j in %d is broken like a program breaks it', (text, width, lines) => {
  expect(wrapLines(text, width)).toEqual(lines)
})

test('lines joined are the text again, and none is wider than the box', () => {
  const text = fc.string({ unit: fc.constantFrom('中', '、', 'a', 'W', '1', ' ', '\n', '☑'), maxLength: 80 })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (typed, width) => {
      const lines = wrapLines(typed, width)
      expect(lines.join('')).toBe(typed)
      expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width + 1e-9)
    }),
  )
})

test('a Chinese character is about as wide as two digits', () => {
  expect(textWidth('中') / textWidth('1')).toBeGreaterThan(1.6)
  expect(columnsOf('中文') / columnsOf('12')).toBeGreaterThan(1.6)
  expect(widestWord('Person in charge')).toBe(textWidth('Person'))
})
