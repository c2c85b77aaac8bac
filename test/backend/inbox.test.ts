import { randomUUID } from 'node:crypto'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createInbox } from '../../electron/backend/services/inbox.ts'
import { uploadLimit } from '../../shared/contract/uploads.ts'
import { temporaryFolder } from './desk.ts'

const text = (words: string) => [Buffer.from(words)]

test('a file waits for its call, is private, and is used up', async () => {
  const dir = temporaryFolder()
  const inbox = createInbox(dir, randomUUID)
  const upload = await inbox.receive([Buffer.from('%PDF'), Buffer.from('-1.7')])
  const { mode } = statSync(path.join(dir, 'inbox', upload))
  expect(process.platform === 'win32' ? 0 : mode & 0o077).toBe(0)
  expect(inbox.peek(upload.toUpperCase()).toString()).toBe('%PDF-1.7')
  expect(inbox.take(upload).toString()).toBe('%PDF-1.7')
  expect(() => inbox.take(upload)).toThrow('upload-gone')
  expect(() => inbox.peek('../kehu.sqlite')).toThrow('upload-gone')
})

test('a file of exactly the limit is taken, one byte more is not, and nothing of it stays', async () => {
  const dir = temporaryFolder()
  const inbox = createInbox(dir, randomUUID)
  const upload = await inbox.receive([Buffer.alloc(uploadLimit)])
  expect(inbox.take(upload)).toHaveLength(uploadLimit)
  await expect(inbox.receive([Buffer.alloc(uploadLimit), Buffer.alloc(1)])).rejects.toThrow('file-too-large')
  expect(readdirSync(path.join(dir, 'inbox'))).toEqual([])
})

test('fifty files wait at most, the oldest goes first, and none survives an opening', async () => {
  const dir = temporaryFolder()
  const inbox = createInbox(dir, randomUUID)
  const first = await inbox.receive(text('first'))
  utimesSync(path.join(dir, 'inbox', first), 1, 1)
  let last = first
  for (let count = 1; count < 51; count++) last = await inbox.receive(text('another'))
  expect(readdirSync(path.join(dir, 'inbox'))).toHaveLength(50)
  expect(() => inbox.peek(first)).toThrow('upload-gone')
  expect(inbox.peek(last).toString()).toBe('another')
  inbox.empty()
  expect(() => inbox.peek(last)).toThrow('upload-gone')
})
