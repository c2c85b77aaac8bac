import { splitPhones } from '../../../../shared/domain/contact.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import type { Connection } from '../../database/connection.ts'
import { putText, storedTexts } from '../../repositories/free-texts.ts'
import { type Forgetting, tellingTexts } from './forgetting.ts'

/** Takes the person out of the sentences beside the boxes that may change; answers out of how many. Throws SqliteError. */
export function eraseSentences(db: Connection, { boxes, mentions }: Forgetting): number {
  let count = 0
  for (const stored of storedTexts(db, [...boxes.keys()])) {
    const left = stored.row === null ? stored.text : mentions.blackOut(stored.text)
    if (left === stored.text) continue
    putText(db, stored, left)
    count += 1
  }
  return count
}

/**
 * What is left of what somebody found out or was told: nothing where it is one of the texts that tell of the person, however its digits
 * are grouped, else the sentence without the person.
 */
export function leftOfText(forgetting: Forgetting): (text: string) => string {
  const known = new Set(
    tellingTexts(forgetting)
      .flatMap(text => [text, ...splitPhones(text)])
      .map(ungrouped),
  )
  return text => (known.has(ungrouped(text)) ? erasedMark : forgetting.mentions.blackOut(text))
}

const ungrouped = (text: string) => text.replace(/[\s-]/g, '')
