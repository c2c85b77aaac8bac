import type { ScreenTexts } from '../zh-CN/screens.ts'

/** Help: the version, what is shipped, and whether there is something newer, in English. */
export const help: ScreenTexts['help'] = {
  title: 'Help',
  program: 'Program',
  updates: 'Updates',
  updateCheck: 'Look for a new version once a day, at the start',
  updateMeans:
    'Off unless you switch it on. A check reads the number of the version from the registered address and sends nothing about you; nothing is downloaded or installed by itself.',
  updateNoAddress:
    'No address for releases is registered in this copy, so it can not look for updates. Ask whoever gave you the program for a new version.',
  updateNow: 'Check now',
  updateNone: 'This is the newest version.',
  updateFound: 'There is a new version, {{version}}.',
  updateOpen: 'Open the download page',
  diagnosis: 'Diagnosis',
  diagnosisMeans:
    'Below are versions, places, sizes, the last backup and the end of the log, without any customer data. If something goes wrong, copy it for whoever helps you.',
  examine: 'Check the data',
  sound: 'The data are sound: every page can be read and the log is unbroken.',
  unsound:
    'Something is wrong with the data ({{detail}}). Go to Settings → Backups and restore the last backup; keep the present files.',
  licences: 'Licences',
  licencesMean:
    'The program is made of the software below, each under the licence that stands beside it. Click a name for the full text.',
  licencesUnread: 'The list of licences can not be read. Please reload.',
  chromium: 'Chromium, which comes with Electron, has a full file of licences of its own.',
  chromiumOpen: 'Open the licences of Chromium',
}
