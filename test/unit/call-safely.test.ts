import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callSafely } from '../../renderer/transport/call-safely.ts'
import type { Transport } from '../../renderer/transport/transport.ts'
import type { ErrorCode, Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'

const requestId = '6f1c1a52-63a9-4c5c-9e57-9d8a3f0b7c11'
const saved = { id: 1, customerNo: '0001', revision: 2, values: {}, savedAt: '2026-05-04T03:02:01.000Z' }
const lost = (code: ErrorCode) => failed(code, 'trace')

/** A transport that gives these answers one after another, and notes what it was asked. */
function answering(...answers: Outcome<unknown>[]) {
  const asked: { name: string; input: unknown }[] = []
  const call = async (name: string, input: unknown) => {
    asked.push({ name, input })
    return answers.shift() ?? lost('unexpected')
  }
  return { asked, transport: { kind: 'browser', call, windowCall: call } as unknown as Transport }
}

async function save(...answers: Outcome<unknown>[]) {
  const { asked, transport } = answering(...answers)
  const outcome = callSafely(transport, 'customers.save', { requestId, id: 1, revision: 1, changes: {} })
  await vi.runAllTimersAsync()
  return { asked: asked.map(one => one.name), outcome: await outcome }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('an answer that arrives is passed on, be it good or bad', async () => {
  expect(await save({ ok: true, value: saved })).toEqual({
    asked: ['customers.save'],
    outcome: { ok: true, value: saved },
  })
  expect(await save(lost('conflict'))).toEqual({ asked: ['customers.save'], outcome: lost('conflict') })
})

test.each(['backend-restarted', 'unreachable'] as const)(
  'after %s it is found out that the save was carried out',
  async code => {
    const { asked, outcome } = await save(lost(code), { ok: true, value: { saved } })
    expect(asked).toEqual(['customers.save', 'requests.outcome'])
    expect(outcome).toEqual({ ok: true, value: saved })
  },
)

test('a save that was not carried out stays an error, and is not made again unasked', async () => {
  const { asked, outcome } = await save(lost('backend-restarted'), { ok: true, value: { saved: null } })
  expect(asked).toEqual(['customers.save', 'requests.outcome'])
  expect(outcome).toEqual(lost('backend-restarted'))
})

test('it asks again while the backend starts, and gives up in the end', async () => {
  const later = await save(lost('backend-restarted'), lost('not-ready'), { ok: true, value: { saved } })
  expect(later.outcome).toEqual({ ok: true, value: saved })
  const never = await save(lost('unreachable'), lost('unreachable'), lost('unreachable'), lost('unreachable'))
  expect(never).toEqual({
    asked: ['customers.save', ...Array(3).fill('requests.outcome')],
    outcome: lost('unreachable'),
  })
})
