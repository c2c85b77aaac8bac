import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import type { Account } from '../../shared/contract/account-calls.ts'
import { type CallName, contract, type Input, type Output } from '../../shared/contract/contract.ts'
import type { CallError, Outcome } from '../../shared/contract/errors.ts'
import type { Changes, Saved } from '../../shared/contract/shapes.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { workerPath } from '../fixtures/worker-path.ts'

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

/** Whoever makes calls; every answer is held against the contract, so that none says more or less than it may. */
export interface Caller {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>>
  /** Makes a call that has to succeed. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Makes a call that has to fail. */
  refusal<N extends CallName>(name: N, input: Input<N>): Promise<CallError>
  create(values: Values): Promise<Saved>
  /** A card as whoever asks to see it whole gets it: with what stands behind its masks. */
  whole(id: number): Promise<Output<'customers.open'>>
  /** Saves boxes of a customer as they were when they were shown and as they are typed now. */
  save(id: number, revision: number, changes: Changes): Promise<Outcome<Saved>>
  /** Signs in, as a window does that keeps the session for its later calls; by name or id, the first of the list without one. */
  signIn(who?: string | number, password?: string): Promise<void>
  /** The session that is sent along. */
  session: string | undefined
}

/** A backend as a test talks to it; the desk itself is a caller, who has set it up where it is ready. */
export interface Desk extends Caller {
  readonly dir: string
  readonly backend: Backend
  /** Another caller on the same backend, signed in. */
  as(who: string | number, password?: string): Promise<Caller>
  /** Gives somebody an account whose first password is changed already, so that `as` signs them in. */
  addAccount(account: { name: string; roles: readonly Role[]; staffNo?: string }): Promise<Account>
}

/** The password of everybody at a desk. */
export const deskPassword = 'desk-password'

interface DeskOptions {
  readonly sample?: boolean
  readonly clock?: () => Date
}

/** Starts a backend on a folder; it is closed after the test. */
export function deskAt(dir: string, options: DeskOptions = {}): Desk {
  const desk = openDesk(dir, options)
  onTestFinished(() => desk.backend.close())
  return desk
}

/** Starts a backend on a folder, which whoever asks for it closes. */
export function openDesk(dir: string, options: DeskOptions = {}): Desk {
  // A password that costs next to nothing: a test is about who knows it, not about who guesses it, and the making of a company asks for dozens.
  const usual = { dataDir: dir, sample: false, version: '1.2.3', workerPath, passwordCost: 2 ** 4 }
  const backend = createBackend({ ...usual, ...options })
  const as: Desk['as'] = async (who, password) => {
    const caller = callerOf(backend)
    await caller.signIn(who, password)
    return caller
  }
  const desk: Desk = Object.assign(callerOf(backend), {
    dir,
    backend,
    as,
    async addAccount({ name, roles, staffNo = null }) {
      const facts = { name, staffNo, phone: null, address: null, bankAccountNo: null }
      const first = 'first-password'
      const order = { requestId: randomUUID(), ...facts, roles: [...roles], password: first }
      const account = await desk.ask('accounts.add', order)
      const person = await as(account.id, first)
      await person.ask('session.changePassword', { password: first, newPassword: deskPassword })
      return account
    },
  } satisfies Omit<Desk, keyof Caller>)
  return desk
}

/** Somebody at a window of their own, who has not signed in yet. */
export function callerOf(backend: Backend): Caller {
  const caller: Caller = {
    session: undefined,
    async call(name, input) {
      const outcome = await backend.handle(name, input, caller.session)
      if (outcome.ok) expect(contract[name].output.parse(outcome.value)).toEqual(outcome.value)
      if (outcome.ok && (name === 'app.setUp' || name === 'session.signIn'))
        caller.session = (outcome.value as Output<'session.signIn'>).session
      return outcome as never
    },
    async ask(name, input) {
      const outcome = await caller.call(name, input)
      if (!outcome.ok) throw new Error(`${name} refused: ${JSON.stringify(outcome.error)}`)
      return outcome.value
    },
    async refusal(name, input) {
      const outcome = await caller.call(name, input)
      if (outcome.ok) throw new Error(`${name} was carried out`)
      return outcome.error
    },
    create: values => caller.ask('customers.create', { requestId: randomUUID(), values }),
    async whole(id) {
      const { values } = await caller.ask('personal.reveal', { customerId: id })
      const file = await caller.ask('customers.open', { id })
      await caller.ask('personal.conceal', { customerId: id })
      return { ...file, values: { ...file.values, ...values }, masked: {} }
    },
    save: (id, revision, changes) => caller.call('customers.save', { requestId: randomUUID(), id, revision, changes }),
    async signIn(who, password = deskPassword) {
      const { people } = await caller.ask('session.people', {})
      const person = people.find(({ id, name }) => who === undefined || who === id || who === name)
      if (!person) throw new Error(`${String(who)} has no account`)
      await caller.ask('session.signIn', { id: person.id, password })
    },
  }
  return caller
}

/** A first run as a test answers it. */
export const firstRun = { company: '杭州明珠商贸', person: '林晓', password: deskPassword, language: 'zh-CN' } as const

/** A backend on a new folder, set up and ready to work; 林晓 is signed in, who is administrator and filler. */
export async function readyDesk(options: DeskOptions = {}): Promise<Desk> {
  const desk = deskAt(temporaryFolder(), options)
  await desk.ask('app.setUp', firstRun)
  return desk
}

/** The page of the customer list that shows everybody a search finds. */
export function listing(search = '', archived = false) {
  return { search, archived, sort: 'customer.name', descending: false, offset: 0, limit: 100 } as const
}

/** What the log says about one kind of action, the newest row first. */
export async function loggedOf(caller: Caller, action: string): Promise<Output<'audit.list'>['rows']> {
  return (await caller.ask('audit.list', { object: '', action, offset: 0, limit: 100 })).rows
}
