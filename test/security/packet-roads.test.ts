import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addPaper, type Company, companyAtWork, decide, givePost, idOf, submitted } from '../backend/company.ts'
import { deskPassword } from '../backend/desk.ts'
import { expectLogged, expectWholeLog, logged } from '../backend/logged.ts'
import { agreed, codesOf, fill, make, ownCopy, read, record, upload } from '../excel/packet-desk.ts'

// The roads to approving one's own that lead over a spreadsheet.

const requestId = () => randomUUID()

async function scanOf(company: Company, id: number): Promise<number> {
  const { customerId } = await company.filler.ask('applications.open', { id })
  return addPaper(company, company.filler, customerId, 'signedPaper')
}

test('the name of the filler on a sheet is refused with its cell, also where the filler holds the post', async () => {
  const company = await companyAtWork()
  await givePost(company, '孙磊', 'officeHead')
  const id = await submitted(company)
  const own = await fill(await make(company, id), { filling: { ...agreed, signature: '孙磊' } })
  const reading = await read(company, company.accountant, own)
  expect(codesOf(reading)).toEqual(['signer-is-filler'])
  expect(reading.refusals[0]).toMatchObject({ found: '孙磊', expected: '周敏' })
  expect(await record(company, own, await scanOf(company, id))).toMatchObject({
    ok: false,
    error: { code: 'packet-refused', fields: ['signer-is-filler'] },
  })
  expect(logged(company.desk, 'packet.refuse').at(-1)?.facts['code']).toBe('signer-is-filler')
  expectWholeLog(company.desk)
})

test('neither the filler nor whoever took the sheet in confirms it', async () => {
  const company = await companyAtWork()
  const { desk, filler, accountant, verifier } = company
  const id = await submitted(company)
  const sheet = await fill(await make(company, id), { filling: agreed })
  expect(await record(company, sheet, await scanOf(company, id))).toMatchObject({
    ok: true,
    value: { state: 'waiting' },
  })
  const waiting = {
    id: (await accountant.ask('packets.waiting', {})).returns[0]?.id ?? 0,
    accept: true,
    password: deskPassword,
  }
  for (const person of [filler, accountant])
    await expectLogged(desk, { action: 'refused.packet', facts: { code: 'own-application' } }, async () =>
      expect((await person.refusal('packets.confirm', { requestId: requestId(), ...waiting })).code).toBe(
        'own-application',
      ),
    )
  expect((await filler.ask('applications.open', { id })).steps[0]?.state).toBe('open')
  await verifier.ask('packets.confirm', { requestId: requestId(), ...waiting })
  expect((await filler.ask('applications.open', { id })).steps[0]).toMatchObject({ state: 'signed', evidence: 'bing' })
})

test('a signature that waits counts for nothing once its signer has a hand in the card', async () => {
  const company = await companyAtWork()
  const { desk, filler, verifier, signers } = company
  const id = await submitted(company)
  const sheet = await fill(await make(company, id), { filling: agreed })
  await record(company, sheet, await scanOf(company, id))
  const { accounts } = await desk.ask('accounts.list', {})
  const head = accounts.find(({ name }) => name === '周敏')
  if (!head) throw new Error('nobody is called 周敏')
  const { mustChangePassword: _, lockedUntil: _until, lastSignInAt: _at, ...facts } = head
  const roles = [...head.roles.map(({ role }) => role), 'filler' as const]
  await desk.ask('accounts.change', { requestId: requestId(), ...facts, roles })
  const { customerId } = await filler.ask('applications.open', { id })
  const { revision, values } = await filler.ask('customers.open', { id: customerId })
  const edit = { 'customer.address': { from: values['customer.address'] ?? null, to: '城东仓库' } }
  expect((await signers.officeHead.save(customerId, revision, edit)).ok).toBe(true)
  const waiting = {
    id: (await verifier.ask('packets.waiting', {})).returns[0]?.id ?? 0,
    accept: true,
    password: deskPassword,
  }
  await expectLogged(desk, { action: 'refused.packet', facts: { code: 'own-application' } }, async () =>
    expect((await verifier.refusal('packets.confirm', { requestId: requestId(), ...waiting })).code).toBe(
      'own-application',
    ),
  )
})

test('a sheet without a key signs nothing from 300,000 yuan on', async () => {
  const company = await companyAtWork()
  const id = await submitted(company, 30_000_000)
  const sheet = await fill(await make(company, id), { filling: agreed })
  expect(await record(company, sheet, await scanOf(company, id))).toMatchObject({
    ok: false,
    error: { code: 'packet-refused', fields: ['needs-key'] },
  })
  expect(logged(company.desk, 'packet.refuse').at(-1)?.facts['code']).toBe('needs-key')
})

test('an administrator registers no key in the name of an approver, who has to be there with the password', async () => {
  const company = await companyAtWork()
  const { desk, filler, signers } = company
  const id = await submitted(company)
  const head = idOf(company, '周敏')
  // An approver whose password nobody else knows, and a copy of the program that passes itself off as theirs.
  await signers.officeHead.ask('session.changePassword', { password: deskPassword, newPassword: 'only-the-head-knows' })
  const forgery = await ownCopy('假的电脑', '周敏')
  const { publicKey } = await forgery.ask('keys.mine', { password: deskPassword })
  const registers = (password: string) =>
    desk.call('keys.register', { requestId: requestId(), account: head, publicKey, password })
  await expectLogged(desk, { action: 'refused.sign-in', object: `account:${head}` }, async () =>
    expect(await registers(deskPassword)).toMatchObject({ ok: false, error: { code: 'password-wrong' } }),
  )
  await desk.ask('accounts.resetPassword', { requestId: requestId(), id: head, password: 'known-to-two' })
  expect(await registers('known-to-two')).toMatchObject({ ok: false, error: { code: 'password-expired' } })

  const filled = await fill(await make(company, id), { filling: agreed })
  const order = { requestId: requestId(), upload: await upload(forgery, filled), password: deskPassword }
  const { download } = await forgery.ask('packets.sign', order)
  const signed = filled.replace(/\.xlsx$/, '-forged.xlsx')
  copyFileSync(forgery.backend.outboxFile(download ?? '')?.path ?? '', signed)
  expect(codesOf(await read(company, filler, signed))).toEqual(['key-wrong'])
  expect(await record(company, signed, null, filler)).toMatchObject({ ok: false, error: { code: 'packet-refused' } })
})

test('whoever has signed a level in the program signs no other one on a sheet', async () => {
  const company = await companyAtWork()
  const id = await submitted(company)
  await decide(company.signers.officeHead, id)
  await givePost(company, '周敏', 'salesManager')
  const sheet = await fill(await make(company, id), { filling: agreed, post: 'salesManager' })
  expect(codesOf(await read(company, company.accountant, sheet))).toEqual(['signer-signed-already'])
})
