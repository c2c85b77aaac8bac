import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'
import { patience } from '../../shared/contract/patience.ts'

test('whoever waits for a file, or for every page to be read, waits for minutes, and for the state of the program one', () => {
  const delivering = Object.entries(contract).filter(([, call]) => call.delivers)
  expect(delivering.length).toBeGreaterThan(5)
  expect(delivering.filter(([name]) => patience(name) !== 15 * 60_000).map(([name]) => name)).toEqual([])
  for (const name of ['backups.examine', 'audit.verify']) expect(patience(name)).toBe(15 * 60_000)
  expect(patience('app.status')).toBe(60_000)
  expect(patience('no.such')).toBe(60_000)
})
