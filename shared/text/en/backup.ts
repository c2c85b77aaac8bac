import type { BackupTexts } from '../zh-CN/backup.ts'

/** The words of backups in English. */
export const backup: BackupTexts = {
  title: 'Backups',
  means:
    'The program backs up every day, when it is closed, and before an import, a merge, an update or a restore; a backup counts only once it was opened and checked.',
  take: 'Back up now',
  taking: 'Backing up and checking…',
  taken: 'Backed up and found sound.',
  list: 'Backups to restore from',
  none: 'No backup yet. The first one is made when you change something and close the program, or with “Back up now”.',
  line: '{{time}} {{reason}}: {{customers}} customers, {{applications}} applications',
  when: 'Time',
  why: 'Made',
  customers: 'Customers',
  applications: 'Applications',
  size: 'Size',
  'reason-exit': 'automatically at closing',
  'reason-daily': 'automatically, daily',
  'reason-update': 'before an update',
  'reason-import': 'before an import',
  'reason-merge': 'before a merge',
  'reason-restore': 'before a restore',
  'reason-manual': 'by hand',
  'reason-brought': 'brought in from a file',
  'reason-unknown': 'automatically',
  restore: 'Restore…',
  revert: 'Undo restore…',
  restoreTitle: 'Restore {{time}}?',
  restoreMeans:
    '{{customers}} customers, {{applications}} applications. What was entered, changed or signed later is not in it, and passwords are as they were then. The data as they stand are kept first, as a backup “before a restore”, and can be restored at any time. Everybody has to sign in again.',
  restoreReason: 'Why you restore',
  restoreReasonHint: 'At least five characters, such as: an old list was imported by mistake',
  restorePassword: 'Your password',
  restoreConfirm: 'Restore',
  onlyManagers: 'An administrator or the general manager restores.',
}
