import { readdirSync, statSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import path from 'node:path'
import { backupSettings } from '../database/backup-settings.ts'
import { errorCode } from '../database/start-failure.ts'
import type { Session } from './session.ts'

const logLines = 200

/** Versions, places, sizes and the last log lines as one text that a person can read, copy and send; no customer data. */
export async function helperReport(session: Session): Promise<string> {
  const { dataDir, version, logger, clock } = session.options
  const { phase, problem, sample, lastBackup } = session.status()
  const { node, electron } = process.versions as Partial<NodeJS.ProcessVersions>
  return [
    `Kehu ${version} · ${clock().toISOString()}`,
    `node ${node ?? '?'} · electron ${electron ?? '-'} · ${platform()} ${release()} ${arch()}`,
    `data ${dataDir} · ${phase}${problem ? ` · ${problem.code} (${problem.detail})` : ''}${sample ? ' · sample' : ''}`,
    `last backup ${lastBackup ?? '-'} · ${secondCopy(session)} · disk ${await session.backups.disk()}`,
    ...orCode(() => sizes(dataDir)),
    '',
    ...orCode(() => logger.tail(logLines)),
  ].join('\n')
}

function secondCopy({ options }: Session): string {
  const [line] = orCode(() => {
    const { place, lastCopy } = backupSettings(options.dataDir)
    return [place === undefined ? 'no second place' : `second copy ${lastCopy?.at ?? '-'}`]
  })
  return line ?? ''
}

function sizes(dir: string): string[] {
  const names = readdirSync(dir, { withFileTypes: true })
  return names
    .filter(entry => entry.isFile())
    .map(entry => `${entry.name} ${statSync(path.join(dir, entry.name)).size}`)
}

/** What can not be read is a finding of its own, and the rest of the report is needed all the more. */
function orCode(read: () => string[]): string[] {
  try {
    return read()
  } catch (error) {
    return [`not readable: ${errorCode(error)}`]
  }
}
