import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../electron/backend/services/file-name.ts'

test('a file name keeps what every system takes and drops the rest', () => {
  expect(fileName(['KH001', '明珠: 商贸/杭州', '2026-11-22'], 'xlsx')).toBe('KH001 明珠 商贸 杭州 2026-11-22.xlsx')
  expect(fileName(['..', '../../etc/passwd\u0000'], 'xlsx')).toBe('etc passwd.xlsx')
})

test('no text makes a file name that leads elsewhere or is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), parts => {
      const name = fileName([...parts, '甲'], 'xlsx')
      expect(name).not.toMatch(/[<>:"/\\|?*\p{C}]|^[.\s]|[.\s]\.xlsx$/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(85)
    }),
  )
})
