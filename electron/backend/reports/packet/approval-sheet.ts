import { approvalPosts } from '../../../../shared/catalogue/approvals.ts'
import type { PacketAnswer } from '../../../../shared/contract/packet-calls.ts'
import { rmbInWords } from '../../../../shared/domain/capital.ts'
import { formatMoney } from '../../../../shared/domain/money.ts'
import { toSerial } from '../../../../shared/domain/serial-date.ts'
import { flagSentence } from '../../../../shared/text/flag-sentence.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import type { Worksheet } from '../workbook.ts'
import { type ChainBox, chainBox } from './chain-boxes.ts'
import { amount, blank, dayCell } from './facts-sheet.ts'
import type { OpenBox } from './open-cells.ts'
import { boxRows, chainRow } from './open-cells.ts'
import type { PacketContent } from './packet-content.ts'
import {
  amountFormat,
  dayFormat,
  head,
  type PageCell,
  pageColumns,
  type PageRow,
  setUpPacketPage,
  type SheetPage,
  sheetPage,
  text,
} from './sheet-page.ts'

/** 审批单: the page that is signed. An `answer` fills the open cells in. */
export function drawApprovalSheet(sheet: Worksheet, content: PacketContent, answer?: PacketAnswer): void {
  const texts = packetSheetTexts[content.language]
  const page = sheetPage(sheet, content.language)
  page.title(texts.title, content.company, texts.number(content.number, content.revision))
  page.block(requestRows(content).map(fixed))
  page.gap()
  if (page.next() !== chainRow) throw new Error(`The approvers stand in row ${page.next()}`)
  page.block(approverRows(content, answer).map(fixed))
  const post = approvalPosts.find(({ code }) => code === content.post)?.label[content.language] ?? content.post
  page.line(texts.howTo(post, content.company))
  drawChecks(page, content)
  setUpPacketPage(page)
}

function requestRows(content: PacketContent): PageRow[] {
  const texts = packetSheetTexts[content.language]
  const { snapshot, limits } = content
  const { startsOn, endsOn } = snapshot
  const until = (day: string | null) => (day === null ? blank : texts.until(day))
  const plan = snapshot.plan.map(({ on, amount: fen }) => `${on}\u00a0\u00a0${formatMoney(fen)}`).join('   ')
  return [
    row(
      head(1, texts.customer),
      text(4, `${content.customerNo}  ${content.customerName}`),
      head(1, texts.kind),
      text(3, texts.kinds[content.kind]),
    ),
    row(head(1, texts.filler), text(4, content.filler), head(1, texts.submittedOn), {
      ...dayCell(3, content.submittedOn),
      align: 'left',
    }),
    row(
      head(1, texts.salesperson),
      text(4, content.salesperson ?? blank),
      head(1, texts.period),
      text(3, startsOn && endsOn ? texts.fromTo(startsOn, endsOn) : blank),
    ),
    {
      cells: [
        head(1, texts.asked),
        { ...amount(2, snapshot.amount), size: 12, align: 'left' },
        { ...text(6, rmbInWords(snapshot.amount)), size: 12 },
      ],
      least: 28,
    },
    row(
      head(1, texts.standing),
      { ...amount(2, limits.standing), align: 'left' },
      text(2, until(limits.standingTo)),
      head(1, texts.temporary),
      { ...amount(1, limits.temporary), align: 'left' },
      text(2, until(limits.temporaryTo)),
    ),
    row(head(1, texts.total), { ...amount(2, limits.total), align: 'left' }, text(6, rmbInWords(limits.total))),
    row(head(1, texts.reason), text(8, snapshot.reason || blank)),
    row(head(1, texts.plan), text(8, plan || blank)),
  ]
}

const row = (...cells: PageCell[]): PageRow => ({ cells })
/** The open cells have to stand where they are looked for. */
const fixed = (wanted: PageRow): PageRow => ({ ...wanted, fixed: true })

const heights: Partial<Readonly<Record<keyof typeof boxRows, number>>> = {
  comment: 90,
  signature: 52,
  decision: 26,
  granted: 26,
}

function approverRows(content: PacketContent, answer: PacketAnswer | undefined): PageRow[] {
  const texts = packetSheetTexts[content.language]
  const boxes = approvalPosts.map(({ code }) => chainBox(content, code))
  const lines = Object.keys(boxRows) as (keyof typeof boxRows)[]
  return [
    row(head(1, texts.approvers), ...approvalPosts.map(({ label }) => head(2, label[content.language]))),
    ...lines.map(line => ({
      cells: [
        head(1, texts[line]),
        ...boxes.map(box => (box.isOpen ? openCell(content, line, answer) : closedCell(box, line))),
      ],
      ...(heights[line] && { least: heights[line] }),
    })),
  ]
}

function closedCell(box: ChainBox, line: keyof typeof boxRows): PageCell {
  if (line === 'granted') return { ...amount(2, box.granted), align: 'center' }
  if (line === 'signedOn' || line === 'validTo') return dayCell(2, box[line])
  return text(2, box[line] || blank, line === 'comment' && box.comment ? 'left' : 'center')
}

/** What is filled in by whoever signs: empty for the pen, apart from what is usual; a signed packet says what was answered. */
function openCell(content: PacketContent, line: keyof typeof boxRows, answer: PacketAnswer | undefined): PageCell {
  if (line === 'evidence') return text(2, blank, 'center')
  const isOfLast = line === 'grade' || line === 'validTo'
  if (isOfLast && !content.isLastStep) return text(2, blank, 'center')
  return { span: 2, open: true, align: line === 'comment' ? 'left' : 'center', ...openValue(content, line, answer) }
}

function openValue(
  { defaults, language }: PacketContent,
  line: OpenBox,
  answer: PacketAnswer | undefined,
): Pick<PageCell, 'value' | 'format'> {
  const day = (iso: string | null) => ({ value: (iso === null ? undefined : toSerial(iso)) ?? null, format: dayFormat })
  switch (line) {
    case 'decision':
      return { value: answer ? packetSheetTexts[language].decisions[answer.decision] : null }
    case 'granted': {
      const granted = answer?.granted ?? null
      return { value: granted === null ? null : granted / 100, format: amountFormat }
    }
    case 'comment':
    case 'signature':
      return { value: answer?.[line] || null }
    case 'grade':
      return { value: answer ? answer.grade : defaults.grade }
    case 'signedOn':
      return day(answer?.signedOn ?? null)
    case 'validTo':
      return day(answer ? answer.validTo : defaults.validTo)
  }
}

/** Who checked what, what draws the eye and how much has changed: the details are on the sheet behind. */
function drawChecks(page: SheetPage, content: PacketContent): void {
  const texts = packetSheetTexts[content.language]
  page.gap()
  page.block([
    row(
      head(2, texts.verification),
      head(2, texts.result),
      head(2, texts.verifier),
      head(1, texts.checkedOn),
      head(2, texts.files),
    ),
    ...content.verification.map(({ item, required, state, verifier, checkedOn, files }) =>
      row(
        text(2, texts.items[item]),
        text(2, state === 'missing' && !required ? texts.notRequired : texts.results[state], 'center'),
        text(2, verifier ?? blank, 'center'),
        dayCell(1, checkedOn),
        text(2, files.length > 0 ? String(files.length) : blank, 'center'),
      ),
    ),
  ])
  page.gap()
  const flags = content.flags.map(flag => flagSentence(flag, content.language))
  page.block([
    row(head(pageColumns, texts.flags)),
    ...(flags.length > 0 ? flags : [texts.none]).map(words => row(text(pageColumns, words))),
  ])
  page.gap()
  const { lastTime, changes } = content
  page.block([
    row(
      head(4, lastTime ? texts.changesSinceLastTime(lastTime.number, lastTime.on) : texts.firstTime),
      text(5, lastTime ? texts.changeCount(String(changes.length)) : blank),
    ),
  ])
}
