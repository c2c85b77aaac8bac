import { randomUUID, scryptSync } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { hashPassword, passwordMatches, usualPasswordCost } from '../../electron/backend/services/accounts/passwords.ts'
import { type CallName, contract } from '../../shared/contract/contract.ts'
import { isPost, rightsOf, type Role, roles } from '../../shared/domain/roles.ts'
import {
  type Caller,
  callerOf,
  type Desk,
  deskAt,
  deskPassword,
  firstRun,
  listing,
  readyDesk,
  temporaryFolder,
} from '../backend/desk.ts'

const minute = 60_000

/** A clock that stands until it is put on. */
function setClock(start = '2026-11-22T08:00:00.000Z') {
  let time = Date.parse(start)
  return {
    clock: () => new Date(time),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

const signIn = (desk: Desk, password: string, id = 1) => callerOf(desk.backend).call('session.signIn', { id, password })
const codeOf = (outcome: { ok: boolean; error?: { code: string } }) => (outcome.ok ? 'ok' : outcome.error?.code)
const logOf = (desk: Desk, action: string): Record<string, string>[] => {
  const db = new Database(path.join(desk.dir, 'kehu.sqlite'), { readonly: true })
  const facts = db.prepare('SELECT facts FROM audit_log WHERE action = ? ORDER BY seq').pluck().all(action) as string[]
  db.close()
  return facts.map(row => JSON.parse(row) as Record<string, string>)
}

describe('a password', () => {
  test('costs whoever guesses it five times 2^14 rounds unless a test says otherwise, and that is what is stored', async () => {
    expect(usualPasswordCost).toBe(2 ** 14)
    const dir = temporaryFolder()
    const backend = createBackend({ dataDir: dir, sample: false, version: '', workerPath: '' })
    onTestFinished(() => backend.close())
    expect(codeOf(await backend.handle('app.setUp', firstRun))).toBe('ok')
    const db = new Database(path.join(dir, 'kehu.sqlite'), { readonly: true })
    const stored = db.prepare('SELECT password FROM accounts').pluck().get() as string
    db.close()
    expect(stored).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{86}$/)
    expect(await passwordMatches(deskPassword, stored)).toBe(true)
    expect(await passwordMatches(`${deskPassword} `, stored)).toBe(false)
  })

  test('from an earlier version, which cost more memory and one round, is still right', async () => {
    const salt = 'c2FsdHNhbHRzYWx0c2FsdA'
    const hash = scryptSync(deskPassword, Buffer.from(salt, 'base64url'), 64, { N: 1024, r: 8, p: 1 })
    const stored = `scrypt$1024$8$1$${salt}$${hash.toString('base64url')}`
    expect(await passwordMatches(deskPassword, stored)).toBe(true)
  })

  test('is stored under a salt of its own, and full width or half width makes no other one', async () => {
    const [one, two] = [await hashPassword('ｐａｓｓ密码１２', 1024), await hashPassword('pass密码12', 1024)]
    expect(one).not.toBe(two)
    expect(await passwordMatches('pass密码12', one)).toBe(true)
  })

  test('is nowhere in the folder and in no answer, nor is its hash', async () => {
    const desk = await readyDesk()
    const { id } = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
    await signIn(desk, 'wrong-password', id)
    const answers = [
      await desk.ask('accounts.list', {}),
      await desk.ask('accounts.people', {}),
      await desk.ask('session.people', {}),
      await desk.ask('app.status', {}),
      await desk.ask('app.report', {}),
    ]
    const db = new Database(path.join(desk.dir, 'kehu.sqlite'), { readonly: true })
    const hashes = db.prepare('SELECT password FROM accounts').pluck().all() as string[]
    const digests = db.prepare('SELECT token_digest FROM sessions').pluck().all() as string[]
    db.close()
    const told = JSON.stringify(answers)
    for (const secret of [deskPassword, 'wrong-password', 'scrypt', ...hashes, ...digests])
      expect(told).not.toContain(secret)
    await desk.backend.close()
    const files = readdirSync(desk.dir, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    for (const secret of [deskPassword, 'wrong-password', desk.session ?? '?'])
      expect(files.filter(text => text.includes(secret))).toEqual([])
  })

  test('wrong five times lets the account rest for five minutes, whatever is tried, and that is in the log', async () => {
    const { clock, pass } = setClock()
    const desk = await readyDesk({ clock })
    for (let tries = 1; tries < 5; tries++) expect(codeOf(await signIn(desk, 'wrong'))).toBe('password-wrong')
    expect(codeOf(await signIn(desk, 'wrong'))).toBe('too-many-tries')
    pass(5 * minute - 1)
    expect(codeOf(await signIn(desk, deskPassword))).toBe('too-many-tries')
    pass(1)
    expect(codeOf(await signIn(desk, 'wrong'))).toBe('password-wrong')
    expect(codeOf(await signIn(desk, deskPassword))).toBe('ok')
    expect(codeOf(await signIn(desk, 'wrong'))).toBe('password-wrong')
    expect(logOf(desk, 'refused.sign-in').map(({ use, tries, restsUntil }) => [use, tries, restsUntil])).toEqual([
      ...['1', '2', '3', '4'].map(tries => ['signIn', tries, undefined]),
      ['signIn', '5', '2026-11-22T08:05:00.000Z'],
      ['signIn', '1', undefined],
      ['signIn', '1', undefined],
    ])
  })

  test('is counted by every road: unlocking, changing and confirming', async () => {
    const desk = await readyDesk()
    await desk.addAccount({ name: '周敏', roles: ['filler'] })
    const caller = await desk.as('周敏')
    await caller.ask('session.lock', {})
    const codes = [
      await caller.refusal('session.unlock', { password: 'wrong' }),
      await caller.refusal('session.unlock', { password: 'wrong' }),
    ]
    await caller.ask('session.unlock', { password: deskPassword })
    for (let tries = 0; tries < 5; tries++)
      codes.push(await caller.refusal('session.changePassword', { password: 'wrong', newPassword: 'another-password' }))
    codes.push(await caller.refusal('session.changePassword', { password: deskPassword, newPassword: 'another-one' }))
    expect(codes.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 6 }, () => 'password-wrong'),
      'too-many-tries',
      'too-many-tries',
    ])
  })

  test('guessed side by side is counted one by one', async () => {
    const desk = await readyDesk()
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn(desk, `wrong-${index}`)))
    expect(guesses.map(codeOf).filter(code => code === 'password-wrong')).toHaveLength(4)
    expect(guesses.map(codeOf).filter(code => code === 'too-many-tries')).toHaveLength(8)
  })

  test('rests no longer than five minutes when the clock is set back by a year', async () => {
    const { clock, pass } = setClock()
    const desk = await readyDesk({ clock })
    for (let tries = 0; tries < 5; tries++) await signIn(desk, 'wrong')
    pass(-365 * 24 * 60 * minute)
    expect(codeOf(await signIn(desk, deskPassword))).toBe('ok')
  })

  test('set by somebody else opens nothing but its own change, and the sessions before it end', async () => {
    const desk = await readyDesk()
    const { id } = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
    const before = await desk.as(id)
    const reset = { requestId: randomUUID(), id, password: 'from-the-administrator' }
    expect(await desk.ask('accounts.resetPassword', reset)).toMatchObject({ mustChangePassword: true })
    expect(await before.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
    expect(codeOf(await signIn(desk, deskPassword, id))).toBe('password-wrong')
    const after = await desk.as(id, reset.password)
    expect(await after.ask('app.status', {})).toMatchObject({ phase: 'ready', actor: { mustChangePassword: true } })
    for (const name of ['customers.list', 'accounts.people', 'drafts.list'] as const)
      expect(await after.refusal(name, name === 'customers.list' ? listing() : {})).toMatchObject({
        code: 'password-expired',
      })
    const same = { password: reset.password, newPassword: reset.password }
    expect(await after.refusal('session.changePassword', same)).toMatchObject({ code: 'invalid-input' })
    await after.ask('session.changePassword', { password: reset.password, newPassword: 'my-own-password' })
    expect((await after.ask('customers.list', listing())).total).toBe(0)
  })
})

describe('a session', () => {
  test.each(['', 'x', '0'.repeat(43), 'a'.repeat(100_000), '../../kehu.sqlite', "' OR 1=1 --"])(
    'that is made up, %j, belongs to nobody',
    async token => {
      const desk = await readyDesk()
      const forged = callerOf(desk.backend)
      forged.session = token
      expect(await forged.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
      expect(await forged.ask('app.status', {})).toMatchObject({ phase: 'signedOut' })
    },
  )

  test('can not be taken over by whoever reads the database', async () => {
    const desk = await readyDesk()
    const db = new Database(path.join(desk.dir, 'kehu.sqlite'), { readonly: true })
    const digest = db.prepare('SELECT token_digest FROM sessions').pluck().get() as string
    db.close()
    const thief = callerOf(desk.backend)
    thief.session = digest
    expect(await thief.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
  })

  test('locks after ten minutes without a call, and the status of the window does not count as one', async () => {
    const { clock, pass } = setClock()
    const desk = await readyDesk({ clock })
    for (const call of ['customers.list', 'session.stay'] as const) {
      pass(10 * minute - 1)
      await desk.ask(call, call === 'customers.list' ? listing() : {})
    }
    pass(9 * minute)
    expect((await desk.ask('app.status', {})).phase).toBe('ready')
    pass(minute)
    expect(await desk.ask('app.status', {})).toMatchObject({ phase: 'locked', actor: { name: '林晓' } })
    expect(await desk.refusal('customers.list', listing())).toMatchObject({ code: 'session-locked' })
    expect(await desk.refusal('session.stay', {})).toMatchObject({ code: 'session-locked' })
    expect(
      await desk.refusal('session.changePassword', { password: deskPassword, newPassword: 'another-one' }),
    ).toMatchObject({ code: 'session-locked' })
    expect((await desk.ask('session.unlock', { password: deskPassword })).phase).toBe('ready')
    expect((await desk.ask('customers.list', listing())).total).toBe(0)
  })

  test('outlives the data process, but not a day in which nobody used it', async () => {
    const { clock, pass } = setClock()
    const desk = await readyDesk({ clock })
    await desk.backend.close()
    const restarted = deskAt(desk.dir, { clock })
    restarted.session = desk.session
    expect((await restarted.ask('customers.list', listing())).total).toBe(0)
    await restarted.backend.close()
    pass(24 * 60 * minute + 1)
    const nextDay = deskAt(desk.dir, { clock })
    nextDay.session = desk.session
    expect(await nextDay.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
    expect((await nextDay.ask('app.status', {})).phase).toBe('signedOut')
  })

  test('ends with signing out, with signing in again at the same window, and with the account', async () => {
    const desk = await readyDesk()
    const account = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
    const [gone, replaced, closed] = [await desk.as('孙磊'), await desk.as('孙磊'), await desk.as('孙磊')]
    await gone.ask('session.signOut', {})
    const before = replaced.session
    await replaced.signIn('林晓')
    const { id, name, staffNo, phone, address, bankAccountNo } = account
    const facts = { requestId: randomUUID(), id, name, staffNo, phone, address, bankAccountNo }
    await desk.ask('accounts.change', { ...facts, roles: ['filler'], disabled: true })
    for (const session of [gone.session, before, closed.session]) {
      const caller = callerOf(desk.backend)
      caller.session = session
      expect(await caller.refusal('customers.list', listing())).toMatchObject({ code: 'not-signed-in' })
    }
    expect(codeOf(await signIn(desk, deskPassword, id))).toBe('account-disabled')
    expect((await desk.ask('session.people', {})).people.map(person => person.name)).toEqual(['林晓'])
  })
})

describe('what each role may do', () => {
  const names = Object.keys(contract) as CallName[]

  test('nobody who has not signed in gets further than the calls for anyone', async () => {
    const desk = await readyDesk()
    const stranger = callerOf(desk.backend)
    for (const name of names.filter(candidate => contract[candidate].access !== 'anyone'))
      expect([name, codeOf(await stranger.call(name, undefined as never))]).toEqual([name, 'not-signed-in'])
    const forAnyone = names.filter(name => contract[name].access === 'anyone')
    expect(forAnyone.filter(name => !/^(app|session)\./.test(name))).toEqual([])
  })

  test.each(roles.filter(role => !isPost(role)))('%s makes the calls of its rights and no other', async role => {
    const desk = await readyDesk()
    const others: readonly Role[] = role === 'administrator' ? ['administrator'] : [role]
    await desk.addAccount({ name: '某人', roles: others })
    const caller = await desk.as('某人')
    await expectRights(caller, others)
  })

  test.each(roles.filter(isPost))('%s makes the calls of its rights and no other', async role => {
    const desk = deskAt(temporaryFolder(), { sample: true })
    const caller = await desk.as(
      { officeHead: '周敏', salesManager: '陈卫东', marketingVp: '赵红', generalManager: '吴建国' }[role],
      'kehu-sample',
    )
    await expectRights(caller, [role])
  })

  // Rubbish goes no further than the check of the input, which comes after that of the rights.
  async function expectRights(caller: Caller, held: readonly Role[]) {
    const rights = rightsOf(held)
    const answers: [string, string | undefined][] = []
    const wanted: [string, string][] = []
    for (const name of names) {
      const { access, input } = contract[name]
      if (access === 'anyone' || input.safeParse({ requestId: 'x' }).success) continue
      answers.push([name, codeOf(await caller.call(name, { requestId: 'x' }))])
      wanted.push([name, access === 'person' || rights.has(access) ? 'invalid-input' : 'not-allowed'])
    }
    expect(answers).toEqual(wanted)
    expect(answers.length).toBeGreaterThan(40)
  }

  test('whoever tries a command without the right to it is in the log', async () => {
    const desk = await readyDesk()
    await desk.addAccount({ name: '何静', roles: ['auditor'] })
    const auditor = await desk.as('何静')
    expect(await auditor.refusal('customers.create', { requestId: randomUUID(), values: {} })).toMatchObject({
      code: 'not-allowed',
    })
    expect(logOf(desk, 'refused.call')).toHaveLength(1)
  })
})
