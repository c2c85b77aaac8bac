import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import { type CallName, contract, type Input, type Output } from '../../shared/contract/contract.ts'
import type { CallError, Outcome } from '../../shared/contract/errors.ts'
import type { Changes, Saved } from '../../shared/contract/shapes.ts'

/** A folder of its own that is gone after the test. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'kehu-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A clock that goes on by one second whenever it is looked at. */
export function steadyClock(start = '2026-11-22T08:00:00.000Z'): () => Date {
  let time = Date.parse(start)
  return () => new Date((time += 1000))
}

/** A backend as a test talks to it; every answer is held against the contract, so that none says more or less than it may. */
export interface Desk {
  readonly dir: string
  readonly backend: Backend
  call<N extends CallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>>
  /** Makes a call that has to succeed. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Makes a call that has to fail. */
  refusal<N extends CallName>(name: N, input: Input<N>): Promise<CallError>
  create(values: Values): Promise<Saved>
  /** Saves boxes of a customer as they were when they were shown and as they are typed now. */
  save(id: number, revision: number, changes: Changes): Promise<Outcome<Saved>>
}

const workerPath = path.resolve(import.meta.dirname, '../../electron/backend/jobs/report-worker.ts')

/** Starts a backend on a folder; it is closed after the test. */
export function deskAt(dir: string, options: { sample?: boolean; clock?: () => Date } = {}): Desk {
  const backend = createBackend({ dataDir: dir, sample: false, version: '1.2.3', workerPath, ...options })
  onTestFinished(() => backend.close())
  const call: Desk['call'] = async (name, input) => {
    const outcome = await backend.handle(name, input)
    if (outcome.ok) expect(contract[name].output.parse(outcome.value)).toEqual(outcome.value)
    return outcome as never
  }
  const ask: Desk['ask'] = async (name, input) => {
    const outcome = await call(name, input)
    if (!outcome.ok) throw new Error(`${name} refused: ${JSON.stringify(outcome.error)}`)
    return outcome.value
  }
  return {
    dir,
    backend,
    call,
    ask,
    async refusal(name, input) {
      const outcome = await call(name, input)
      if (outcome.ok) throw new Error(`${name} was carried out`)
      return outcome.error
    },
    create: values => ask('customers.create', { requestId: randomUUID(), values }),
    save: (id, revision, changes) => call('customers.save', { requestId: randomUUID(), id, revision, changes }),
  }
}

/** A backend on a new folder, set up and ready to work. */
export async function readyDesk(options: { clock?: () => Date } = {}): Promise<Desk> {
  const desk = deskAt(temporaryFolder(), options)
  await desk.ask('app.setUp', { company: '杭州明珠商贸', person: '林晓', language: 'zh-CN' })
  return desk
}

/** The page of the customer list that shows everybody a search finds. */
export function listing(search = '', archived = false) {
  return { search, archived, sort: 'pinyin', descending: false, offset: 0, limit: 100 } as const
}
