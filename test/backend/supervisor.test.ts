import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSupervisor, type DataProcess, type Fork, type Supervisor } from '../../electron/main/supervisor.ts'
import type { HostRequest } from '../../shared/contract/host-calls.ts'

type Events = Parameters<Fork>[0]

class FakeProcess implements DataProcess {
  readonly got: HostRequest[] = []
  isKilled = false
  readonly events: Events

  constructor(events: Events) {
    this.events = events
  }

  send(request: HostRequest) {
    this.got.push(request)
  }

  kill() {
    this.isKilled = true
    this.events.ended(143)
  }

  answer(name: string, value: unknown) {
    const request = this.got.find(sent => sent.name === name)
    if (!request) throw new Error(`${name} never arrived`)
    this.events.answered({ id: request.id, outcome: { ok: true, value } })
  }
}

let started: FakeProcess[]
let supervisor: Supervisor
const latest = () => started.at(-1) as FakeProcess

beforeEach(() => {
  vi.useFakeTimers()
  started = []
  const fork: Fork = events => {
    started.push(new FakeProcess(events))
    return latest()
  }
  supervisor = createSupervisor(fork, () => undefined)
})

afterEach(() => {
  vi.useRealTimers()
})

test('each call gets its own answer, whatever their order', async () => {
  const status = supervisor.call('app.status', {})
  const list = supervisor.call('customers.list', { search: '' })
  latest().answer('customers.list', 'rows')
  latest().answer('app.status', 'ready')
  expect(await status).toEqual({ ok: true, value: 'ready' })
  expect(await list).toEqual({ ok: true, value: 'rows' })
})

test('a process that dies answers every call it was given, and a new one takes the next', async () => {
  const calls = [supervisor.call('customers.save', {}), supervisor.call('app.status', {})]
  latest().events.ended(1)
  const lost = { ok: false, error: { code: 'backend-restarted' } }
  expect(await Promise.all(calls)).toMatchObject([lost, lost])

  const waiting = supervisor.call('requests.outcome', {})
  await vi.advanceTimersByTimeAsync(1000)
  expect(started).toHaveLength(2)
  latest().answer('requests.outcome', { saved: null })
  expect(await waiting).toMatchObject({ ok: true })
})

test('a process that dies at once again and again is started less and less often', async () => {
  const times: number[] = []
  for (let crash = 0; crash < 5; crash++) {
    const before = Date.now()
    const count = started.length
    latest().events.ended(1)
    while (started.length === count) await vi.advanceTimersByTimeAsync(100)
    times.push(Date.now() - before)
  }
  expect(times).toEqual([500, 2000, 5000, 5000, 5000])

  await vi.advanceTimersByTimeAsync(61_000)
  latest().events.ended(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(started).toHaveLength(7)
})

test('a call that is never answered is given up; the process is killed only after a long silence', async () => {
  const call = supervisor.call('customers.open', { id: 1 })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await call).toMatchObject({ ok: false, error: { code: 'backend-restarted' } })
  expect(latest().isKilled).toBe(false)

  for (let minute = 0; minute < 5; minute++) {
    void supervisor.call('customers.open', { id: 1 })
    await vi.advanceTimersByTimeAsync(60_000)
  }
  await vi.advanceTimersByTimeAsync(1)
  expect(started[0]?.isKilled).toBe(true)
  expect(started.length).toBeGreaterThan(1)
})

test('a long silence while nothing was asked does not count', async () => {
  await vi.advanceTimersByTimeAsync(3_600_000)
  void supervisor.call('customers.open', { id: 1 })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(latest().isKilled).toBe(false)
})

test('making a file and restoring a backup may take longer than other calls', async () => {
  const settled: string[] = []
  for (const name of ['exports.forms', 'exports.register', 'app.restore', 'customers.save']) {
    void supervisor.call(name, {}).then(() => settled.push(name))
  }
  await vi.advanceTimersByTimeAsync(120_000)
  expect(settled).toEqual(['customers.save'])
})

test('closing waits for the database and starts nothing again', async () => {
  const closing = supervisor.close()
  expect(await supervisor.call('app.status', {})).toMatchObject({ ok: false, error: { code: 'not-ready' } })
  expect(latest().isKilled).toBe(false)
  latest().answer('host.close', {})
  await closing
  expect(latest().isKilled).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(started).toHaveLength(1)
})

test('closing waits a minute for the last backup, but no longer', async () => {
  const closing = supervisor.close()
  await vi.advanceTimersByTimeAsync(59_000)
  expect(latest().isKilled).toBe(false)
  await vi.advanceTimersByTimeAsync(2000)
  await closing
  expect(latest().isKilled).toBe(true)
})

test('closing does not wait for a process that has ended', async () => {
  const closing = supervisor.close()
  latest().events.ended(1)
  await closing
  expect(vi.getTimerCount()).toBe(0)
})
