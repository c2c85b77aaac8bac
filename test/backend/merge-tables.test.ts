import { expect, test } from 'vitest'
import { readyDesk } from './desk.ts'
import { looking, referringTables } from './merge-desk.ts'

/**
 * What becomes of every row that refers to a customer when that customer is merged (rules 22). A merged card keeps its rows, so that
 * taking the merge back has nothing to look for; “both” says that whoever asks for the card that lives on is answered with the rows of
 * both. Whoever adds such a table decides here what a merge means for it, and sees to it.
 */
const fate: Readonly<Record<string, string>> = {
  customers:
    'merged_into: both; the last card of a chain of merges. Out of the list, found by number and name with the way to that card.',
  merges: 'What was merged, both cards as they stood, and what taking it back needs.',
  people:
    'Rows of a row head are taken from one card or both, into the rows of the card that lives on; those of the merged card stay.',
  product_lines: 'As people.',
  credit_files:
    'Answers are taken box by box unless the KH002 of the card that lives on is submitted; the files of the merged card stay.',
  history:
    'Stays with its card: it tells what that card said when. What the merge changed is history of the card that lives on.',
  requests: 'Stays: what a command answered is not answered anew.',
  customer_search: 'The card that lives on is found by the names and registration numbers of the merged card, too.',
  customer_marks:
    'Both: what the merged card shared with somebody is a red flag of the card that lives on, but they are none to each other.',
  attachments: 'Both.',
  verifications:
    'Both: a check counts where it agrees with the merged card, and what was found against either one stays found.',
  applications:
    'Both, once decided. In the chain: no merge. One that is still written rests with its card. The higher of two limits ends.',
  extra_answers:
    'What only the merged card answers is copied to the card that lives on, and taken away again with the merge.',
  tags: 'As extra_answers, as far as there is room.',
  card_facts:
    'Stays: when a card was filed and last found right is told of that card; the card that lives on has its own.',
  change_requests:
    'Stays: a change that waits for the merged card can be returned or withdrawn, never carried out, as the card is put aside.',
  former_names: 'Both: the card that lives on is found by them, and so is the merged card, with the way to that one.',
  old_numbers: 'As former_names.',
  bank_accounts:
    'Stays: the days of its accounts are those of that card; one that is taken over begins on the day of the merge.',
  customer_links: 'Stays: how two cards belong together was said of these two.',
  duplicate_answers:
    'Stays, as customer_links. Two merged cards are never proposed to each other again: what one is found by finds the other.',
  duplicate_pairs: 'What the last scan found; the next one makes it anew.',
  review_demands:
    'Both: what freezes one freezes the other; a new approval settles all. A merge that says otherwise than was approved adds one.',
  consents:
    'Both: who has agreed on either card goes on agreeing, by name. What nobody agreed to does not come to the card that lives on.',
  personal_requests: 'Stays: it was asked about that card, and is answered for it.',
  erasures:
    'Stays: it tells which records of that card were rewritten. Taking the merge back brings nothing of it back.',
  retention_extensions: 'Stays: the card that lives on has its own last activity and its own day.',
}

test('it is written down what a merge means for every table that refers to customers', async () => {
  const desk = await readyDesk()
  const tables = looking(desk, referringTables).map(({ table }) => table)
  expect(tables).toEqual(Object.keys(fate).sort())
})
