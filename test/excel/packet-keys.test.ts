import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { companyAtWork, idOf, submitted } from '../backend/company.ts'
import { type Desk, deskPassword } from '../backend/desk.ts'
import { agreed, codesOf, fill, make, ownCopy, read, record, today, upload } from './packet-desk.ts'
import { fillIn, inExceljs } from './packet-steps.ts'

async function signAt(desk: Desk, file: string, password = deskPassword): Promise<string> {
  const order = { requestId: randomUUID(), upload: await upload(desk, file), password }
  const { download } = await desk.ask('packets.sign', order)
  const signed = file.replace(/\.xlsx$/, `-signed-${randomUUID()}.xlsx`)
  copyFileSync(desk.backend.outboxFile(download ?? '')?.path ?? '', signed)
  return signed
}

test('a packet signed with the registered key of the approver is recorded at once, and says 乙', async () => {
  const company = await companyAtWork()
  const { administrator, accountant, filler } = company
  const id = await submitted(company, 30_000_000)
  const file = await make(company, id)
  const copy = await ownCopy('周敏的电脑', '周敏')
  // Name and day are left to the program.
  const signed = await signAt(copy, await fill(file, { filling: { decision: '同意' } }))
  expect(codesOf(await read(company, accountant, signed))).toEqual(['key-wrong'])

  const { publicKey } = await copy.ask('keys.mine', { password: deskPassword })
  const register = (account: number, key: string) =>
    administrator.call('keys.register', { requestId: randomUUID(), account, publicKey: key, password: deskPassword })
  const noKey = await register(idOf(company, '周敏'), 'no key')
  expect(noKey).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: ['publicKey'] } })
  expect((await register(idOf(company, '周敏'), publicKey)).ok).toBe(true)
  const stolen = await register(idOf(company, '陈卫东'), publicKey)
  expect(stolen).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: ['publicKey'] } })

  expect(await read(company, accountant, signed)).toMatchObject({
    signer: { name: '周敏' },
    evidence: 'yi',
    refusals: [],
    answer: { signature: '周敏', signedOn: today },
  })
  const meddled = signed.replace(/\.xlsx$/, '-meddled.xlsx')
  await inExceljs(
    signed,
    meddled,
    fillIn({ language: 'zh-CN', post: 'officeHead', isLastStep: false }, { comment: '另加一句' }),
  )
  expect(codesOf(await read(company, accountant, meddled))).toEqual(['key-wrong'])
  expect(await record(company, signed)).toMatchObject({ ok: true, value: { state: 'recorded' } })
  const detail = await filler.ask('applications.open', { id })
  expect(detail.steps[0]).toMatchObject({ state: 'signed', signer: { name: '周敏' }, evidence: 'yi' })
})

test('a key stays the same when its person changes the password, and a wrong password signs nothing', async () => {
  const copy = await ownCopy('周敏的电脑', '周敏')
  const { publicKey } = await copy.ask('keys.mine', { password: deskPassword })
  expect(await copy.ask('keys.mine', { password: deskPassword })).toEqual({ publicKey })
  await copy.ask('session.changePassword', { password: deskPassword, newPassword: 'another-password' })
  expect(await copy.ask('keys.mine', { password: 'another-password' })).toEqual({ publicKey })
  expect((await copy.refusal('keys.mine', { password: deskPassword })).code).toBe('password-wrong')
})

test('nobody signs with a key what was changed, what is not filled in, or what names somebody else', async () => {
  const company = await companyAtWork()
  const file = await make(company, await submitted(company))
  const copy = await ownCopy('周敏的电脑', '周敏')
  const refusalOf = async (filled: string) => {
    const order = { requestId: randomUUID(), upload: await upload(copy, filled), password: deskPassword }
    const { code, fields } = await copy.refusal('packets.sign', order)
    return [code, ...(fields ?? [])]
  }
  expect(await refusalOf(file)).toEqual(['packet-refused', 'decision-missing'])
  expect(await refusalOf(await fill(file, { filling: { ...agreed, signature: '陈卫东' } }))).toEqual([
    'packet-refused',
    'signer-unknown',
  ])
  const changed = await fill(file, { filling: agreed, more: [{ sheet: '审批单', cell: 'B6', number: 80_000 }] })
  expect(await refusalOf(changed)).toEqual(['packet-refused', 'cell-changed'])
})
