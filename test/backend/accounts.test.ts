import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import { type Desk, loggedOf, readyDesk } from './desk.ts'

const nobody = { staffNo: null, phone: null, address: null, bankAccountNo: null }

const add = (desk: Desk, name: string, more: Partial<Input<'accounts.add'>> = {}) =>
  desk.call('accounts.add', {
    requestId: randomUUID(),
    name,
    ...nobody,
    roles: ['filler'],
    password: 'first-password',
    ...more,
  })

const change = (desk: Desk, id: number, more: Partial<Input<'accounts.change'>>) =>
  desk.call('accounts.change', {
    requestId: randomUUID(),
    id,
    name: '林晓',
    ...nobody,
    roles: ['administrator', 'filler'],
    disabled: false,
    ...more,
  })

test('the same name is one person, however it is written, unless both have staff numbers of their own', async () => {
  const desk = await readyDesk()
  expect(await add(desk, ' 孙 磊 ', { staffNo: 'A1' })).toMatchObject({ value: { name: '孙 磊', staffNo: 'A1' } })
  expect(await add(desk, '孙磊')).toMatchObject({ error: { code: 'name-taken', fields: ['name'] } })
  expect(await add(desk, '孙　磊', { staffNo: 'A1' })).toMatchObject({ error: { code: 'name-taken' } })
  expect(await add(desk, '周敏', { staffNo: 'A1' })).toMatchObject({
    error: { code: 'name-taken', fields: ['staffNo'] },
  })
  expect(await add(desk, '孙\u200b磊')).toMatchObject({ error: { code: 'name-taken' } })
  const namesake = await add(desk, '孙磊', { staffNo: 'A2' })
  expect(namesake).toMatchObject({ ok: true })
  const { accounts } = await desk.ask('accounts.list', {})
  const id = accounts.find(({ staffNo }) => staffNo === 'A2')?.id ?? 0
  expect(await change(desk, id, { name: '孙磊', roles: ['filler'] })).toMatchObject({ error: { code: 'name-taken' } })
  await change(desk, id, { name: '孙磊', staffNo: 'A2', roles: ['filler'], disabled: true })
  expect(await add(desk, '孙磊')).toMatchObject({ error: { code: 'name-taken' } })
})

test('an account that is asked for twice under one request is made once', async () => {
  const desk = await readyDesk()
  const requestId = randomUUID()
  expect(await add(desk, '孙磊', { requestId })).toEqual(await add(desk, '孙磊', { requestId }))
  expect((await desk.ask('accounts.list', {})).accounts).toHaveLength(2)
})

test('a post is given neither with an account nor by changing one, but it is taken away like any role', async () => {
  const desk = await readyDesk()
  expect(await add(desk, '周敏', { roles: ['officeHead'] })).toMatchObject({ error: { code: 'not-allowed' } })
  const { id } = await desk.addAccount({ name: '周敏', roles: ['filler'] })
  const wanted = { name: '周敏', roles: ['filler', 'officeHead'] as const }
  expect(await change(desk, id, { ...wanted, roles: [...wanted.roles] })).toMatchObject({
    error: { code: 'not-allowed' },
  })
  const post = { kind: 'post', account: id, post: 'officeHead' } as const
  await desk.ask('policy.propose', { requestId: randomUUID(), change: post, reason: '' })
  expect(await change(desk, id, { name: '周敏', roles: ['officeHead', 'administrator'] })).toMatchObject({
    error: { code: 'roles-contradict' },
  })
  expect(await change(desk, id, { name: '周敏', roles: ['verifier'] })).toMatchObject({
    value: { roles: [{ role: 'verifier' }] },
  })
  expect((await loggedOf(desk, 'account.change'))[0]?.facts).toMatchObject({
    given: 'verifier',
    taken: expect.stringContaining('officeHead'),
  })
})

test('the last administrator stays one, until there is another whose account is open', async () => {
  const desk = await readyDesk()
  const last = { error: { code: 'last-administrator' } }
  expect(await change(desk, 1, { roles: ['filler'] })).toMatchObject(last)
  expect(await change(desk, 1, { disabled: true })).toMatchObject(last)
  const { id } = await desk.addAccount({ name: '何静', roles: ['administrator'] })
  await change(desk, id, { name: '何静', roles: ['administrator'], disabled: true })
  expect(await change(desk, 1, { roles: ['filler'] })).toMatchObject(last)
  await change(desk, id, { name: '何静', roles: ['administrator'] })
  expect(await change(desk, 1, { roles: ['filler'] })).toMatchObject({ ok: true })
  expect(await desk.refusal('accounts.list', {})).toMatchObject({ code: 'not-allowed' })
})

test('what is done to accounts is in the log, by whom and to whom, and nothing that only they should know', async () => {
  const desk = await readyDesk()
  const { id } = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  await change(desk, id, { name: '孙磊', phone: '13957110011', roles: ['filler'] })
  await change(desk, id, { name: '孙磊', phone: '13957110011', roles: ['filler'], disabled: true })
  await desk.ask('accounts.resetPassword', { requestId: randomUUID(), id, password: 'another-password' })
  const all = [...(await loggedOf(desk, 'account.add')), ...(await loggedOf(desk, 'account.change'))]
  expect(all.map(({ facts }) => facts)).toEqual([
    { account: String(id), roles: 'filler' },
    { account: String(id), disabled: '1' },
    { account: String(id), changed: 'phone' },
  ])
  expect((await loggedOf(desk, 'account.password')).map(({ person, facts }) => [person, facts['reset']])).toEqual([
    ['林晓', '1'],
    ['孙磊', undefined],
  ])
  expect(JSON.stringify(all)).not.toContain('13957110011')
})

test('an administrator corrects the name of the company, and the log keeps both', async () => {
  const desk = await readyDesk()
  await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  const order = { requestId: randomUUID(), company: '  杭州明珠商贸有限公司 ' }
  expect((await (await desk.as('孙磊')).refusal('company.rename', order)).code).toBe('not-allowed')
  await desk.ask('company.rename', order)
  await desk.ask('company.rename', order)
  expect(await desk.ask('app.status', {})).toMatchObject({ company: '杭州明珠商贸有限公司' })
  expect((await loggedOf(desk, 'company.rename')).map(({ facts }) => facts)).toEqual([
    { from: '杭州明珠商贸', to: '杭州明珠商贸有限公司' },
  ])
  expect((await desk.refusal('company.rename', { requestId: randomUUID(), company: ' ' })).code).toBe('invalid-input')
})

test('people to choose from are those whose account is open, the last one who signed in first', async () => {
  const desk = await readyDesk()
  const { id } = await desk.addAccount({ name: '孙磊', roles: ['filler'] })
  await desk.addAccount({ name: '何静', roles: ['auditor'] })
  await desk.as('孙磊')
  const names = async () => (await desk.ask('session.people', {})).people.map(({ name }) => name)
  expect((await names())[0]).toBe('孙磊')
  await change(desk, id, { name: '孙磊', roles: ['filler'], disabled: true })
  expect(await names()).toEqual(['何静', '林晓'])
  expect((await desk.ask('accounts.people', {})).people).toEqual([
    { id: 1, name: '林晓', roles: ['administrator', 'filler'], readings: ['lx', 'linxiao'] },
    { id: 3, name: '何静', roles: ['auditor'], readings: ['hj', 'hejing'] },
  ])
})
