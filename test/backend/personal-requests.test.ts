import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Values } from '../../shared/catalogue/field.ts'
import type { Caller } from './desk.ts'
import { addIdentityPaper, recordConsent, recordPurposes } from './consent.ts'
import { loggedOf, readyDesk } from './desk.ts'
import { movingClock } from './moving-clock.ts'
import { reopen } from '../excel/read-back.ts'

const principal = 'people.principal.1'
const person: Values = {
  'customer.name': '明珠粮油店',
  'customer.ownershipType': 'individual',
  [`${principal}.name`]: '沈国平',
  [`${principal}.birth`]: '1968-05',
  'people.buyer.1.name': '王芳',
  'people.buyer.1.birth': '1971-02',
  'credit.owner.origin': '浙江德清',
}

async function deskWithPerson() {
  const clock = movingClock('2026-11-27')
  const desk = await readyDesk({ clock: clock.now })
  const { id } = await desk.create(person)
  return { desk, id, clock }
}

const request = (by: Caller, customerId: number, receivedOn: string) =>
  by.ask('personal.request', {
    requestId: randomUUID(),
    customerId,
    subject: principal,
    kind: 'delete',
    receivedOn,
    note: '门店当面提出',
  })

const today = async (by: Caller, key: 'personalOpen' | 'personalLate') =>
  (await by.ask('today.rows', { key })).rows.map(({ title, on }) => [title, on])

test('a request is due fifteen working days later, stands on 今日, turns red, and ends with what came of it', async () => {
  const { desk, id, clock } = await deskWithPerson()
  // A Friday: three weeks of five days later it is a Friday again.
  const { id: requested, dueOn } = await request(desk, id, '2026-11-27')
  expect(dueOn).toBe('2026-12-18')
  expect(await today(desk, 'personalOpen')).toEqual([['明珠粮油店 · 沈国平', dueOn]])
  clock.goTo('2026-12-18')
  await desk.ask('session.unlock', { password: 'desk-password' })
  expect(await today(desk, 'personalLate')).toEqual([])
  clock.goTo('2026-12-19')
  await desk.ask('session.unlock', { password: 'desk-password' })
  expect(await today(desk, 'personalLate')).toEqual([['明珠粮油店 · 沈国平', dueOn]])
  const refusal = { requestId: randomUUID(), id: requested, done: false }
  expect(await desk.refusal('personal.closeRequest', { ...refusal, outcome: '' })).toMatchObject({
    code: 'reason-missing',
  })
  await desk.ask('personal.closeRequest', { ...refusal, outcome: '合同未了结，依法保存' })
  expect(await today(desk, 'personalLate')).toEqual([])
  const { requests } = await desk.ask('personal.ofPerson', { customerId: id, subject: principal })
  expect(requests).toMatchObject([{ state: 'refused', outcome: '合同未了结，依法保存', closedOn: '2026-12-19' }])
  const again = { requestId: randomUUID(), id: requested, done: true, outcome: '' }
  expect(await desk.refusal('personal.closeRequest', again)).toMatchObject({ code: 'wrong-state' })
  const rows = [...(await loggedOf(desk, 'personal.request')), ...(await loggedOf(desk, 'personal.refuse'))]
  expect(rows).toHaveLength(2)
  for (const secret of ['沈国平', '门店当面', '合同未了结']) expect(JSON.stringify(rows)).not.toContain(secret)
})

test('a person is told everything that is kept about them and nothing of anybody else, behind the mask', async () => {
  const { desk, id } = await deskWithPerson()
  await recordPurposes(desk)
  await recordConsent(desk, id, ['identityCard'])
  await addIdentityPaper({ desk }, desk, id)
  const about = () => desk.ask('personal.ofPerson', { customerId: id, subject: principal })
  const masked = await about()
  expect(masked.boxes.sort()).toEqual(['credit.owner.origin', `${principal}.birth`, `${principal}.name`])
  expect(masked.values).toEqual({ [`${principal}.name`]: '沈国平' })
  expect(masked.papers.map(({ fileName }) => fileName)).toEqual(['身份证.pdf'])
  expect(masked.reveals).toEqual([])
  await desk.ask('personal.reveal', { customerId: id })
  const shown = await about()
  expect(shown.values[`${principal}.birth`]).toBe('1968-05')
  expect(shown.reveals.map(({ by }) => by)).toEqual(['林晓'])
  const print = { requestId: randomUUID(), id, forms: ['KH001' as const] }
  await desk.ask('exports.printed', { ...print, withDelicate: false })
  expect((await about()).exports).toEqual([])
  await desk.ask('exports.printed', { ...print, requestId: randomUUID(), withDelicate: true, reason: '交给总经理看' })
  expect((await about()).exports).toMatchObject([{ by: '林晓', whole: false }])
})

test('the copy for a person says all of it, needs a reason, and its making is in the log', async () => {
  const { desk, id } = await deskWithPerson()
  const order = { requestId: randomUUID(), customerId: id, subject: principal, language: 'zh-CN' as const }
  expect(await desk.refusal('personal.copy', { ...order, reason: '要' })).toMatchObject({ code: 'reason-missing' })
  const { download = '', fileName } = await desk.ask('personal.copy', { ...order, reason: '本人要求查看' })
  expect(fileName).toMatch(/^个人信息副本 沈国平/)
  const { worksheets } = await reopen(desk.backend.outboxFile(download)?.path ?? '')
  const text = JSON.stringify(worksheets[0]?.getSheetValues())
  for (const word of ['1968', '浙江德清', '沈国平']) expect(text).toContain(word)
  for (const word of ['王芳', '1971']) expect(text).not.toContain(word)
  expect((await loggedOf(desk, 'personal.copy')).map(({ reason }) => reason)).toEqual(['本人要求查看'])
  await desk.addAccount({ name: '孙磊', roles: ['administrator'] })
  const administrator = await desk.as('孙磊')
  // Who may not see delicate boxes does not take them along either.
  expect(
    await administrator.refusal('personal.copy', { ...order, requestId: randomUUID(), reason: '本人要求查看' }),
  ).toMatchObject({ code: 'not-allowed' })
})
