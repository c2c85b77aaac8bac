import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import type { Connection } from '../../database/connection.ts'
import { answersWith, putStoredAnswer } from '../../repositories/erased-rows.ts'
import { textsReplaced } from './erased.ts'

/** Takes texts out of the answers that are kept in case a command is sent again; answers out of how many. Throws SqliteError. */
export function eraseAnswers(db: Connection, texts: readonly string[]): number {
  const found = new Map(
    texts
      .flatMap(text => answersWith(db, JSON.stringify(text).slice(1, -1)))
      .map(answer => [JSON.stringify(answer), answer]),
  )
  for (const answer of found.values()) {
    const left = textsReplaced(JSON.parse(answer.answer), said =>
      texts.some(text => said.includes(text)) ? erasedMark : said,
    )
    putStoredAnswer(db, { ...answer, answer: JSON.stringify(left) })
  }
  return found.size
}
