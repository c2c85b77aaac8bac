import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { AttachmentKind } from '../../shared/domain/verification.ts'
import { zipOf } from '../fixtures/zip-of.ts'
import { type Company, companyAtWork } from './company.ts'
import type { Caller } from './desk.ts'

let company: Company
let customerId: number

beforeEach(async () => {
  company = await companyAtWork()
  customerId = (await company.filler.create({ 'customer.name': '明珠商贸' })).id
})

const pdf = Buffer.from('%PDF-1.7 营业执照')
const sha256 = createHash('sha256').update(pdf).digest('hex')
const kept = () => path.join(company.desk.dir, 'attachments', sha256.slice(0, 2), `${sha256}.pdf`)

async function uploaded(bytes: Uint8Array = pdf): Promise<string> {
  const received = await company.desk.backend.receiveUpload([bytes])
  if (!received.ok) throw new Error(received.error.code)
  return received.value.upload
}

type Adding = { fileName?: string; kind?: AttachmentKind; requestId?: string; customerId?: number }
const order = (upload: string, more: Adding = {}) => ({
  requestId: randomUUID(),
  customerId,
  upload,
  fileName: '执照 正本.pdf',
  kind: 'licence' as const,
  ...more,
})
const add = async (by: Caller = company.filler, bytes?: Uint8Array, more?: Adding) =>
  by.ask('attachments.add', order(await uploaded(bytes), more))
const logged = async (action: string) =>
  (await company.signers.generalManager.ask('audit.list', { object: '', action, offset: 0, limit: 10 })).rows

test('a file is kept by its hash, readable for its owner alone, writable for nobody, and listed with its customer', async () => {
  const added = await add()
  expect(added).toMatchObject({ fileName: '执照 正本.pdf', type: 'pdf', bytes: pdf.length, sha256, addedBy: '孙磊' })
  expect(readFileSync(kept())).toEqual(pdf)
  const { mode } = statSync(kept())
  expect(process.platform === 'win32' ? 0o400 : mode & 0o777).toBe(0o400)
  expect(await company.filler.ask('attachments.list', { customerId })).toEqual({ attachments: [added] })
  expect(readdirSync(path.join(company.desk.dir, 'inbox'))).toEqual([])
  expect(await logged('attachment.add')).toMatchObject([
    { object: `customer:${customerId}`, person: '孙磊', facts: { kind: 'licence', type: 'pdf' } },
  ])
})

test('the same file is stored once, however often and for whomever it is added', async () => {
  const other = (await company.filler.create({ 'customer.name': '大华商行' })).id
  const { ino } = (await add(), statSync(kept()))
  await add(company.verifier, pdf, { customerId: other, kind: 'other' })
  expect(statSync(kept()).ino).toBe(ino)
  expect(readdirSync(path.join(company.desk.dir, 'attachments', sha256.slice(0, 2)))).toEqual([`${sha256}.pdf`])
  expect((await company.filler.ask('attachments.list', { customerId: other })).attachments).toHaveLength(1)
})

test('adding is done once for one request, and an upload serves one call', async () => {
  const asked = order(await uploaded())
  const first = await company.filler.ask('attachments.add', asked)
  expect(await company.filler.ask('attachments.add', asked)).toEqual(first)
  expect(await company.filler.refusal('attachments.add', { ...asked, requestId: randomUUID() })).toMatchObject({
    code: 'upload-gone',
  })
  expect((await company.filler.ask('attachments.list', { customerId })).attachments).toEqual([first])
})

test('what a file is decides its content, never its name', async () => {
  const program = order(await uploaded(Buffer.from('MZ\u0090')), { fileName: '执照.pdf' })
  expect(await company.filler.refusal('attachments.add', program)).toMatchObject({ code: 'file-type-unknown' })
  const macros = zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])
  expect(await company.filler.refusal('attachments.add', order(await uploaded(macros)))).toMatchObject({
    code: 'file-type-unknown',
  })
  expect(await add(company.filler, pdf, { fileName: '..\\..\\evil.exe' })).toMatchObject({
    type: 'pdf',
    fileName: 'evil.exe.pdf',
  })
  expect(await add(company.filler, pdf, { fileName: '???.PDF' })).toMatchObject({ fileName: 'licence.pdf' })
  expect(await add(company.filler, pdf, { fileName: '照片.JPEG' })).toMatchObject({ fileName: '照片.pdf' })
})

test('papers belong to a customer that exists and is in use, and to whoever fills in, checks or signs', async () => {
  expect(await company.filler.refusal('attachments.add', order(await uploaded(), { customerId: 99 }))).toMatchObject({
    code: 'not-found',
  })
  expect(await company.filler.refusal('attachments.list', { customerId: 99 })).toMatchObject({ code: 'not-found' })
  expect(await company.accountant.refusal('attachments.add', order(await uploaded()))).toMatchObject({
    code: 'not-allowed',
  })
  expect(await logged('refused.attachment')).toMatchObject([{ person: '钱芳', facts: { code: 'not-allowed' } }])
  await add(company.signers.officeHead)
  await add(company.verifier)
  await add(company.accountant, pdf, { kind: 'signedPaper' }) // comes with the packet that is taken in
  await company.filler.ask('customers.archive', {
    requestId: randomUUID(),
    id: customerId,
    archived: true,
    reason: '不再与我们来往',
  })
  expect(await company.filler.refusal('attachments.add', order(await uploaded()))).toMatchObject({ code: 'archived' })
})

test('a copy is handed out as it was added, under its own name, and the log says to whom', async () => {
  const { id } = await add()
  const { download = '', fileName } = await company.accountant.ask('attachments.copy', { requestId: randomUUID(), id })
  const file = company.desk.backend.outboxFile(download)
  expect([fileName, file?.fileName]).toEqual(['执照 正本.pdf', '执照 正本.pdf'])
  expect(readFileSync(file?.path ?? '')).toEqual(pdf)
  expect(await logged('attachment.copy')).toMatchObject([{ person: '钱芳', facts: { attachment: String(id) } }])
  expect(await company.accountant.refusal('attachments.copy', { requestId: randomUUID(), id: 99 })).toMatchObject({
    code: 'not-found',
  })
})

test('a kept file that somebody changed or took away is not handed out, which is logged; adding it anew puts it back', async () => {
  const { id } = await add()
  const copy = () => company.filler.call('attachments.copy', { requestId: randomUUID(), id })
  chmodSync(kept(), 0o600)
  writeFileSync(kept(), '%PDF-1.7 forged')
  expect(await copy()).toMatchObject({ ok: false, error: { code: 'attachment-damaged' } })
  rmSync(kept())
  expect(await copy()).toMatchObject({ ok: false, error: { code: 'attachment-damaged' } })
  expect(await logged('attachment.damaged')).toHaveLength(2)
  await add()
  expect(await copy()).toMatchObject({ ok: true })
})
