import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLog } from '../../electron/main/log.ts'

test('what goes wrong around the data process is written as an error, and its end can be told', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'kehu-window-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const log = openLog(dir)
  expect(log.tail(5)).toEqual([])
  log.failed('page-gone', { reason: 'crashed', exitCode: 5 })
  log.failed('backend-ended', { code: 9, crashes: 1 })
  const [line, ...others] = log.tail(1)
  expect(others).toEqual([])
  expect(line).toMatch(/\[error\].*backend-ended.*code: 9/)
  expect(readFileSync(path.join(dir, 'logs', 'window.log'), 'utf8')).toContain('page-gone')
})
