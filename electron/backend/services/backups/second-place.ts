import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { secondCopyDays } from '../../../../shared/domain/backups.ts'
import { backupSettings, putBackupSettings } from '../../database/backup-settings.ts'
import { inTransaction } from '../../database/connection.ts'
import { makeLock } from '../../database/sealed/seal-lock.ts'
import { setting } from '../../repositories/settings.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { audit } from '../audit/audit.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { knownLogBreak } from './broken-log.ts'
import { logLostAt } from './lost-log.ts'

// A copy that leaves the house can be guessed at by whoever holds it, with all the memory of the machine that does it.
const timesHarder = 8

/**
 * Sets the passphrase of all backups that leave this place. Copies from before keep theirs. The recovery code is kept nowhere: it is
 * answered once, so that it can be printed. Throws CallFailure `password-wrong`.
 */
export async function setPassphrase(
  context: Context,
  { password, passphrase }: Checked<'backups.setPassphrase'>,
): Promise<Output<'backups.setPassphrase'>> {
  const { db, dataDir, passwordCost, inTurn } = context
  await confirmPassword(context, password)
  const { lock, code } = await inTurn(() => makeLock(passphrase, passwordCost * timesHarder))
  inTransaction(db, () => {
    audit(context, { action: 'backup.passphrase', object: 'app' })
    putBackupSettings(dataDir, { lock })
  })
  return { code }
}

/** Chooses the second place. Throws CallFailure `password-wrong`, `passphrase-missing`, `place-unfit`. */
export async function setPlace(
  context: Context,
  { password, place }: Checked<'backups.setPlace'>,
): Promise<Output<'backups.setPlace'>> {
  const { db, dataDir } = context
  await confirmPassword(context, password)
  if (place !== null) {
    if (!backupSettings(dataDir).lock) throw new CallFailure('passphrase-missing')
    refuseUnfit(place, dataDir)
  }
  inTransaction(db, () => {
    audit(context, { action: 'backup.place', object: 'app', facts: { state: place === null ? 'none' : 'set' } })
    putBackupSettings(dataDir, { place: place ?? undefined, lastCopy: undefined, gone: undefined })
  })
  return {}
}

/** A second place is a folder that is there, can be written, and does not go with the data when they go. */
function refuseUnfit(place: string, dataDir: string): void {
  const inside = path.relative(dataDir, place)
  const isInside = inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside))
  const isFolder = path.isAbsolute(place) && statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
  if (!isFolder || isInside) throw new CallFailure('place-unfit')
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof Error) throw new CallFailure('place-unfit')
    throw error
  }
}

const day = 24 * 60 * 60 * 1000 // ms

/**
 * Whether the last good second copy is too old, which the sample company needs none of, whether a crash took the last saves along, and
 * where the log is known to be broken.
 */
export function backupHealth(context: Context): Output<'backups.health'> {
  const { db, dataDir, clock } = context
  const { place = null, lastCopy } = backupSettings(dataDir)
  const isFresh = lastCopy !== undefined && clock().getTime() - Date.parse(lastCopy.at) <= secondCopyDays * day
  const isLate = !isFresh && setting(db, 'sample') !== '1'
  return { place, lastCopy: lastCopy?.at ?? null, isLate, logLostAt: logLostAt(context), logBreak: knownLogBreak(db) }
}
