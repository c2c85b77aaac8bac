import { parentPort, workerData } from 'node:worker_threads'
import { backUp } from '../database/backup.ts'
import { checkBackup } from '../database/backup-file.ts'
import { bringIn } from '../database/bring-in.ts'
import { compact } from '../database/compact.ts'
import type { Connection } from '../database/connection.ts'
import { openReadOnly } from '../database/open.ts'
import { checkStored } from '../database/restore.ts'
import { SealFailure } from '../database/sealed/seal-failure.ts'
import { copyToPlace, packAll } from '../database/second-copy.ts'
import { startFailure } from '../database/start-failure.ts'
import type { BackupAnswers, BackupOrder, BackupResult } from './backup-order.ts'

/** The worker thread of backups: copies and checks through connections of its own, while everybody goes on working; it answers once and ends. */
async function carryOut(order: BackupOrder): Promise<BackupAnswers[BackupOrder['kind']]> {
  switch (order.kind) {
    case 'take':
      return backUp(order.database, order.dataDir, new Date(order.at), order.reason)
    case 'check':
      reading(order.database, db => checkStored(order.dataDir, order.file, db))
      return { file: order.file }
    case 'examine':
      reading(order.database, checkBackup)
      return { file: order.database }
    case 'copy':
      return { file: order.file, gone: copyToPlace(order, order.place, order.gone) }
    case 'pack':
      packAll(order, order.target)
      return { file: order.file }
    case 'compact':
      await compact(order.database)
      return { file: order.database }
    case 'open':
      return bringIn(order.source, order.secret, order.dataDir, new Date(order.at))
  }
}

function reading(database: string, look: (db: Connection) => void): void {
  const db = openReadOnly(database)
  try {
    look(db)
  } finally {
    db.close()
  }
}

async function answer(order: BackupOrder): Promise<BackupResult<BackupOrder['kind']>> {
  try {
    return { ok: true, value: await carryOut(order) }
  } catch (error) {
    if (error instanceof SealFailure) return { ok: false, seal: error.code }
    const { code, detail } = startFailure(error)
    return { ok: false, start: code, detail }
  }
}

// A rejection ends the thread and reaches the caller as an error of the worker.
void answer(workerData as BackupOrder).then(result => parentPort?.postMessage(result))
