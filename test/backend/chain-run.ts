import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { CallName, Input } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import { posts } from '../../shared/domain/roles.ts'
import { grantedOn, watch } from './chain-invariants.ts'
import { type Name, names, type Of, type Step } from './chain-steps.ts'
import { begin, companyAtWork, decision, givePost, readyCustomer, requestFor } from './company.ts'
import { movingClock } from './moving-clock.ts'
import { type Caller, callerOf, type Desk, deskAt, deskPassword, temporaryFolder } from './desk.ts'

const amount = 5_000_000 // 分

/** A company with two customers that are ready, as every run begins with; two people hold roles that tempt them. */
export async function beginning() {
  const company = await companyAtWork()
  const { desk, ids } = company
  for (const name of ['周敏', '郑凯']) {
    const { accounts } = await desk.ask('accounts.list', {})
    const account = accounts.find(({ id }) => id === ids.get(name))
    if (!account) throw new Error(`${name} is missing`)
    const { roles, mustChangePassword: _, lockedUntil: _until, lastSignInAt: _at, ...facts } = account
    const more = [...roles.map(({ role }) => role), 'filler' as const]
    await desk.ask('accounts.change', { requestId: randomUUID(), ...facts, roles: more })
  }
  await readyCustomer(company, amount)
  await readyCustomer(company, amount, {
    'customer.name': '宁波海天粮油有限公司',
    'customer.businessRegNo': '91110108551385082Q',
    'customer.bankAccountNo': '1202021409900567999',
  })
  await givePost(company, '韩雪', 'officeHead')
  for (const customerId of [1, 2]) await begin(company, customerId)
  const sessions = new Map<string, string | undefined>([['林晓', desk.session]])
  for (const name of names.slice(1)) sessions.set(name, (await desk.as(name)).session)
  const numbers = new Map(ids)
  numbers.set('林晓', 1)
  await desk.backend.close()
  return { dir: desk.dir, sessions, ids: numbers, day: company.clock.today() }
}

type Beginning = Awaited<ReturnType<typeof beginning>>

/** Something that somebody did to a customer, after which they do not sign. */
interface Hand {
  readonly person: number
  readonly customer: number
  readonly application: number | null
  readonly order: number
}

/** One run: it makes the calls of its steps, legal or not, and knows by itself who has had a hand in what. */
export class Run {
  // So slow that nobody's window locks itself in one day.
  readonly #clock = movingClock(undefined, 10)
  readonly #desk: Desk
  readonly #db: Database.Database
  readonly #callers = new Map<Name, Caller>()
  readonly #ids: Beginning['ids']
  readonly #watched: ReturnType<typeof watch>
  #hands: Hand[] = []
  #order = 0
  /** When the last approved KH002 of a customer was submitted: what was done before is signed. */
  readonly #signedUntil = new Map<number, number>()
  readonly #submittedAt = new Map<number, number>()
  readonly tally = new Map<string, number>()

  constructor({ dir, sessions, ids, day }: Beginning) {
    const copy = temporaryFolder()
    cpSync(dir, copy, { recursive: true })
    this.#clock.goTo(day)
    this.#desk = deskAt(copy, { clock: this.#clock.now })
    for (const name of names) {
      const caller = callerOf(this.#desk.backend)
      caller.session = sessions.get(name)
      this.#callers.set(name, caller)
    }
    this.#ids = ids
    this.#db = new Database(path.join(copy, 'kehu.sqlite'), { readonly: true })
    this.#watched = watch(this.#db)
  }

  /** Goes through the steps, with everything held against the rules after each of them. */
  async play(steps: readonly Step[]): Promise<void> {
    await this.#desk.ask('app.status', {})
    await this.#wake()
    this.#watched.check()
    for (const next of steps) {
      await this.#carryOut(next)
      await this.#check()
    }
    this.#db.close()
    await this.#desk.backend.close()
  }

  #as(name: Name): Caller {
    const caller = this.#callers.get(name)
    if (!caller) throw new Error(`nobody is called ${name}`)
    return caller
  }

  #id(name: Name): number {
    return this.#ids.get(name) ?? 0
  }

  async #try<N extends CallName>(by: Name, name: N, input: Input<N>, application: number | null = null) {
    const outcome = await this.#as(by).call(name, input)
    const word = outcome.ok ? `${name} ok` : `${name} ${outcome.error.code}`
    this.tally.set(word, (this.tally.get(word) ?? 0) + 1)
    expectAnswered(outcome)
    if (outcome.ok && application !== null) this.#note(by, this.#customerOf(application), application)
    return outcome
  }

  #note(by: Name, of: number, application: number | null): void {
    this.#hands.push({ person: this.#id(by), customer: of, application, order: ++this.#order })
  }

  #customerOf(application: number): number {
    return Number(this.#db.prepare('SELECT customer_id FROM applications WHERE id = ?').pluck().get(application))
  }

  /** One of the applications, of those in a state first. */
  #application(index: number, ...states: readonly string[]): number {
    const sql = `SELECT id FROM applications ORDER BY state IN (SELECT value FROM json_each(?)) DESC, id DESC LIMIT 1 OFFSET ?`
    return Number(this.#db.prepare(sql).pluck().get(JSON.stringify(states), index) ?? 1)
  }

  async #carryOut(next: Step): Promise<void> {
    switch (next.call) {
      case 'begin':
        return this.#begin(next)
      case 'change':
        return this.#change(next)
      case 'save':
        return this.#save(next.who, next.customer, next.box)
      case 'ready':
        return this.#ready(next)
      case 'submit':
        return this.#submit(next)
      case 'decide':
        return this.#decide(next)
      case 'signAll':
        return this.#signAll(next)
      case 'withdraw':
        await this.#try(next.who, 'applications.withdraw', {
          requestId: randomUUID(),
          id: this.#application(next.which),
          reason: '客户改主意了',
        })
        return
      case 'confirm':
        await this.#try(next.who, 'applications.confirmChanges', {
          requestId: randomUUID(),
          id: this.#application(next.which),
          password: deskPassword,
        })
        return
      case 'delegate': {
        const fromOn = this.#clock.today()
        await this.#try(next.who, 'delegations.add', {
          requestId: randomUUID(),
          post: next.post,
          to: this.#id(next.to),
          fromOn,
          toOn: fromOn,
        })
        return
      }
      case 'givePost':
        return this.#givePost(next)
      case 'account':
        return this.#account(next)
      case 'verify':
        await this.#try(next.who, 'verifications.record', {
          requestId: randomUUID(),
          customerId: next.customer,
          facts: { item: 'registry', status: 'normal' },
          checkedOn: this.#clock.today(),
          note: null,
          files: [],
        })
        return
      case 'release':
        await this.#try(next.who, 'limits.release', {
          requestId: randomUUID(),
          applicationId: this.#application(next.which),
          paidOn: this.#clock.today(),
          invoice: 'FP-1',
        })
        return
      case 'days': {
        const day = new Date(`${this.#clock.today()}T12:00:00`)
        day.setDate(day.getDate() + next.days)
        this.#clock.goTo(movingDay(day))
        return this.#wake()
      }
    }
  }

  async #begin({ who: by, customer: customerId, kind }: Of<'begin'>): Promise<void> {
    const begun = await this.#try(by, 'applications.begin', { requestId: randomUUID(), customerId, kind })
    if (!begun.ok) return
    const { id } = begun.value
    const sql = 'SELECT begun_by FROM applications WHERE id = ?'
    if (this.#db.prepare(sql).pluck().get(id) === this.#id(by)) this.#note(by, customerId, id)
    await this.#change({ call: 'change', who: by, which: 0, salesperson: '孙磊', amount: 1_000_000 }, id)
  }

  async #change(
    { who: by, which: index, salesperson, amount: asked }: Of<'change'>,
    id = this.#application(index),
  ): Promise<void> {
    const day = this.#clock.today()
    const request = requestFor(
      { ids: this.#ids },
      {
        salespersonId: this.#id(salesperson),
        amount: asked,
        startsOn: day,
        endsOn: day,
        reason: '春节备货，节后结清',
        plan: asked > 0 ? [{ on: day, amount: asked }] : [],
      },
    )
    await this.#try(by, 'applications.change', { requestId: randomUUID(), id, request }, id)
  }

  async #save(by: Name, id: number, box: string): Promise<void> {
    const open = await this.#as('孙磊').ask('customers.open', { id })
    const from = open.values[box] ?? null
    const to =
      box === 'credit.requestedLimit' ? (from === amount ? amount + 100_000 : amount) : `第 ${++this.#order} 次`
    const outcome = await this.#as(by).save(id, open.revision, { [box]: { from, to } })
    expectAnswered(outcome)
    if (outcome.ok) this.#note(by, id, null)
  }

  /** Makes a KH002 that was taken over ready to be asked for. */
  async #ready({ who: by, customer: customerId }: Of<'ready'>): Promise<void> {
    const { carried } = await this.#as('孙磊').ask('limits.ofCustomer', { customerId })
    if (carried.length === 0) return
    const confirmed = await this.#try(by, 'applications.confirmCarried', {
      requestId: randomUUID(),
      customerId,
      paths: carried,
    })
    if (confirmed.ok) this.#note(by, customerId, null)
    await this.#save(by, customerId, 'credit.requestedLimit')
  }

  async #submit({ who: by, which: index }: Of<'submit'>): Promise<void> {
    const id = this.#application(index, 'draft', 'returned')
    const outcome = await this.#try(by, 'applications.submit', { requestId: randomUUID(), id }, id)
    if (outcome.ok) this.#submittedAt.set(id, this.#order)
  }

  /** Whoever may, where nobody else is named, and everything that may be wrong with it. */
  async #decide({ who: named, which: index, decision: wish, returnTo, granted, stale }: Of<'decide'>): Promise<void> {
    const found = await this.#as('孙磊').call('applications.open', { id: this.#application(index, 'pending') })
    if (!found.ok) return
    const candidates = found.value.steps.find(({ state }) => state === 'open')?.candidates ?? []
    const able = names.filter(name => candidates.includes(name))
    const by = named ?? able[index % able.length] ?? '孙磊'
    const usual = decision(found.value, { decision: wish, returnTo, granted, comment: '按资料判断' })
    await this.#try(by, 'applications.decide', stale && named ? { ...usual, place: usual.place + 1 } : usual)
  }

  /** Everybody whose turn it is agrees, as far as that goes. */
  async #signAll({ which: index }: Of<'signAll'>): Promise<void> {
    const usual = {
      who: null,
      which: index,
      decision: 'agree',
      returnTo: 'filler',
      granted: null,
      stale: false,
    } as const
    for (const _ of posts) await this.#decide({ call: 'decide', ...usual })
  }

  async #givePost({ who: to, post }: Of<'givePost'>): Promise<void> {
    const change = { kind: 'post', account: this.#id(to), post } as const
    const proposal = await this.#try('林晓', 'policy.propose', { requestId: randomUUID(), change, reason: '' })
    if (!proposal.ok || proposal.value.state !== 'open') return
    const { id } = proposal.value
    for (const by of ['吴建国', '赵红'] as const)
      await this.#try(by, 'policy.decide', {
        requestId: randomUUID(),
        id,
        approve: true,
        reason: '',
        password: deskPassword,
      })
  }

  async #account({ who: name, without, disabled }: Of<'account'>): Promise<void> {
    // Somebody has to set things right again, and somebody to look.
    if (name === '林晓' || name === '孙磊') return
    const { accounts } = await this.#as('林晓').ask('accounts.list', {})
    const account = accounts.find(({ id }) => id === this.#id(name))
    if (!account) return
    const { mustChangePassword: _, lockedUntil: _until, lastSignInAt: _at, ...facts } = account
    const roles = account.roles.map(({ role }) => role).filter(role => role !== without)
    await this.#try('林晓', 'accounts.change', {
      requestId: randomUUID(),
      ...facts,
      roles,
      disabled: disabled && !account.disabled,
    })
    await this.#wake()
  }

  /** Everybody whose account is open comes back to their window. */
  async #wake(): Promise<void> {
    const { people } = await this.#as('林晓').ask('session.people', {})
    for (const [name, caller] of this.#callers) {
      if (!people.some(({ id }) => id === this.#id(name))) continue
      const unlocked = await caller.call('session.unlock', { password: deskPassword })
      if (!unlocked.ok) await caller.signIn(this.#id(name))
    }
  }

  async #check(): Promise<void> {
    for (const { application, signer } of this.#watched.check()) {
      const of = this.#customerOf(application)
      const until = this.#signedUntil.get(of) ?? 0
      const counts = this.#hands.filter(
        hand => hand.customer === of && (hand.order > until || hand.application === application),
      )
      const asked = this.#db.prepare('SELECT salesperson_id, begun_by FROM applications WHERE id = ?').get(application)
      expectStranger(signer, [...counts.map(({ person }) => person), ...Object.values(asked as object)])
    }
    const approved = `SELECT id, customer_id AS customer FROM applications WHERE kind = 'standing' AND state = 'approved' ORDER BY id`
    for (const { id, customer: of } of this.#db.prepare<[], { id: number; customer: number }>(approved).all())
      this.#signedUntil.set(of, this.#submittedAt.get(id) ?? 0)
    this.tally.set(
      'approved',
      Number(this.#db.prepare("SELECT count(*) FROM applications WHERE state = 'approved'").pluck().get()),
    )
    for (const customerId of [1, 2]) {
      const { today, course } = await this.#as('孙磊').ask('limits.ofCustomer', { customerId })
      for (const { from, total } of [...course, { from: this.#clock.today(), total: today.total }])
        expectWithin(total, grantedOn(this.#db, customerId, from))
    }
  }
}

const movingDay = (day: Date) =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`

/** Whatever is wrong with a call has a name. */
function expectAnswered(outcome: Outcome<unknown>): void {
  expect(['unexpected', 'invalid-input', 'busy']).not.toContain(outcome.ok ? null : outcome.error.code)
}

/** Whoever has signed had no hand in what they signed. */
function expectStranger(signer: number, hands: readonly unknown[]): void {
  expect(hands).not.toContain(signer)
}

/** Nobody may owe more than was granted. */
function expectWithin(total: number, granted: number): void {
  expect(total).toBeLessThanOrEqual(granted)
}
