import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { giveToUser } from './ordinary-user.ts'

const workerPath = path.resolve(import.meta.dirname, '../../../out/app/report-worker.cjs')

let made: Promise<string> | undefined

/**
 * Puts the data of the sample company into a folder that is not there yet. They are made once for all the specs of a process: making them
 * takes as long as all else that a start does.
 */
export async function copySample(dataDir: string): Promise<void> {
  made ??= makeSample()
  cpSync(await made, dataDir, { recursive: true })
  for (const name of ['backups', 'logs']) rmSync(path.join(dataDir, name), { recursive: true, force: true })
  const copied = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
  giveToUser(dataDir, ...copied.map(name => path.join(dataDir, name)))
}

async function makeSample(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kehu-sample-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const backend = createBackend({ dataDir: folder, sample: true, version: '0.0.0', workerPath })
  const status = () => backend.handle('app.status', {})
  await expect.poll(status).toMatchObject({ ok: true, value: { phase: 'signedOut' } })
  await backend.close()
  return folder
}
