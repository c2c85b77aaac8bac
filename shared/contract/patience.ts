import type { CallName } from './contract.ts'

const minute = 60_000

// By name, so that a page need not load the checks of every call to know how long it waits for one.
const longCalls: ReadonlySet<string> = new Set<CallName>([
  // Those that deliver a file.
  'exports.forms',
  'exports.register',
  'reports.approvalLog',
  'reports.limitLedger',
  'attachments.copy',
  'packets.make',
  'packets.sign',
  'audit.export',
  'reports.staleCards',
  'imports.errorSheet',
  'imports.template',
  'backups.takeAlong',
  'personal.copy',
  // Those that open a database, read or write very much.
  'app.setUp',
  'app.reopen',
  'app.restore',
  'imports.look',
  'imports.check',
  'imports.commit',
  'imports.undo',
  'duplicates.scan',
  'customers.merge',
  'backups.take',
  'personal.erase',
  'backups.restore',
  'backups.copy',
  'backups.bringIn',
  // Those that read every page of it.
  'backups.examine',
  'audit.verify',
  'app.bringIn',
])

/**
 * How many milliseconds a caller waits before it takes the other side for dead, so that no call hangs for ever. Making a
 * file and opening or restoring a database may take minutes; everything else is a matter of milliseconds.
 */
export function patience(name: string): number {
  return longCalls.has(name) ? 15 * minute : minute
}
