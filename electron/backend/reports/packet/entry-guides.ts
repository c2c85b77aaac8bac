import { packetSheetTexts } from '../../../../shared/text/packet-sheet.ts'
import type { DataValidation, Worksheet } from '../workbook.ts'
import { decisionList } from './identity-sheet.ts'
import { type OpenBox, openCells } from './open-cells.ts'
import type { PacketContent } from './packet-content.ts'

/** Puts lists, bounds and a word of help on the cells that are filled in. Programs may lose them: nothing relies on them. */
export function guideEntries(sheet: Worksheet, content: PacketContent): void {
  const texts = packetSheetTexts[content.language]
  for (const [box, address] of openCells(content)) {
    const prompt = texts.prompts[box]
    sheet.getCell(address).dataValidation = {
      ...ruleOf(box, content),
      allowBlank: true,
      showInputMessage: true,
      promptTitle: texts[box],
      prompt,
      showErrorMessage: true,
      errorTitle: texts[box],
      error: prompt,
    }
  }
}

function ruleOf(box: OpenBox, { snapshot, submittedOn }: PacketContent): DataValidation {
  const since = new Date(`${submittedOn}T00:00:00Z`)
  switch (box) {
    case 'decision':
      return { type: 'list', formulae: [decisionList] }
    case 'granted':
      return { type: 'decimal', operator: 'between', formulae: [0, snapshot.amount / 100] }
    case 'grade':
      return { type: 'list', formulae: ['"A,B,C"'] }
    case 'signedOn':
    case 'validTo':
      return { type: 'date', operator: 'greaterThanOrEqual', formulae: [since] }
    case 'comment':
    case 'signature':
      return { type: 'textLength', operator: 'between', formulae: [0, box === 'comment' ? 2000 : 100] }
  }
}
