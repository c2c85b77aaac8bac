import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { healthPath } from '../../shared/domain/personal.ts'
import { createWithHealth, recordPurpose } from './consent.ts'
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
