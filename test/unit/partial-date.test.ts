import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  comparePartialDates,
  isFullDate,
  isPartialDate,
  parseDate,
  parsePartialDate,
} from '../../shared/domain/partial-date.ts'

const today = '2026-11-22'
const isoDay = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test.each([
  ['98.3', '1998-03'],
  ['98-3-5', '1998-03-05'],
  ['９８．３', '1998-03'],
  ['98。3', '1998-03'],
  ['26.3', '2026-03'],
  ['27.3', '1927-03'],
  ['03.5', '2003-05'],
  ['1998年3月', '1998-03'],
  ['1998年3月5日', '1998-03-05'],
  ['98年3月5号', '1998-03-05'],
  ['1998 年 3 月', '1998-03'],
  ['98年', '1998'],
  ['1998年', '1998'],
  ['1998', '1998'],
  ['1998/03/05', '1998-03-05'],
  ['1998 3 5', '1998-03-05'],
  ['19980305', '1998-03-05'],
  ['199803', '1998-03'],
  ['201203', '2012-03'],
  ['980305', '1998-03-05'],
  [' 2024-2-29 ', '2024-02-29'],
  ['1669', '1669'],
  ['今天', '2026-11-22'],
  ['昨日', '2026-11-21'],
])('reads %s as %s', (text, date) => {
  expect(parsePartialDate(text, today)).toEqual({ ok: true, value: date })
})

test.each([
  ['', 'notDate'],
  ['3.5', 'notDate'],
  ['3月5日', 'notDate'],
  ['98', 'notDate'],
  ['1998.3.5.1', 'notDate'],
  ['1998-03-05T00:00', 'notDate'],
  ['春节', 'notDate'],
  ['-1998', 'notDate'],
  ['98.13', 'dateNotReal'],
  ['98.0', 'dateNotReal'],
  ['2025-2-29', 'dateNotReal'],
  ['1900-02-29', 'dateNotReal'],
  ['2026.4.31', 'dateNotReal'],
  ['19981305', 'dateNotReal'],
  ['981305', 'dateNotReal'],
  ['9803', 'dateNotReal'],
  ['0098', 'dateNotReal'],
])('refuses %s with %s', (text, problem) => {
  expect(parsePartialDate(text, today)).toEqual({ ok: false, problem })
})

test('yesterday crosses months and years', () => {
  expect(parseDate('昨天', '2026-01-01')).toEqual({ ok: true, value: '2025-12-31' })
  expect(parseDate('前天', '2024-03-01')).toEqual({ ok: true, value: '2024-02-28' })
})

test('a full date is asked for where one is needed', () => {
  expect(parseDate('26.11.2', today)).toEqual({ ok: true, value: '2026-11-02' })
  expect(parseDate('1998', today)).toEqual({ ok: false, problem: 'dateNotFull' })
  expect(parseDate('98.3', today)).toEqual({ ok: false, problem: 'dateNotFull' })
  expect(parseDate('98.3.32', today)).toEqual({ ok: false, problem: 'dateNotReal' })
})

test('a two-digit year lies within the last hundred years', () => {
  for (let year = 0; year < 100; year++) {
    const date = parsePartialDate(`${String(year).padStart(2, '0')}年`, today)
    expect(date.ok && Number(date.value) % 100 === year).toBe(true)
    expect(date.ok && Number(date.value) > 1926 && Number(date.value) <= 2026).toBe(true)
  }
})

test('a stored date reads back as itself at every precision and in every usual way of writing', () => {
  fc.assert(
    fc.property(isoDay, fc.constantFrom(4, 7, 10), (day, precision) => {
      const date = day.slice(0, precision)
      const same = { ok: true, value: date }
      expect(isPartialDate(date)).toBe(true)
      expect(isFullDate(date)).toBe(precision === 10)
      expect(parsePartialDate(date, today)).toEqual(same)
      expect(parsePartialDate(date.replaceAll('-', '/'), today)).toEqual(same)
      expect(parsePartialDate(date.replaceAll('-', ''), today)).toEqual(same)
    }),
  )
})

test.each(['1998-3', '1998-13', '1998-02-30', '98', '1998-03-05 ', '', '1998-'])('%j is not a stored date', text => {
  expect(isPartialDate(text)).toBe(false)
})

test.each([
  ['1998', '1999-03', -1],
  ['1998-12', '1998-03-05', 1],
  ['1998-03-05', '1998-03-06', -1],
  ['1998-03', '1998-03', 0],
  ['1998', '1998-03', null],
  ['1998-03-05', '1998-03', null],
])('compares %s with %s: %s', (a, b, order) => {
  expect(comparePartialDates(a, b)).toBe(order)
})
