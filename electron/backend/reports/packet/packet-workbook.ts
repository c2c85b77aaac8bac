import type { Values } from '../../../../shared/catalogue/field.ts'
import { forms } from '../../../../shared/catalogue/layout/forms.ts'
import type { PacketAnswer } from '../../../../shared/contract/packet-calls.ts'
import { approvalPath } from '../../../../shared/catalogue/derive/paths.ts'
import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import { addFormSheet } from '../form-sheet.ts'
import { shortName } from '../short-name.ts'
import { sheetName } from '../sheet-name.ts'
import { newWorkbook, type Workbook, type Worksheet } from '../workbook.ts'
import { drawApprovalSheet } from './approval-sheet.ts'
import { chainBox } from './chain-boxes.ts'
import { drawFactsSheet } from './facts-sheet.ts'
import { addHiddenSheets, type KeySignature, packetKeyword } from './identity-sheet.ts'
import { guideEntries } from './entry-guides.ts'
import type { PacketContent } from './packet-content.ts'
import { markPages } from './sheet-page.ts'
import { approvalPosts } from '../../../../shared/catalogue/approvals.ts'

/** What a signed packet carries beside its content. */
export interface PacketFilling {
  readonly answer: PacketAnswer
  readonly signature: KeySignature
}

/** The workbook of a 审批传递单 (rules 5): always drawn anew from its content, never from a file. */
export function packetWorkbook(content: PacketContent, filling?: PacketFilling): Workbook {
  const texts = packetSheetTexts[content.language]
  const { company, madeBy, madeOn, logHead, snapshot, language, withDelicate } = content
  const workbook = newWorkbook({ title: texts.title, company, creator: madeBy, created: madeOn })
  workbook.keywords = `${packetKeyword} ${content.packetId}`
  const approval = workbook.addWorksheet(texts.approvalSheet, { views: [{ showGridLines: false }] })
  drawApprovalSheet(approval, content, filling?.answer)
  guideEntries(approval, content)
  const customer = { customerNo: content.customerNo, values: { ...snapshot.values, ...signatures(content) } }
  const context = {
    company,
    person: madeBy,
    today: madeOn,
    time: '',
    logHead: logHead.slice(0, 12),
    language,
    withDelicate,
  }
  for (const form of ['KH001', 'KH002'] as const) {
    const name = sheetName(`${form} ${shortName(content.customerName)}`, [])
    addFormSheet(workbook, name, { ...forms[form], blank: '—' }, customer, context)
  }
  drawFactsSheet(workbook.addWorksheet(texts.factsSheet, { views: [{ showGridLines: false }] }), content)
  const seen = [...workbook.worksheets]
  addHiddenSheets(workbook, content, filling?.signature)
  for (const sheet of seen) {
    markPages(sheet, content)
    protect(sheet)
  }
  return workbook
}

/** The approvers' boxes of a KH002 under review, as far as they are decided; the rest stays empty for the pen. */
function signatures(content: PacketContent): Values {
  if (content.kind !== 'standing') return {}
  const entries = approvalPosts.flatMap(({ code }) => {
    const { signature, decision, signedOn } = chainBox(content, code)
    return [
      [approvalPath(code, 'signature'), signature || decision],
      [approvalPath(code, 'signedOn'), signedOn],
    ] as const
  })
  return { ...Object.fromEntries(entries), 'credit.approvedLimit': null, 'credit.approvedGrade': null }
}

/** Guards against slips; whoever means to can take it off, which is why a packet is compared when it comes back. */
function protect(sheet: Worksheet): void {
  // Without a password nothing is computed, and the promise of the library is settled when it is made.
  void sheet.protect('', { spinCount: 10_000, formatRows: true, formatColumns: true })
}
