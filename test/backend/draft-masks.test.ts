import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Value } from '../../shared/catalogue/field.ts'
import { deskAt, firstRun, loggedOf, temporaryFolder } from './desk.ts'

const home = 'people.principal.1.homeAddress'
const account = 'customer.bankAccountNo'
const fax = 'customer.fax'
const secret = {
  [home]: { from: '良渚', value: '余杭文一西路' },
  [account]: { from: null, value: '6222021202012345678' },
}

/** A card with an address, and a colleague's draft that changes it. */
async function secretDraft() {
  const dir = temporaryFolder()
  const desk = deskAt(dir)
  await desk.ask('app.setUp', firstRun)
  const { id, revision } = await desk.create({ 'customer.name': '甲', 'people.principal.1.name': '王', [home]: '良渚' })
  const key = `customer:${id}:${randomUUID()}`
  const cells = { ...secret, [fax]: { from: null, value: '1' } }
  await desk.ask('drafts.put', { key, revision, cells })
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  return { dir, desk, id, key, revision, filler: await desk.as('孙磊') }
}

test('delicate boxes of a draft are masked for everybody, also for whoever typed them, and say nothing of what stood there', async () => {
  const { desk, filler, id } = await secretDraft()
  for (const person of [desk, filler]) {
    const { draft } = await person.ask('customers.open', { id })
    expect(draft).toMatchObject({
      cells: { [fax]: { from: null, value: '1' } },
      masked: { [home]: '****', [account]: '**** 5678' },
    })
    expect(JSON.stringify(draft)).not.toMatch(/良渚|余杭|6222/)
  }
  const key = `new:${randomUUID()}`
  await desk.ask('drafts.put', { key, revision: 0, cells: secret })
  expect(JSON.stringify(await filler.ask('drafts.list', {}))).not.toMatch(/良渚|余杭|6222/)
})

test('a draft is revealed with its card, in one row of the log, and no draft of another customer', async () => {
  const { desk, filler, id, key } = await secretDraft()
  const shown = await filler.ask('personal.reveal', { customerId: id, draftKey: key })
  expect(shown).toMatchObject({ values: { [home]: '良渚' }, cells: secret })
  const fresh = `new:${randomUUID()}`
  await desk.ask('drafts.put', { key: fresh, revision: 0, cells: secret })
  expect(await filler.ask('personal.reveal', { draftKey: fresh })).toMatchObject({ values: {}, cells: secret })
  const other = await desk.create({ 'customer.name': '乙' })
  for (const draftKey of [key, fresh])
    expect(await filler.ask('personal.reveal', { customerId: other.id, draftKey })).toMatchObject({ cells: {} })
  expect(await filler.ask('personal.reveal', { draftKey: key })).toMatchObject({ cells: {} })
  expect(await filler.refusal('personal.reveal', {})).toMatchObject({ code: 'not-found' })
  const rows = await loggedOf(desk, 'personal.reveal')
  expect(
    rows
      .map(({ object, facts }) => [object, facts['boxes']])
      .reverse()
      .slice(0, 2),
  ).toEqual([
    [`customer:${id}`, '2'],
    ['draft', '2'],
  ])
})

test('whoever goes on with a draft and has seen its masks alone keeps what it says, over a restart, and saves it', async () => {
  const { dir, desk, filler, id, key, revision } = await secretDraft()
  const kept = [home, account]
  await filler.ask('drafts.put', { key, revision, cells: { [fax]: { from: null, value: '2' } }, kept })
  await desk.backend.close()
  const again = deskAt(dir)
  await again.signIn()
  expect((await again.ask('customers.open', { id })).draft?.masked).toEqual({ [home]: '****', [account]: '**** 5678' })
  const changes: Record<string, { from: Value; to: Value }> = { [fax]: { from: null, to: '2' } }
  const save = { requestId: randomUUID(), draftKey: key, kept, id, revision, changes }
  const saved = await again.ask('customers.save', save)
  expect(saved).toMatchObject({ values: { [fax]: '2' }, masked: { [home]: '****', [account]: '**** 5678' } })
  expect((await again.whole(id)).values).toMatchObject({ [home]: '余杭文一西路', [account]: '6222021202012345678' })
  expect((await again.ask('customers.open', { id })).draft).toBeNull()
  // Asked once more after its answer was lost, although the draft has ended with it.
  expect(await again.ask('customers.save', save)).toMatchObject({ revision: saved.revision })
})

test('a new card is made with what its draft alone knows', async () => {
  const { desk } = await secretDraft()
  const key = `new:${randomUUID()}`
  await desk.ask('drafts.put', { key, revision: 0, cells: secret })
  const values = { 'customer.name': '丙', 'people.principal.1.name': '李' }
  const kept = [home, account]
  const made = await desk.ask('customers.create', { requestId: randomUUID(), draftKey: key, kept, values })
  expect(made.masked).toMatchObject({ [home]: '****' })
  expect((await desk.whole(made.id)).values).toMatchObject({ [home]: '余杭文一西路' })
})

test('nothing is saved where the draft has ended elsewhere, is of another customer, or holds a text nobody understands', async () => {
  const { desk, id, key, revision } = await secretDraft()
  const other = await desk.create({ 'customer.name': '乙' })
  const ask = (more: object) =>
    desk.refusal('customers.save', {
      requestId: randomUUID(),
      draftKey: key,
      kept: [home],
      id,
      revision,
      changes: {},
      ...more,
    })
  const gone = { code: 'draft-gone', fields: [home] }
  expect(await ask({ id: other.id })).toMatchObject(gone)
  const unread = { [home]: { from: null, value: null, entry: '？' } }
  await desk.ask('drafts.put', { key, revision, cells: unread })
  expect(await ask({})).toMatchObject({ code: 'invalid-input', fields: [home] })
  await desk.ask('drafts.discard', { key })
  expect(await ask({})).toMatchObject(gone)
})

test('a box of a draft that somebody else has changed since is a clash, though the page has only seen its mask', async () => {
  const { desk, id, key, revision } = await secretDraft()
  await desk.save(id, revision, { [home]: { from: '良渚', to: '滨江' } })
  const save = { requestId: randomUUID(), draftKey: key, kept: [home], id, revision, changes: {} }
  expect(await desk.refusal('customers.save', save)).toMatchObject({ code: 'conflict', fields: [home] })
})
