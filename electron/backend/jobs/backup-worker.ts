import { parentPort, workerData } from 'node:worker_threads'
import { takeBackup } from '../database/backup.ts'
import { openReadOnly } from '../database/open.ts'
import { checkStored } from '../database/restore.ts'
import { startFailure } from '../database/start-failure.ts'
import type { BackupAnswers, BackupOrder, BackupResult, CheckOrder, TakeOrder } from './backup-order.ts'

/** The worker thread of backups: copies and checks through connections of its own, while everybody goes on working; it answers once and ends. */
async function carryOut(order: BackupOrder): Promise<BackupAnswers[BackupOrder['kind']]> {
  switch (order.kind) {
    case 'take':
      return { file: await take(order) }
    case 'check':
      return { file: check(order) }
  }
}

async function take({ database, dataDir, at, reason }: TakeOrder): Promise<string> {
  const db = openReadOnly(database)
  try {
    return await takeBackup(db, dataDir, new Date(at), reason)
  } finally {
    db.close()
  }
}

function check({ database, dataDir, file }: CheckOrder): string {
  const db = openReadOnly(database)
  try {
    checkStored(dataDir, file, db)
    return file
  } finally {
    db.close()
  }
}

async function answer(order: BackupOrder): Promise<BackupResult<BackupOrder['kind']>> {
  try {
    return { ok: true, value: await carryOut(order) }
  } catch (error) {
    const { code, detail } = startFailure(error)
    return { ok: false, code, detail }
  }
}

// A rejection ends the thread and reaches the caller as an error of the worker.
void answer(workerData as BackupOrder).then(result => parentPort?.postMessage(result))
