import type { PacketsTexts } from '../zh-CN/packets.ts'

/** The words of approval packets in English. */
export const packets: PacketsTexts = {
  close: 'Close',
  importTitle: 'Import a packet',
  importMeans:
    'Choose the signed packet (.xlsx). Only the open cells of the present step are read, and everything else is compared; nothing is recorded before you say so.',
  choose: 'Choose a file…',
  chooseOther: 'Choose another file…',
  reading: 'Comparing…',
  says: 'What the packet says',
  number: 'Number',
  customer: 'Customer',
  step: 'Step',
  decision: 'Decision',
  granted: 'Limit granted',
  grade: 'Grade',
  validTo: 'Valid until',
  comment: 'Comment',
  signature: 'Signature',
  signedOn: 'Day',
  evidence: 'Way of signing',
  alreadyRecorded: 'This packet was recorded already with the same answer: nothing is left to do.',
  refused: 'This packet can not be recorded. Points found: {{count}}',
  refusedNext: 'Put right what is named above and import it again, or export a new packet.',
  cell: 'Place',
  problem: 'Problem',
  expected: 'Should be',
  found: 'Is',
  wholeFile: 'the whole file',
  scan: 'Scan of the signed sheet',
  scanMeans:
    'The sheet carries no key: attach the scan of the signed paper (pdf, jpg, png); it counts when a second person has compared it.',
  scanChoose: 'Choose a scan…',
  scanChosen: 'Scan: {{name}}',
  record: 'Record the signature',
  recording: 'Recording…',
  recorded: 'Recorded: the signature counts.',
  waiting: 'Recorded: it counts when a second person has compared the signature.',
  openApplication: 'Open the application',
  menu: 'My key',
  sign: 'Sign with my key…',
  signMeans:
    'Choose the packet you filled in; it is signed with your key on this machine. The signed file is a new one, yours stays as it is.',
  signDo: 'Sign',
  password: 'Your password',
  myKey: 'My public key',
  myKeyMeans:
    'Hand this line to the administrator in person. Packets signed with your key then count as signed by you, without a scan.',
  showKey: 'Show the key',
  copyKey: 'Copy',
  keyCopied: 'The key is copied.',
  waitingTitle: 'Packets to confirm',
  waitingMeans:
    'Compare sheet and signature with the scan. Neither the filler nor whoever imported the packet may confirm it.',
  waitingNone: 'No packet waits to be confirmed.',
  importedBy: 'imported by {{by}} on {{time}}',
  viewScan: 'See the scan',
  noScan: 'no scan',
  confirm: 'It agrees: confirm',
  refuse: 'It does not: refuse',
  mayNotConfirm: 'You filled in, imported or signed it: somebody else has to confirm.',
  confirmed: 'Confirmed: the signature counts.',
  refusedByYou: 'Refused: the signature does not count.',
  'problem-not-xlsx': 'This is no Excel .xlsx file. Please save it as .xlsx and import it again.',
  'problem-macro-file': 'The file contains macros and is not read. Please save it as .xlsx without macros.',
  'problem-too-large': 'The file is larger than 20 MB. A packet has a few dozen KB: please choose the original one.',
  'problem-zip-bomb':
    'The file would unpack to something far too large and is not read. Please ask for the original file.',
  'problem-too-many-cells': 'The file has more than 200,000 cells and is not read. Please choose the original file.',
  'problem-unreadable':
    'The file is damaged or can not be read. Please open it in a spreadsheet program, save it as .xlsx and try again.',
  'problem-not-a-packet': 'This workbook is no approval packet. Please choose the one that this program made.',
  'problem-wrong-company': 'This packet belongs to another company. Please have it imported there.',
  'problem-unknown-packet': 'No such packet was made here. Please make a new one, or import it where it was made.',
  'problem-extra-sheet': 'A sheet was added. Please delete it, or make a new packet.',
  'problem-missing-sheet': 'A sheet is missing. Please use the file as it was made, or make a new packet.',
  'problem-cell-changed':
    'This cell was changed, and it is not to be filled in. Please put back what it said, or make a new packet.',
  'problem-older-revision': 'There is a newer version of the application. Please make a packet of the present one.',
  'problem-step-decided':
    'This step has been decided otherwise already. Please settle with both signers which one counts.',
  'problem-wrong-step': 'It is the turn of another step. Please make a packet of that one.',
  'problem-decision-missing': 'The decision is missing. Please have the signer choose one of the list.',
  'problem-decision-unknown':
    'The decision is none of the list, or does not fit the amount granted. Please have the signer choose again.',
  'problem-amount-not-number': 'The limit granted is no number. Please write it in digits, without units.',
  'problem-amount-too-large': 'The limit granted is more than was asked for. Please grant that much at most.',
  'problem-comment-missing':
    'Returning, rejecting or another amount needs a reason of at least five characters. Please have the signer add it.',
  'problem-valid-to-invalid':
    'The day until which the limit holds is no day, or lies before the signature. Please correct it.',
  'problem-valid-to-missing': 'The day until which the limit holds is missing. Please have the signer add it.',
  'problem-grade-unknown': 'The grade can only be A, B or C. Please correct it.',
  'problem-grade-missing': 'The grade is missing. Please have the signer add A, B or C.',
  'problem-signature-missing': 'The signature is missing. Please have the signer write their own name.',
  'problem-signer-unknown':
    'Whoever signed may not sign this step. Please check the name, or have somebody sign who may.',
  'problem-signer-is-filler':
    'Whoever signed has filled in or edited the card, or is its salesperson. Please have somebody else sign.',
  'problem-signer-signed-already':
    'Whoever signed has signed another level already; one person signs one level. Please have somebody else sign.',
  'problem-date-missing': 'The day is missing or no day. Please have the signer add the day of the signature.',
  'problem-date-future': 'The day of the signature lies in the future. Please write the day on which it was signed.',
  'problem-date-before-submission':
    'The day of the signature lies before the submission. Please write the day on which it was signed.',
  'problem-needs-key':
    'For so large a limit a signed sheet is not enough. Please have the signer sign in the program, or with their own key.',
  'problem-key-wrong':
    'The key does not fit the registered one or what was filled in. Please have the packet signed again, or the key checked by the administrator.',
  'problem-flags-since':
    'Red flags came up after this packet went out, and the approver has not seen them. Please export a new packet and have it signed.',
}
