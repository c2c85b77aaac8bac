import { accounts } from './accounts.ts'
import { approvals } from './approvals.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { imports } from './imports.ts'
import { extra } from './extra.ts'
import { personal } from './personal.ts'
import { importing } from './importing.ts'
import { grid } from './grid.ts'
import { help } from './help.ts'
import { duplicates } from './duplicates.ts'
import { changes } from './changes.ts'
import { limits } from './limits.ts'
import { merge } from './merge.ts'
import { packets } from './packets.ts'
import { policy } from './policy.ts'
import type { ScreenTexts } from '../zh-CN/screens.ts'

/** Every sentence of the screens in English. */
export const en: ScreenTexts = {
  app: {
    name: 'Credit files',
    sample: 'Sample data',
    screenBroke: 'This screen failed',
    screenBrokeNext:
      'What you typed is kept as a draft. Please reload; if it happens again, tell whoever looks after the machine the version shown in Settings.',
    reload: 'Reload',
    notKept: 'Something typed is not kept yet',
    notKeptMeans: 'If the window closes now, what is not kept is lost. Stay to try saving it again, or to copy it.',
    stay: 'Stay',
    closeAnyway: 'Close and discard',
  },
  nav: {
    screens: 'Screens',
    customers: 'Customers',
    settings: 'Settings',
    search: 'Find a customer',
    searchHint: 'Name, pinyin initials, number, end of a phone number…',
  },
  common: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    retry: 'Try again',
    more: 'More',
    print: 'Print',
    exportExcel: 'Export to Excel',
    empty: '(empty)',
  },
  start: {
    opening: 'Opening the data…',
    reading: 'Reading the cards for the new version: {{percent}} %. This is done once; please leave the computer on.',
    welcome: 'A few answers, and you can type in your first customer.',
    company: 'Company',
    person: 'Your name',
    language: 'Language',
    begin: 'Begin',
    required: 'Please fill this in.',
    dataDir: 'The data is kept in {{dir}}',
  },
  broken: {
    'data-in-use-title': 'Another program is using the data',
    'data-in-use-next': '{{holder}} is using this data folder. Close Kehu there, then try again. Nothing was changed.',
    'data-newer-title': 'The data comes from a newer version',
    'data-newer-next':
      'It was saved by a newer version of Kehu. Install the newest version and open it again. Nothing was changed.',
    'data-damaged-title': 'The data file is damaged',
    'data-damaged-next':
      'Restore a backup; the damaged file is kept beside it, never deleted. You can also copy the report first and ask for help.',
    'data-foreign-title': 'This is not a data file of Kehu',
    'data-foreign-next':
      'The kehu.sqlite in the data folder does not belong to this program. Move it away and try again, or restore a backup.',
    'data-read-only-title': 'The data folder can not be written to',
    'data-read-only-next': 'Ask for the right to write there, or choose another data folder, then try again.',
    'data-unreachable-title': 'The data folder can not be found',
    'data-unreachable-next':
      'The folder can not be opened or made. Check that the disk is connected and the path is right, then try again.',
    'migration-failed-title': 'The data could not be brought up to date',
    'migration-failed-next':
      'The backup taken before was put back; nothing has changed. Copy the report and ask for help, or restore a backup.',
    'disk-full-title': 'The disk is full',
    'disk-full-next': 'Free some space, then try again. What was saved is not affected.',
    'data-on-network-title': 'The data folder is on a network share',
    'data-on-network-next':
      '{{holder}} is a folder on the network. A database on a share gets damaged, so it was not opened and nothing was changed. Keep the data on a disk of this computer; for a copy elsewhere, use the second place in Settings → Backups.',
    'data-in-cloud-title': 'The data folder is synchronised by a cloud service',
    'data-in-cloud-next':
      '{{holder}} synchronises this folder and may put an older file over a newer one, so it was not opened and nothing was changed. Keep the data in a folder that is not synchronised; for a copy in the cloud, use the second place in Settings → Backups, which holds encrypted backups.',
    restore: 'Restore a backup…',
    copyReport: 'Copy the report',
    reportCopied: 'The report was copied. It holds no customer data.',
    showFolder: 'Show the folder',
    quit: 'Quit',
    noBackups: 'No backup was found.',
    take: 'Restore this one',
  },
  customers: {
    new: 'New customer',
    archived: 'Archived',
    total: '{{count}} customers',
    marked: '{{count}} of {{total}} selected',
    mark: 'Select {{name}}',
    markAll: 'Select all',
    exportForms: 'Export cards and credit files',
    exportRegister: 'Export the register',
    noneFound: 'Nothing found. Type any part of a name, pinyin initials, a number, or the end of a phone number.',
    emptyTitle: 'No customers yet',
    emptyText: 'Type in the first customer just as on the paper card.',
    emptyStart: 'Type in the first customer',
    emptyOr: 'The list is in Excel already?',
    emptyImport: 'Import a list…',
    emptyBackup:
      'When this computer is lost or fails, only a copy elsewhere brings the data back. Choose a second place now, or later:',
    discardAsk: 'Discard this unsaved card?',
    unsaved: '“{{name}}” has not been saved yet (draft of {{time}}, {{by}})',
  },
  file: {
    opening: 'Opening the customer file…',
    newCustomer: 'New customer',
    tabs: 'Customer file',
    'tab-kh001': 'Card KH001',
    'tab-kh002': 'Credit KH002',
    'tab-approvals': 'Approvals',
    'tab-papers': 'Papers and checks',
    'tab-extra': 'More facts',
    'tab-history': 'History',
    archived: 'Archived',
    undoSave: 'Undo the last save',
    saveUndone: 'The last save was taken back. The history keeps both.',
    archive: 'Archive the customer',
    unarchive: 'Use again',
    archiveAsk: 'Archive this customer?',
    archiveMeans:
      'It no longer appears in the list; the file and its history are kept, and it can be used again at any time.',
    completeness: '{{form}} {{percent}}% complete',
    completenessOpen: '{{form}} {{percent}}% complete, show the empty boxes',
    nothingMissing: 'No box is empty.',
    saved: 'Saved {{time}}',
    unchangedSince: 'Saved {{time}} by {{by}}',
    neverSaved: 'Not saved yet',
    draftKept: 'Draft kept {{time}}',
    'draft-none': 'Draft: none',
    'draft-failed': 'The draft could not be kept, please save soon',
    draftOffered: 'There is an unsaved draft: {{time}}, {{by}}, boxes: {{count}}.',
    unread: 'Not saved. “{{box}}”: {{problem}}',
    draftTake: 'Go on with it',
    draftDiscard: 'Discard it',
  },
  form: {
    take: 'Use {{value}}',
    byLastSignature: 'filled by the last signature',
    productLines: 'Lines and shares: {{lines}}, open the table',
    noProductLines: 'Press Enter to fill in',
    addPerson: 'Add another: {{role}}',
    carried: 'Last time',
    carriedConfirm: '{{box}}: as last time, confirm that it still holds',
    masked: 'Delicate data are masked. F4 shows them for 60 seconds; the log notes it.',
    maskedBox: '{{box}} (masked, F4 shows it)',
    reveal: 'Reveal F4',
    conceal: 'Hide ({{count}} s)',
    hidden: 'Not shown to you',
    keys: 'Enter next · Shift+Enter back · Alt+digit option · Ctrl+S save · Ctrl+Z undo · F2 next empty box · Alt+N new customer',
  },
  conflict: {
    title: 'Somebody else changed this customer',
    means: 'After you opened it, {{by}} changed the boxes below at {{time}}. Choose for each box which answer to keep.',
    box: 'Box',
    before: 'It was',
    now: 'It is now',
    mine: 'Mine',
    save: 'Save as chosen',
    back: 'Back to the form',
  },
  history: {
    loading: 'Reading the history…',
    allBoxes: 'All boxes',
    asOf: 'The card as of',
    when: 'When',
    who: 'Who',
    box: 'Box',
    old: 'Was',
    new: 'Became',
    why: 'Why',
    imported: 'Imported from {{file}}',
    stoodOn: 'As it stood at the end of {{date}}',
    notYet: 'This customer did not exist yet on {{date}}.',
  },
  export: {
    formsTitle: 'Export cards and credit files ({{count}} customers)',
    registerTitle: 'Export the register ({{count}} customers)',
    kh001: 'Customer data card KH001',
    kh002: 'Customer credit file KH002',
    withDelicate: 'Include delicate personal data (the export is recorded)',
    delicateWhy: 'Why delicate data leave the house (at least five characters, recorded)',
    allColumns: 'All columns',
    usualColumns: 'Usual columns',
    export: 'Export',
    working: 'Exporting…',
    stop: 'Stop',
    savedTo: 'Saved to {{file}}',
    downloaded: 'Downloaded {{file}}',
  },
  print: {
    back: 'Back',
    pdf: 'Save as PDF',
    pdfSaved: 'The PDF was saved.',
  },
  settings: {
    renameCompany: 'Rename the company…',
    renameMeans:
      'Screens, prints and workbooks use the new name from now on; what was signed or handed out stays as it is.',
    companyRenamed: 'The company has its new name.',
    dataDir: 'Data folder',
    lastBackup: 'Last backup',
    noBackup: 'No backup yet',
    version: 'Version',
  },
  problems: {
    notAmount: 'Not an amount. Examples: 50万, 五十万, 12,345.67',
    amountUnclear: 'The last digit names no unit and can be meant in two ways. Write it in digits, for example 12,000.',
    amountTooPrecise: 'An amount has two decimals at most.',
    amountTooLarge: 'The amount is too large; is there a zero too many?',
    notDate: 'Not a date. Examples: 98.3, 1998-03, 2026-01-15',
    dateNotReal: 'There is no such day.',
    dateNotFull: 'The day is needed here. Example: 2026-01-15',
    notNumber: 'A number is needed here.',
    notWhole: 'A whole number is needed here.',
    numberTooPrecise: 'Too many decimals.',
    numberTooLarge: 'The number is too large.',
    percentTooLarge: 'A share can not be above 100 %.',
    negative: 'It can not be negative.',
    tooLong: 'Too long for this box; please shorten it.',
  },
  warnings: {
    creditCodeCheck: 'The check character does not fit; the last one should be {{expected}}.',
    creditCodeLetter: 'The letter {{letter}} does not occur in these codes.',
    creditCodeOffice: 'Its first character is none of the offices of the standard.',
    creditCodeRegion: 'Characters 3–4 are no province.',
    creditCodeOrganisation: 'Characters 9–17, the organisation code, do not pass their check.',
    creditCodeKind: 'Its second character contradicts the ownership.',
    registrationNoLength: '{{length}} characters; a credit code has 18, older numbers 13 or 15.',
    oldNumberCheck: 'The check digit of this 15-digit number does not fit.',
    registrationNoSuggested: 'The tax number is a credit code, which is the registration number, too:',
    taxNoSuggested: 'The credit code is the tax number, too:',
    taxNoDiffers: 'Differs from the credit code.',
    taxNoPersonal: 'This tax number holds an identity number: it is personal data, and nobody is found by it.',
    phoneShape: '“{{phone}}” does not look like a telephone number.',
    postcodeShape: 'A postcode has 6 digits.',
    accountShape: 'An account number has 6 to 32 digits.',
    cardNumberCheck:
      'This looks like the number of a bank card, but its check digit does not fit. Never mind if it is the account of a firm.',
    tradingBeforeWon: 'Earlier than the date the customer was won.',
    futureDate: 'The date is in the future.',
    businessFormSuggested: 'Suggested by the ownership:',
    businessFormDiffers: 'Contradicts the ownership on the card.',
    privateWord:
      '“{{word}}” seems to be about health, religion or family. Please leave out what has nothing to do with business.',
    privateNumber: 'This looks like the number of an account or an identity paper. Please enter it in its own box.',
  },
  accounts,
  policy,
  approvals,
  imports,
  extra,
  personal,
  importing,
  grid,
  help,
  limits,
  merge,
  duplicates,
  packets,
  audit,
  backup,
  changes,
  errors: {
    'invalid-input': '“{{fields}}” can not be stored like this; please follow the remark beside it.',
    'unknown-call': 'Two parts of the program are of different versions. Please restart Kehu.',
    'not-signed-in': 'Nobody is signed in here any more. Choose your name and enter your password.',
    'session-locked':
      'You were away for too long and the screen is locked. Enter your password to go on; what you typed is still there.',
    'password-expired': 'Somebody else has set this password. Please choose one that only you know first.',
    'password-wrong': 'The password is wrong. Enter it again, and mind capitals and the input method.',
    'too-many-tries':
      'The password was wrong five times, so this account rests for five minutes. Then try again, or ask an administrator to reset the password.',
    'account-disabled': 'This account is disabled and can not sign in. Ask an administrator to enable it.',
    'not-allowed':
      'Your account has no right to do this, and nothing was written. Ask an administrator for the role that has it.',
    'view-name-taken': 'You already have a view of this name. Choose another name, or update that view.',
    'name-taken':
      'A person of this name or staff number has an account already. Give each namesake a staff number of their own.',
    'roles-contradict':
      'An administrator can not hold a post of the approval chain. Choose another account, or take one of the roles away first.',
    'last-administrator': 'This is the last administrator. Make somebody else an administrator first.',
    'own-application':
      'You filled this in, submitted it or are responsible for it, so somebody else has to sign, verify or confirm it.',
    'signed-already':
      'You have signed one level of this application, and each person signs only one. Somebody else has to sign this level.',
    'needed-above':
      'Only you can sign the level above. Let a delegate sign this one, or ask an administrator for another person.',
    'not-your-turn': 'It is the turn of another post. Wait, or ask whoever has to sign now.',
    'step-changed':
      'Somebody has just dealt with this step, or the application has changed. Open it again and look at it before you decide.',
    'wrong-state': 'The application is not in a state in which this can be done. Open it again to see where it stands.',
    frozen:
      'The credit file is with the approvers and takes no changes. Withdraw the application first, or wait until it is returned.',
    'gates-closed': 'This application can not be submitted yet. Please see to the points listed first.',
    'reason-missing': 'Please give a reason of at least five characters.',
    'amount-too-large':
      'More than was asked for can not be granted. Enter less, or return the application to have it changed.',
    'grade-missing': 'The last signature sets the grade. Please choose A, B or C.',
    'period-invalid': 'These dates do not make sense together. Check which comes first and how long the period is.',
    'flags-unread': 'There are red flags that you have not ticked as read. Please tick each of them before signing.',
    'verification-missing':
      'The card or the time has left behind what was verified. Please let somebody verify it again under “Papers and checks”, then sign.',
    'changes-unconfirmed': 'Those who signed before have not confirmed the changes yet. Please wait until they have.',
    'needs-key':
      'So large a limit takes no signature on a sheet without a key. Sign in the program, or with the key of your own copy.',
    'packet-refused':
      'The packet was changed or does not fit, and nothing was recorded. Look at the cells listed, and export it anew.',
    'scan-missing': 'A signature on a sheet needs a scan of the signed paper. Please add the scan first.',
    'file-too-large':
      'The file is too large: papers have at most 20 MB, lists that are imported 100 MB. Compress it or split it.',
    'file-type-unknown': 'Only pdf, jpg, png, docx and xlsx are taken. Please convert the file first.',
    'attachment-damaged':
      'This file is no longer the one that was added, so it can not be handed out; the log says so. Please look for it in a copy of the data folder, or add the original again.',
    'import-unreadable': 'This file can not be read. Save it as .xlsx or .csv and try again.',
    'import-stale':
      'Somebody has changed a customer of this import since it was checked, and nothing was written. Check it again, then write it.',
    'check-gone': 'This check is no longer there. Please choose the file and check it again.',
    'undo-expired': 'The import is older than 30 days and can not be undone. Please correct the cards.',
    'file-unreadable':
      'This file can not be opened. Check that it is still where it was and that you may read it, then open it again.',
    'upload-gone': 'The uploaded file is no longer there. Please choose it again.',
    'delegate-unfit':
      'This person can not stand in: it is the same person, or one with a lower post of the same chain. Choose somebody else.',
    'already-proposed': 'The same change has been proposed and waits for a decision. Please wait for that first.',
    'already-set-up': 'This data folder has been set up already. Please reload.',
    'not-ready': 'The data is not open yet. Please try again in a moment.',
    'not-found': 'This can not be found; it may have been archived. Go back to the list and search again.',
    'report-empty':
      'There is nothing to export for these dates or this choice; no file was made. Change them and export again.',
    'nothing-to-undo':
      'Only your own save of the last ten minutes can be taken back, and only while nothing else was changed on this card. Please change the boxes and save again; what they said before is under “History”.',
    'not-unique': '“{{fields}}” is used by another customer. Please choose another number.',
    'duplicate-certain':
      'Another customer has the same “{{fields}}”; nothing was saved. Open that customer, or ask the sales manager to let this one through with a reason.',
    'duplicate-probable':
      'A very similar customer is on file; nothing was saved. Say first whether it is the same one.',
    'name-missing': 'Please fill in the customer name before saving.',
    'shares-over-100': 'The shares add up to more than 100 %. Please correct them before saving.',
    conflict: 'Somebody else changed this customer. Please open it again.',
    'card-changed': 'The card was changed a moment ago. Look at it as it stands now, then say that it is right.',
    'label-taken': 'Another box in use has this name; choose another one.',
    'too-many-tags': 'A customer has at most 10 tags; take one off first.',
    'too-many-boxes': 'At most 20 added boxes are in use; retire one first.',
    merged: 'This card was merged into another customer and takes no changes. Open that customer and enter them there.',
    'merge-impossible': 'These two cards can not be merged now. Open the merge screen again to see why.',
    'merge-stale': 'One of the two cards was changed just now. Compare them again before merging.',
    'unmerge-impossible': 'This merge can not be undone. “Merges” in the file says why.',
    'purpose-missing':
      '“{{fields}}” is closed: the company has not recorded what this personal data is kept for, why and how long. Please ask an administrator to do so in Settings › Personal data; empty the box to save the rest.',
    'consent-missing':
      "“{{fields}}” is closed: the person's own consent is not recorded, or was withdrawn. Please record it under “Personal data…” on the card and save again; empty the box to save the rest.",
    'erasure-impossible':
      "This person's data can not be erased yet. Open the screen for it again to see why; mostly an application is under way or a limit is in force.",
    'needs-change-request':
      '“{{fields}}” are key boxes of a formal customer: somebody else has to approve the change. Give a reason and send a change request.',
    'change-pending':
      'A change of “{{fields}}” waits for approval already. Wait for its outcome, or withdraw it and ask again.',
    'draft-gone':
      'The draft was saved or dropped elsewhere, and its masked boxes can no longer be taken from it. Press F4 to see what stands there now, check it and save again.',
    'reveal-first': 'These boxes of the draft are still masked. Press F4 to show them, check them and save again.',
    'accounts-differ':
      'The bank account was not typed the same both times. Compare it with the original and type the new account once more.',
    'callback-missing':
      'Another bank account needs a call-back first. Call a number that was found independently, record that it agrees, then approve.',
    archived: 'The customer is archived and can not be changed. Take it into use again first.',
    cancelled: 'Cancelled.',
    'target-locked':
      'The file is open in Excel or another program. Close it there and export again, or choose another name.',
    'target-not-writable': 'This place can not be written to. Please choose another folder.',
    'disk-full': 'The disk is full; nothing was written. Free some space and try again.',
    busy: 'The data is busy; nothing was written. Please try again in a moment.',
    'backup-damaged': 'This backup can not be used. Please choose another one.',
    'backup-foreign': 'The file is no backup of Kehu. Choose a file that ends in .kehubak.',
    'backup-newer':
      'The backup was made by a newer version of Kehu. Install the newest version first, then bring it in.',
    'backup-cut': 'The file is not whole: its end is missing. Copy it once more, or take another backup.',
    'secret-wrong':
      'Neither the passphrase nor the recovery code fits. Check capital letters and the input method; if the passphrase is forgotten, type the printed recovery code.',
    'passphrase-missing':
      'There is no passphrase for backups yet. Set one in Settings → Backups and print the recovery code first.',
    'place-unfit':
      'This folder can not be the second place: it has to be there, be writable, and not lie within the data folder. Check that the stick or network disk is connected, or choose another one.',
    'backend-restarted':
      'The data part of the program restarted and this was not done. Please try again; what you typed is in the draft.',
    'releases-unreachable':
      'The address for releases can not be reached, or its answer makes no sense. Check the network and try again later.',
    'not-supported-here': 'Browser mode can not do this.',
    unreachable:
      'Kehu can not be reached. Check that the window it was started from is still open; what you typed is still on the screen.',
    unexpected:
      'Something unexpected happened and nothing was saved. Please try again; if it happens again, pass on the number {{traceId}}.',
  },
}
