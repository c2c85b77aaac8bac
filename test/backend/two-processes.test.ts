import { chmodSync } from 'node:fs'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { deskAt, listing, readyDesk, temporaryFolder } from './desk.ts'
import { heard, otherProcess } from './other-process.ts'

test('whoever comes second is told who has the folder, touches nothing, and gets it when the first one dies', async () => {
  const dir = temporaryFolder()
  const other = otherProcess('hold', dir)
  expect(await heard(other)).toMatchObject({ value: { phase: 'ready' } })
  const desk = deskAt(dir)
  const status = await desk.ask('app.reopen', {})
  expect(status).toMatchObject({ phase: 'broken', problem: { code: 'data-in-use' } })
  expect(status.problem?.holder).toContain(hostname())
  expect(await desk.refusal('app.restore', { file: '' })).toMatchObject({ code: 'not-ready' })
  await other.kill()
  expect(await desk.ask('app.reopen', {})).toMatchObject({ phase: 'signedOut', company: '明珠' })
})

test('the same process can not open a folder twice either', async () => {
  const first = await readyDesk()
  const second = deskAt(first.dir)
  expect((await second.ask('app.reopen', {})).problem?.code).toBe('data-in-use')
  await first.backend.close()
  expect((await second.ask('app.reopen', {})).phase).toBe('signedOut')
})

test('customers that were acknowledged are there after the process was killed in the middle of saving', async () => {
  for (const acknowledged of [1, 40, 90]) {
    const dir = temporaryFolder()
    const other = otherProcess('save', dir)
    await heard(other)
    let last = { id: 0 }
    for (let count = 0; count < acknowledged; count++) last = (await heard(other)) as { id: number }
    await other.kill()
    const desk = deskAt(dir)
    await desk.signIn()
    const { total } = await desk.ask('customers.list', listing('甲'))
    expect(total).toBeGreaterThanOrEqual(acknowledged)
    expect(await desk.ask('customers.open', { id: last.id })).toMatchObject({
      values: { 'customer.name': expect.stringMatching(/^甲\d+$/) as unknown, 'productLines.1.line': '米' },
    })
    // The next number goes on where the last saved one stood, and every customer has all of its history.
    expect((await desk.create({ 'customer.name': '乙' })).id).toBe(total + 1)
    expect((await desk.ask('customers.history', { id: total })).entries).toHaveLength(6)
    await desk.backend.close()
  }
})

// Root may write anywhere, so the other process is somebody else; without root this process is already an ordinary user.
const nobody = process.getuid?.() === 0 ? 65_534 : undefined

test.runIf(process.platform !== 'win32').each([
  ['written', 0o555],
  ['looked into', 0o000],
])('a folder that can not be %s is told apart', async (_, mode) => {
  const desk = await readyDesk()
  await desk.backend.close()
  chmodSync(desk.dir, mode)
  expect(await heard(otherProcess('status', desk.dir, nobody))).toMatchObject({
    value: { phase: 'broken', problem: { code: 'data-read-only' } },
  })
  chmodSync(desk.dir, 0o755)
})
