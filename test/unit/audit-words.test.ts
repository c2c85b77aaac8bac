import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { auditTexts } from '../../shared/text/audit.ts'

const backend = path.resolve(import.meta.dirname, '../../electron/backend')

/** Every code in the sources that something is logged under, by what kind of code it is. */
function codes(written: RegExp): string[] {
  const sources = globSync('services/**/*.ts', { cwd: backend }).map(file =>
    readFileSync(path.join(backend, file), 'utf8'),
  )
  return [...new Set(sources.flatMap(source => [...source.matchAll(written)].map(match => match[1] ?? '')))]
}

test('everything that is logged has its words', () => {
  const actions = codes(/\baction: '([a-z]+\.[A-Za-z-]+)'/g)
  expect(actions.length).toBeGreaterThan(15)
  const said = actions.filter(action => !Object.hasOwn(auditTexts['zh-CN'], `action-${action.replaceAll('.', '-')}`))
  expect(said).toEqual([])
})

test('everything that the log is about has its words', () => {
  const objects = codes(/\bobject(?::| =) [`']([a-z]+)[:`']/g)
  expect(objects.length).toBeGreaterThan(5)
  expect(objects.filter(object => !Object.hasOwn(auditTexts['zh-CN'], `object-${object}`))).toEqual([])
})
