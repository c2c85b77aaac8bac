import { approvalPosts } from '../../../../shared/catalogue/approvals.ts'
import { displayValue, labelOf } from '../../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { isEmpty } from '../../../../shared/catalogue/derive/value.ts'
import type { Path, Value } from '../../../../shared/catalogue/field.ts'
import { toSerial } from '../../../../shared/domain/serial-date.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import type { Worksheet } from '../workbook.ts'
import type { PacketContent } from './packet-content.ts'
import {
  amountFormat,
  dayFormat,
  head,
  type PageCell,
  pageColumns,
  type PageRow,
  setUpPacketPage,
  sheetPage,
  text,
} from './sheet-page.ts'

/** What an empty box of a packet prints, so that nothing can be added later (rules 10). */
export const blank = '—'

/** An amount of 分. */
export const amount = (span: number, fen: number | null): PageCell =>
  fen === null ? text(span, blank) : { span, value: fen / 100, role: 'number', align: 'right', format: amountFormat }

/** An ISO day. */
export const dayCell = (span: number, day: string | null): PageCell => {
  const serial = day === null ? undefined : toSerial(day)
  return serial === undefined
    ? text(span, day ?? blank, 'center')
    : { span, value: serial, role: 'number', align: 'center', format: dayFormat }
}

/** 变更与核实: all that stands behind the one page that is signed. */
export function drawFactsSheet(sheet: Worksheet, content: PacketContent): void {
  const texts = packetSheetTexts[content.language]
  const page = sheetPage(sheet, content.language)
  const section = (title: string, heads: readonly PageRow[], rows: readonly PageRow[]) => {
    const none: PageRow = { cells: [text(pageColumns, texts.none)] }
    page.block([{ cells: [head(pageColumns, title)] }, ...(rows.length > 0 ? [...heads, ...rows] : [none])])
    page.gap()
  }
  const changeHeads = [{ cells: [head(3, texts.box), head(3, texts.before), head(3, texts.after)] }]
  page.title(texts.factsTitle, content.company, texts.number(content.number, content.revision))
  section(texts.reasons, [], reasonRows(content))
  const { lastTime } = content
  section(
    lastTime ? texts.changesSinceLastTime(lastTime.number, lastTime.on) : texts.firstTime,
    changeHeads,
    changeRows(content, content.changes),
  )
  if (content.revision > 1)
    section(texts.changesSinceLastVersion, changeHeads, changeRows(content, content.versionChanges))
  section(
    texts.verification,
    [
      {
        cells: [
          head(2, texts.item),
          head(1, texts.result),
          head(1, texts.verifier),
          head(1, texts.checkedOn),
          head(2, texts.note),
          head(2, texts.files),
        ],
      },
    ],
    verificationRows(content),
  )
  section(
    texts.attachments,
    [
      {
        cells: [head(3, texts.fileNameHead), head(1, texts.kindHead), head(1, texts.sizeHead), head(4, 'SHA-256')],
      },
    ],
    attachmentRows(content),
  )
  section(
    texts.earlierLimits,
    [
      {
        cells: [
          head(2, texts.limitNumber),
          head(1, texts.kind),
          head(2, texts.amount),
          head(1, texts.grade),
          head(1, texts.from),
          head(1, texts.to),
          head(1, texts.closedOn),
        ],
      },
    ],
    limitRows(content),
  )
  setUpPacketPage(page)
}

/** Why it is asked for and what each level has said, in full: there is little room on the page that is signed. */
function reasonRows(content: PacketContent): PageRow[] {
  const texts = packetSheetTexts[content.language]
  const comments = content.steps.flatMap(({ post, comment }) =>
    comment
      ? [[approvalPosts.find(({ code }) => code === post)?.label[content.language] ?? post, comment] as const]
      : [],
  )
  const { reason } = content.snapshot
  return [...(reason ? [[texts.reason, reason] as const] : []), ...comments].map(([name, words]) => ({
    cells: [head(2, name), text(7, words)],
  }))
}

function changeRows(content: PacketContent, changes: PacketContent['changes']): PageRow[] {
  return changes.map(({ path, from, to }) => ({
    cells: [
      text(3, labelOf(path, content.language)),
      text(3, shown(content, path, from)),
      text(3, shown(content, path, to)),
    ],
  }))
}

function shown({ language, withDelicate }: PacketContent, path: Path, value: Value): string {
  const field = boxAt(path)?.field
  if (field?.delicate && !withDelicate) return packetSheetTexts[language].hidden
  return field && !isEmpty(value) ? displayValue(field, value, language) : blank
}

function verificationRows(content: PacketContent): PageRow[] {
  const texts = packetSheetTexts[content.language]
  return content.verification.map(({ item, required, state, verifier, checkedOn, note, files }) => ({
    cells: [
      text(2, texts.items[item]),
      text(1, state === 'missing' && !required ? texts.notRequired : texts.results[state], 'center'),
      text(1, verifier ?? blank, 'center'),
      dayCell(1, checkedOn),
      text(2, note || blank),
      text(2, files.join('\n') || blank),
    ],
  }))
}

function attachmentRows({ attachments, language }: PacketContent): PageRow[] {
  const texts = packetSheetTexts[language]
  const kinds: Readonly<Record<string, string>> = texts.attachmentKinds
  return attachments.map(({ fileName, kind, bytes, sha256 }) => ({
    cells: [
      text(3, fileName),
      text(1, kinds[kind] ?? kind, 'center'),
      text(1, `${Math.max(1, Math.round(bytes / 1024))} KB`, 'right'),
      // Half of the digest in each of two lines, so that it is not broken where it happens to end.
      { ...text(4, `${sha256.slice(0, 32)}\n${sha256.slice(32)}`), size: 8 },
    ],
  }))
}

function limitRows({ earlierLimits, language }: PacketContent): PageRow[] {
  const texts = packetSheetTexts[language]
  return earlierLimits.map(limit => ({
    cells: [
      text(2, limit.number),
      text(1, texts.kinds[limit.kind], 'center'),
      amount(2, limit.amount),
      text(1, limit.grade ?? blank, 'center'),
      dayCell(1, limit.from),
      dayCell(1, limit.to),
      dayCell(1, limit.closedOn),
    ],
  }))
}
