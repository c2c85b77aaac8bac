import { readdirSync, statSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import path from 'node:path'
import type { Status } from '../../../shared/contract/shapes.ts'
import { helperReportTexts } from '../../../shared/text/helper-report.ts'
import { backupSettings } from '../database/backup-settings.ts'
import { errorCode } from '../database/start-failure.ts'
import type { Session } from './session.ts'

const logLines = 200

type Texts = (typeof helperReportTexts)[keyof typeof helperReportTexts]

/**
 * Versions, places, sizes and the last log lines as one text that a person can read, copy and send; no customer data. Whoever helps may
 * not read the language of the office: what the program calls a thing stands in brackets behind the words.
 */
export async function helperReport(session: Session): Promise<string> {
  const { dataDir, version, logger, clock } = session.options
  const status = session.status()
  const texts = helperReportTexts[status.language]
  const { node, electron } = process.versions as Partial<NodeJS.ProcessVersions>
  const disk = await session.backups.disk()
  return [
    `Kehu ${version} · ${clock().toISOString()}`,
    `node ${node ?? '?'} · electron ${electron ?? '-'} · ${platform()} ${release()} ${arch()}`,
    `${texts.dataFolder} (data) ${dataDir} · ${phaseWords(status, texts)}${status.sample ? ` · ${texts.sample} (sample)` : ''}`,
    [
      `${texts.lastBackup} (last backup) ${status.lastBackup ?? texts.none}`,
      secondCopy(session, texts),
      `${texts[`disk-${disk}`]} (disk ${disk})`,
      examined(session, texts),
    ].join(' · '),
    '',
    `${texts.files}:`,
    ...orCode(texts, () => sizes(dataDir)),
    '',
    `${texts.events}:`,
    ...orCode(texts, () => logger.tail(logLines)),
  ].join('\n')
}

/** Whether the data are open; who is signed in is nothing that a report says. */
function phaseWords({ phase, problem }: Status, texts: Texts): string {
  if (phase === 'broken')
    return `${texts['phase-broken']} (${problem ? `${problem.code}: ${problem.detail}` : 'broken'})`
  if (phase === 'opening' || phase === 'setup') return `${texts[`phase-${phase}`]} (${phase})`
  return `${texts['phase-open']} (open)`
}

function secondCopy({ options }: Session, texts: Texts): string {
  const [line] = orCode(texts, () => {
    const { place, lastCopy } = backupSettings(options.dataDir)
    if (place === undefined) return [`${texts.noSecondPlace} (no second place)`]
    return [`${texts.secondCopy} (second copy) ${lastCopy?.at ?? texts.none}`]
  })
  return line ?? ''
}

/** What the last look at every page came to, since the program was started. */
function examined({ backups }: Session, texts: Texts): string {
  const found = backups.examined()
  if (found === undefined) return `${texts.notExamined} (not examined)`
  return found.isSound
    ? `${texts.sound} (sound ${found.at})`
    : `${texts.unsound} (damaged ${found.at}: ${found.detail})`
}

function sizes(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    if (entry.isFile()) return [`${entry.name} ${statSync(path.join(dir, entry.name)).size}`]
    if (!entry.isDirectory()) return []
    const inside = readdirSync(path.join(dir, entry.name), { withFileTypes: true, recursive: true })
    const files = inside.filter(each => each.isFile()).map(each => statSync(path.join(each.parentPath, each.name)).size)
    return [`${entry.name}/ ${files.reduce((sum, size) => sum + size, 0)} (${files.length})`]
  })
}

/** What can not be read is a finding of its own, and the rest of the report is needed all the more. */
function orCode(texts: Texts, read: () => string[]): string[] {
  try {
    return read()
  } catch (error) {
    return [`${texts.unreadable} (not readable: ${errorCode(error)})`]
  }
}
