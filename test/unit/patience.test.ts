import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'
import { patience } from '../../shared/contract/patience.ts'

test('whoever waits for a file waits for minutes, and for the state of the program one', () => {
  const delivering = Object.entries(contract).filter(([, call]) => call.delivers)
  expect(delivering.length).toBeGreaterThan(5)
  for (const [name] of delivering) expect(patience(name), name).toBe(15 * 60_000)
  expect(patience('app.status')).toBe(60_000)
  expect(patience('no.such')).toBe(60_000)
})
