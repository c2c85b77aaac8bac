import { expect, test, vi } from 'vitest'
import { answerFailure } from '../../electron/backend/dispatcher/answer-failure.ts'
import type { Logger } from '../../electron/backend/log/logger.ts'
import { Session } from '../../electron/backend/services/session.ts'
import { temporaryFolder } from './desk.ts'

const failureWith = (code: string) => Object.assign(new Error('机密'), { code })

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CORRUPT_VTAB', 'not-ready'],
  ['SQLITE_NOTADB', 'not-ready'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'unexpected'],
  ['EIO', 'unexpected'],
])('%s is answered as %s, with a trace that is in the log and no words of the error', (cause, code) => {
  const logger = { event: vi.fn<Logger['event']>(), failure: vi.fn<Logger['failure']>(), tail: () => [] }
  const options = { dataDir: temporaryFolder(), sample: false, version: '', workerPath: '', newId: () => '' }
  const session = new Session({ ...options, machine: '', passwordCost: 2, clock: () => new Date(), logger })
  const outcome = answerFailure(session, 'customers.list', 't1', failureWith(cause))
  expect(outcome).toEqual({ ok: false, error: { code, traceId: 't1' } })
  expect(logger.failure).toHaveBeenCalledWith({ call: 'customers.list', code, trace: 't1' }, expect.any(Error))
})
