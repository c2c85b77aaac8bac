import { expect, test } from 'vitest'
import type { Role } from '../../shared/domain/roles.ts'
import {
  begin,
  companyAtWork,
  decide,
  decision,
  givePost,
  idOf,
  readyCustomer,
  submit,
  submitted,
} from '../backend/company.ts'
import { callerOf, deskPassword } from '../backend/desk.ts'
import { expectLogged, logRows } from '../backend/logged.ts'
import { change, delegation, expectRefused, open, refusedTo, requestId, rolesOf, wanted } from './roads.ts'

// One test for each road on which somebody might come to approve what is their own: each is closed, and the attempt is in the log.

test('a second account for the same name is refused', async () => {
  const { desk } = await companyAtWork()
  const facts = { staffNo: null, phone: null, address: null, bankAccountNo: null, password: 'first-password' }
  await expectLogged(desk, { action: 'refused.account', facts: { code: 'name-taken', roles: 'auditor' } }, async () => {
    const account = { requestId: requestId(), ...facts, name: ' 孙 磊', roles: ['auditor'] as Role[] }
    expect((await desk.refusal('accounts.add', account)).code).toBe('name-taken')
  })
})

test('a namesake of the one who won the customer does not sign, whatever the staff number', async () => {
  const company = await companyAtWork()
  await change(company, '孙磊', { staffNo: '001' })
  const { id } = await company.desk.addAccount({ name: '孙磊', roles: ['auditor'], staffNo: '002' })
  await givePost({ desk: company.desk, ids: new Map([['孙磊', id]]) }, '孙磊', 'officeHead')
  const application = await submitted(company)
  await expectRefused(company, await company.desk.as(id), application, 'own-application')
})

test('the filler does not sign in the stead of an approver', async () => {
  const company = await companyAtWork()
  const { filler, signers } = company
  const id = await submitted(company)
  await signers.officeHead.ask('delegations.add', delegation('officeHead', idOf(company, '孙磊')))
  await expectRefused(company, filler, id, 'own-application')
})

test('nobody signs in the stead of somebody who may not sign', async () => {
  const company = await companyAtWork()
  await givePost(company, '孙磊', 'officeHead')
  const { filler, otherFiller } = company
  const id = await submitted(company)
  await filler.ask('delegations.add', delegation('officeHead', idOf(company, '韩雪')))
  await expectRefused(company, otherFiller, id, 'not-your-turn')
})

test('nobody of a lower level stands in for a higher one', async () => {
  const company = await companyAtWork()
  const { desk, signers } = company
  await expectLogged(desk, { action: 'refused.delegation-add' }, async () => {
    const unfit = await signers.salesManager.refusal(
      'delegations.add',
      delegation('salesManager', idOf(company, '周敏')),
    )
    expect(unfit.code).toBe('delegate-unfit')
  })
  // Nor does a stand-in who comes to a lower level only later.
  await signers.salesManager.ask('delegations.add', delegation('salesManager', idOf(company, '郑凯')))
  await givePost(company, '郑凯', 'officeHead')
  const id = await submitted(company)
  await decide(signers.officeHead, id)
  await expectRefused(company, company.verifier, id, 'not-your-turn')
})

test('whoever becomes administrator no longer stands in for anybody', async () => {
  const company = await companyAtWork()
  const { desk, signers, accountant } = company
  const id = await submitted(company)
  await signers.officeHead.ask('delegations.add', delegation('officeHead', idOf(company, '钱芳')))
  expect((await open(accountant, id)).may.sign).toBe(true)
  await change(company, '钱芳', { roles: ['administrator'] })
  await expectLogged(desk, { action: 'refused.call', actor: idOf(company, '钱芳') }, async () =>
    expect(await refusedTo(accountant, accountant, id)).toBe('not-allowed'),
  )
})

test('an administrator signs nothing', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  await expectLogged(company.desk, { action: 'refused.call', object: 'call:applications.decide' }, async () =>
    expect(await refusedTo(company.administrator, company.filler, id)).toBe('not-allowed'),
  )
})

test('an administrator gets no post, neither by a proposal nor by changing the account, nor does anybody else by the latter', async () => {
  const company = await companyAtWork()
  const { desk } = company
  const { accounts } = await desk.ask('accounts.list', {})
  const administrator = accounts.find(({ roles }) => roles.some(({ role }) => role === 'administrator'))
  const filler = accounts.find(({ name }) => name === '孙磊')
  if (!administrator || !filler) throw new Error('the company is not complete')
  await expectLogged(desk, { action: 'refused.policy-propose' }, async () => {
    const own = { kind: 'post', account: administrator.id, post: 'generalManager' } as const
    const refusal = await desk.refusal('policy.propose', { requestId: requestId(), change: own, reason: '' })
    expect(refusal.code).toBe('roles-contradict')
  })
  for (const account of [administrator, filler])
    await expectLogged(desk, { action: 'refused.account', object: `account:${account.id}` }, async () => {
      const roles = rolesOf(account, ['generalManager'])
      const refusal = await desk.refusal('accounts.change', { requestId: requestId(), ...wanted(account), roles })
      expect(refusal.code).toBe('not-allowed')
    })
})

test('nobody decides about a post of their own, and who proposed one does not decide about it', async () => {
  const company = await companyAtWork()
  const { desk, signers } = company
  const own = { kind: 'post', account: idOf(company, '吴建国'), post: 'marketingVp' } as const
  const { id } = await desk.ask('policy.propose', { requestId: requestId(), change: own, reason: '兼任' })
  for (const person of [signers.generalManager, desk])
    await expectLogged(desk, { action: 'refused.policy-decide', object: `proposal:${id}` }, async () => {
      const wish = { requestId: requestId(), id, approve: true, reason: '', password: deskPassword }
      expect((await person.refusal('policy.decide', wish)).code).toBe('not-allowed')
    })
})

test('an administrator who resets the password of an approver signs as that approver at most, and the next one is told', async () => {
  const company = await companyAtWork()
  const { desk, signers } = company
  const id = await submitted(company)
  const head = idOf(company, '周敏')
  await desk.ask('accounts.resetPassword', { requestId: requestId(), id: head, password: 'known-to-two' })
  const intruder = await desk.as(head, 'known-to-two')
  const detail = await open(company.filler, id)
  await expectLogged(desk, { action: 'refused.call', facts: { code: 'password-expired' }, actor: head }, async () => {
    const early = decision(detail, { password: 'known-to-two' })
    expect((await intruder.refusal('applications.decide', early)).code).toBe('password-expired')
  })
  await intruder.ask('session.changePassword', { password: 'known-to-two', newPassword: deskPassword })
  await decide(intruder, id)
  const next = await open(signers.salesManager, id)
  const warning = next.flags.find(({ code }) => code === 'passwordReset')
  expect(warning?.facts).toMatchObject({ person: '周敏', days: '0' })
  const blind = decision(next, { flagsSeen: next.flags.filter(flag => flag !== warning).map(({ key }) => key) })
  expect((await signers.salesManager.refusal('applications.decide', blind)).code).toBe('flags-unread')
  expect(logRows(desk)).toContainEqual(
    expect.objectContaining({ action: 'account.password', facts: { account: String(head), reset: '1' } }),
  )
})

test('an administrator who closes every post and makes a friend general manager approves nothing, and everybody sees it', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  const everybody = ['周敏', '陈卫东', '赵红', '吴建国']
  for (const name of everybody) await change(company, name, { disabled: true })
  await givePost(company, '韩雪', 'generalManager')
  expect(logRows(desk)).toContainEqual(
    expect.objectContaining({
      action: 'account.givePost',
      object: `account:${idOf(company, '韩雪')}`,
      facts: expect.objectContaining({ withoutApproval: 'first-post', post: 'generalManager' }) as unknown,
    }),
  )
  const id = await begin(company, await readyCustomer(company, 5_000_000))
  const alone = await filler.refusal('applications.submit', { requestId: requestId(), id })
  expect(alone).toMatchObject({ code: 'gates-closed', fields: [expect.stringContaining('no-approver')] })
  for (const name of everybody) await change(company, name, { disabled: false })
  await submit(filler, id)
  await signers.officeHead.signIn('周敏')
  expect((await open(signers.officeHead, id)).flags).toContainEqual(
    expect.objectContaining({
      code: 'postChanged',
      facts: expect.objectContaining({ person: '韩雪', post: 'generalManager' }) as unknown,
    }),
  )
})

test('a call says who it is by its session alone', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  const id = await submitted(company)
  const detail = await open(signers.officeHead, id)
  const head = idOf(company, '周敏')
  const forged = { ...decision(detail), signerId: head, actor: { id: head }, actorId: head, evidence: 'jia' }
  await expectLogged(desk, { action: 'refused.call', actor: idOf(company, '孙磊') }, async () => {
    const outcome = await desk.backend.handle('applications.decide', forged, filler.session)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  })
  const stranger = callerOf(desk.backend)
  for (const session of [undefined, '', 'x'.repeat(43), `${signers.officeHead.session ?? ''}x`]) {
    stranger.session = session
    await expectLogged(desk, { action: 'refused.call', actor: null, facts: { code: 'not-signed-in' } }, async () =>
      expect((await stranger.refusal('applications.decide', decision(detail))).code).toBe('not-signed-in'),
    )
  }
  // Whoever sits down at the window of an approver does not know the password.
  await expectLogged(desk, { action: 'refused.sign-in', object: `account:${head}` }, async () => {
    const guess = decision(detail, { password: 'filler-password' })
    expect((await signers.officeHead.refusal('applications.decide', guess)).code).toBe('password-wrong')
  })
  const other = { ...decision(detail), signerId: idOf(company, '赵红'), onBehalfOf: idOf(company, '赵红') }
  expect(await desk.backend.handle('applications.decide', other, signers.officeHead.session)).toMatchObject({
    ok: true,
  })
  expect((await open(filler, id)).steps[0]).toMatchObject({ signer: { name: '周敏' }, onBehalfOf: null })
  company.clock.goTo('2026-11-24')
  await expectLogged(desk, { action: 'refused.call', facts: { code: 'session-locked' } }, async () =>
    expect((await signers.salesManager.refusal('applications.decide', decision(detail))).code).toBe('session-locked'),
  )
})

test('whoever holds two posts signs the higher one, and the lower one says so', async () => {
  const company = await companyAtWork()
  await givePost(company, '陈卫东', 'marketingVp')
  await change(company, '赵红', { disabled: true })
  const id = await submitted(company)
  const { signers } = company
  expect((await open(company.filler, id)).steps.map(({ state }) => state)).toEqual([
    'open',
    'byHigher',
    'waiting',
    'waiting',
  ])
  await decide(signers.officeHead, id)
  await decide(signers.salesManager, id)
  await expectRefused(company, signers.salesManager, id, 'not-your-turn')
  await decide(signers.generalManager, id)
  const { state, steps } = await open(company.filler, id)
  expect(state).toBe('approved')
  expect(steps.map(({ signer }) => signer?.name)).toEqual(['周敏', undefined, '陈卫东', '吴建国'])
})

test('a house with one signer submits nothing', async () => {
  const company = await companyAtWork()
  for (const post of ['officeHead', 'salesManager', 'generalManager'] as const) await givePost(company, '赵红', post)
  for (const name of ['周敏', '陈卫东', '吴建国']) await change(company, name, { disabled: true })
  const id = await begin(company, await readyCustomer(company, 5_000_000))
  const refusal = await company.filler.refusal('applications.submit', { requestId: requestId(), id })
  expect(refusal).toMatchObject({ code: 'gates-closed', fields: ['too-few-signers'] })
})

test('nobody signs two levels, also with a post that is given in the middle of the chain', async () => {
  const company = await companyAtWork()
  const { signers } = company
  const id = await submitted(company)
  await decide(signers.officeHead, id)
  for (const post of ['salesManager', 'marketingVp', 'generalManager'] as const) await givePost(company, '周敏', post)
  await expectRefused(company, signers.officeHead, id, 'signed-already')
})

test('whoever has signed a level that was gone through again signs no other one', async () => {
  const company = await companyAtWork()
  const { signers } = company
  await givePost(company, '郑凯', 'officeHead')
  const id = await submitted(company)
  await decide(signers.officeHead, id)
  await decide(signers.salesManager, id, { decision: 'return', returnTo: 'previous', comment: '请再核一次' })
  await decide(company.verifier, id)
  await givePost(company, '周敏', 'salesManager')
  await expectRefused(company, signers.officeHead, id, 'signed-already')
})

test('the filler who gets a post after the submission does not sign', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  await givePost(company, '孙磊', 'officeHead')
  await expectRefused(company, company.filler, id, 'own-application')
})

test('a step is signed once, as it was seen', async () => {
  const company = await companyAtWork()
  const { signers } = company
  const id = await submitted(company)
  const detail = await open(signers.officeHead, id)
  const wish = decision(detail)
  for (const stale of [{ revision: 2 }, { revision: 0 }, { place: 2 }, { place: 9 }, { attempt: 2 }])
    await expectLogged(company.desk, { action: 'refused.signature' }, async () => {
      const refusal = await signers.officeHead.refusal('applications.decide', { ...wish, ...stale })
      expect(refusal.code).toBe('step-changed')
    })
  const answer = await signers.officeHead.ask('applications.decide', wish)
  // Sent again it is the same signature, signed again it is refused.
  expect(await signers.officeHead.ask('applications.decide', wish)).toEqual(answer)
  await expectLogged(company.desk, { action: 'refused.signature', facts: { code: 'step-changed' } }, async () => {
    const again = await signers.officeHead.refusal('applications.decide', { ...wish, requestId: requestId() })
    expect(again.code).toBe('step-changed')
  })
  expect((await open(company.filler, id)).steps.filter(({ state }) => state === 'signed')).toHaveLength(1)
})
