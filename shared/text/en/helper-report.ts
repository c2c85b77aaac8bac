import type { HelperReportTexts } from '../zh-CN/helper-report.ts'

/** The words of the report for whoever helps. */
export const helperReport: HelperReportTexts = {
  dataFolder: 'Data folder',
  'phase-opening': 'being opened',
  'phase-setup': 'opened, no account yet',
  'phase-open': 'opened',
  'phase-broken': 'can not be opened',
  sample: 'sample company',
  lastBackup: 'Last backup',
  none: 'none yet',
  secondCopy: 'Second place',
  noSecondPlace: 'No second place for backups',
  'disk-encrypted': 'disk encrypted',
  'disk-open': 'disk not encrypted',
  'disk-unknown': 'disk encryption not known',
  notExamined: 'data not examined yet',
  sound: 'data examined, sound',
  unsound: 'data examined, damaged',
  files: 'Files and sizes (bytes)',
  events: 'What the program did last',
  unreadable: 'Can not be read',
}
