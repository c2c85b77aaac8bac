import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { frames } from '../../electron/backend/log/frames.ts'
import { createLogger } from '../../electron/backend/log/logger.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Value } from '../../shared/catalogue/field.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { createWithHealth } from './consent.ts'
import { listing, readyDesk, temporaryFolder } from './desk.ts'

const marker = '机密Q7'
const logOf = (dir: string) => readFileSync(path.join(dir, 'logs', 'kehu.log'), 'utf8')

test('after a run with every kind of call and failure the log holds nothing of a customer', async () => {
  const desk = await readyDesk()
  const typed = Object.entries(fullCustomer).filter(([box]) => !boxAt(box)?.field.setBy)
  const marked = typed.map(([box, value]): [string, Value] => {
    const kind = boxAt(box)?.field.kind
    return [box, kind === 'text' || kind === 'longText' ? marker + String(value).slice(0, 10) : value]
  })
  const { id } = await createWithHealth(desk, Object.fromEntries(marked))
  await desk.ask('customers.list', listing(marker))
  await desk.save(id, 1, { 'customer.capital': { from: 1, to: marker } })
  await desk.save(id, 9, { 'customer.name': { from: marker, to: `${marker}2` } })
  await desk.backend.handle(marker, { [marker]: marker })
  await desk.backend.handle('drafts.put', { key: `new:${marker}`, cells: { [marker]: { value: marker } } })
  await desk.backend.close()
  expect(logOf(desk.dir)).toContain('opened')
  expect(logOf(desk.dir)).not.toContain(marker)
})

test('an error is logged with its name, its code and its places, and without its message', () => {
  const dir = temporaryFolder()
  const error = Object.assign(new TypeError(`${marker}\n    at ${marker} (/home/${marker}/x.js:1:1)`), {
    code: 'SQLITE_FULL',
  })
  createLogger(dir, dir).failure({ call: 'customers.save', trace: 'abc' }, error)
  const text = logOf(dir)
  expect(text).toContain('TypeError')
  expect(text).toContain('SQLITE_FULL')
  expect(text).toMatch(/log\.test\.ts:\d+:\d+/)
  expect(text).not.toContain(marker)
})

test('nothing is taken from a stack whose message can not be told from its places', () => {
  const error = new Error('short')
  error.stack = 'Error: other\n    at f (/a/b.js:1:1)'
  expect(frames(error)).toEqual([])
})

test('a log of one megabyte is set aside, the one before it goes, and the report has the newest lines', () => {
  const dir = temporaryFolder()
  const logger = createLogger(dir, dir)
  const file = (name: string) => path.join(dir, 'logs', name)
  let count = 0
  const size = () => (existsSync(file('kehu.log')) ? statSync(file('kehu.log')).size : 0)
  /** Writes until a new log begins; answers the first line of the one that was set aside. */
  const fill = () => {
    for (let before = -1; size() > before && count < 100_000; ) {
      before = size()
      logger.event('opened', { customers: ++count })
    }
    return readFileSync(file('kehu.old.log'), 'utf8').split('\n')[0]
  }
  expect(fill()).toMatch(/opened \{"customers":1\}$/)
  expect(statSync(file('kehu.old.log')).size).toBeGreaterThan(1_000_000)
  expect(statSync(file('kehu.log')).size).toBeLessThan(1_000)
  expect(fill()).not.toMatch(/"customers":1\}$/)
  expect(logger.tail(1)).toEqual([expect.stringContaining(`"customers":${count}}`)])
})
