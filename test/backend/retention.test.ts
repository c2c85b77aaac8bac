import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountPath, healthPath, type PersonalClass } from '../../shared/domain/personal.ts'
import { addIdentityPaper, createWithHealth, recordConsent, recordPurpose, recordPurposes } from './consent.ts'
import { deskPassword, loggedOf, readyDesk } from './desk.ts'
import { movingClock } from './moving-clock.ts'

async function deskWithHealth() {
  const clock = movingClock('2026-11-23')
  const desk = await readyDesk({ clock: clock.now })
  const values = { 'customer.name': '明珠粮油店', 'people.principal.1.name': '沈国平', [healthPath]: 'good' }
  const { id } = await createWithHealth(desk, values)
  const goTo = async (day: string) => {
    clock.goTo(day)
    await desk.ask('session.unlock', { password: deskPassword })
  }
  const listed = async () =>
    (await desk.ask('personal.retention', {})).rows.map(({ class: group, since, dueOn }) => [group, since, dueOn])
  const count = async () =>
    (await desk.ask('today.summary', {})).counts.find(({ key }) => key === 'retention')?.count ?? 0
  return { desk, id, goTo, listed, count }
}

test('personal data is listed when its time is over, by group, and stays until a person decides', async () => {
  const { desk, id, goTo, listed, count } = await deskWithHealth()
  await recordPurpose(desk, 'guarded', { retentionMonths: 1 })
  await goTo('2027-11-23')
  expect(await listed()).toEqual([])
  await goTo('2027-11-24')
  // Twelve months after the last change; of 慎用 there is nothing on the card.
  expect(await listed()).toEqual([['health', '2026-11-23', '2027-11-23']])
  expect(await count()).toBe(1)
  expect((await desk.whole(id)).values[healthPath]).toBe('good')
  await desk.save(id, 99, { [healthPath]: { from: 'good', to: null } })
  expect([await listed(), await count()]).toEqual([[], 0])
})

test('what is kept on has a reason and a day, is in the log, and comes back after it', async () => {
  const { desk, id, goTo, listed } = await deskWithHealth()
  await goTo('2027-12-01')
  const keep = { requestId: randomUUID(), customerId: id, class: 'health' as const, until: '2028-01-31' }
  expect(await desk.refusal('personal.keepOn', { ...keep, reason: '' })).toMatchObject({ code: 'reason-missing' })
  const past = { ...keep, until: '2027-12-01', reason: '合同未了结' }
  expect(await desk.refusal('personal.keepOn', past)).toMatchObject({ code: 'period-invalid' })
  await desk.ask('personal.keepOn', { ...keep, reason: '合同未了结' })
  expect(await listed()).toEqual([])
  await goTo('2028-01-31')
  expect(await listed()).toEqual([])
  await goTo('2028-02-01')
  expect(await listed()).toHaveLength(1)
  expect((await loggedOf(desk, 'retention.keep')).map(({ reason, facts }) => [reason, facts])).toEqual([
    ['合同未了结', { class: 'health', until: '2028-01-31' }],
  ])
})

test('the time runs from the day on which a customer was put aside, and the list is the administrator’s', async () => {
  const { desk, id, goTo, listed } = await deskWithHealth()
  await goTo('2027-06-01')
  await desk.ask('customers.archive', { requestId: randomUUID(), id, archived: true, reason: '不再往来了' })
  await goTo('2028-06-01')
  expect(await listed()).toEqual([])
  await goTo('2028-06-02')
  expect(await listed()).toEqual([['health', '2027-06-01', '2028-06-01']])
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const filler = await desk.as('孙磊')
  expect(await filler.refusal('personal.retention', {})).toMatchObject({ code: 'not-allowed' })
})

test.each([true, false])(
  'each group is deleted alone, of a customer that is put aside: %s, and the others stay listed',
  async archived => {
    const { desk, id, goTo, listed } = await deskWithHealth()
    await recordPurposes(desk)
    const kinds: PersonalClass[] = ['health', 'bankAccount', 'identityCard', 'guarded']
    await recordConsent(desk, id, kinds)
    await desk.save(id, 99, {
      'customer.ownershipType': { from: null, to: 'individual' },
      [accountPath]: { from: null, to: '6222021202012345678' },
      'people.buyer.1.name': { from: null, to: '王芳' },
      'people.buyer.1.birth': { from: null, to: '1971-02' },
    })
    const paper = await addIdentityPaper({ desk }, desk, id)
    // A consent rests on the paper, so that its empty place stays.
    const consent = { subject: 'people.principal.1', classes: ['guarded' as const], givenOn: '2026-11-02' }
    const shown = { manner: 'written' as const, note: null, attachmentId: paper }
    await desk.ask('personal.recordConsent', { requestId: randomUUID(), customerId: id, ...consent, ...shown })
    if (archived)
      await desk.ask('customers.archive', { requestId: randomUUID(), id, archived: true, reason: '不再往来了' })
    await goTo('2028-11-24')
    const { rows } = await desk.ask('personal.retention', {})
    expect(Object.fromEntries(rows.map(({ class: group, subject }) => [group, subject]))).toEqual({
      health: 'people.principal.1',
      bankAccount: 'people.principal.1',
      identityCard: 'people.principal.1',
      guarded: 'people.buyer.1',
    })
    const left = new Set<unknown>(kinds)
    for (const row of rows) {
      const order = { customerId: id, subject: row.subject, scope: row.class, reason: '保存期限已过' }
      await desk.ask('personal.erase', { requestId: randomUUID(), ...order, password: deskPassword })
      left.delete(row.class)
      expect(new Set((await listed()).map(([group]) => group))).toEqual(left)
    }
    const { values } = await desk.whole(id)
    expect(values).toMatchObject({ 'people.principal.1.name': '沈国平', 'people.buyer.1.name': '王芳' })
    expect(values).not.toHaveProperty([accountPath])
  },
)

test('the account of a firm is not listed, whatever its kind says in words', async () => {
  const { desk, goTo, listed } = await deskWithHealth()
  await recordPurposes(desk)
  const kinds = { 'customer.ownershipType': 'other', [accountPath]: '1202021409900567316' }
  await desk.create({ 'customer.name': '大华供销社', 'customer.ownershipTypeOther': '供销社', ...kinds })
  await goTo('2028-11-24')
  expect((await listed()).map(([group]) => group)).toEqual(['health'])
})
