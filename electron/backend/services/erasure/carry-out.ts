import type { ErasedCounts } from '../../../../shared/contract/erasure-calls.ts'
import { erasedMark } from '../../../../shared/domain/erased-mark.ts'
import { lastAuditEntry } from '../../repositories/audit-log.ts'
import { forgetSalts } from '../../repositories/audit-salts.ts'
import { insertErasure } from '../../repositories/erasures.ts'
import { eraseConsents, importsOf } from '../../repositories/erased-rows.ts'
import type { KeptFile } from '../attachments/attachment-files.ts'
import { afterSave } from '../applications/after-save.ts'
import { audit } from '../audit/audit.ts'
import { type Context, now, today } from '../context.ts'
import type { Asked } from './asked.ts'
import { eraseMerges, eraseRequests } from './erase-agreed.ts'
import { eraseAnswers } from './erase-answers.ts'
import { eraseAccounts, eraseCards } from './erase-cards.ts'
import { eraseChecks } from './erase-checked.ts'
import { erasedName, erasePapers, papersOf } from './erase-papers.ts'
import { eraseDrafts, eraseHistory } from './erase-past.ts'
import { erasePackets, eraseSubmissions } from './erase-submitted.ts'
import { type Forgetting, tellingTexts } from './forgetting.ts'
import type { Mentions } from './mentions.ts'
import { eraseSentences, leftOfText } from './sentences.ts'

/** What an erasure did, and the kept files that it leaves without a paper. */
export interface CarriedOut {
  readonly counts: ErasedCounts
  readonly files: readonly KeptFile[]
}

/**
 * Erases a person inside the caller's transaction: every record with its new digest in one row of the log, and the salts of all digests
 * that such answers had a part in. Throws SqliteError.
 */
export function carryOut(
  context: Pick<Context, 'db' | 'actor' | 'clock' | 'machine' | 'newId'>,
  asked: Asked,
  found: Forgetting,
): CarriedOut {
  const { db, actor, newId } = context
  const { customerId, subject, scope, reason } = asked
  const at = now(context)
  // Whoever asks for an answer once more is told no sentence that spoke of the person either.
  const sentences = new Set<string>()
  const forgetting = { ...found, mentions: noting(found.mentions, sentences) }
  const loggedIn = (lastAuditEntry(db)?.seq ?? 0) + 1
  const erasureId = insertErasure(db, { customerId, subject, scope, at, by: actor.id, loggedIn })
  const cards = [...forgetting.boxes.keys(), ...forgetting.parted]
  const objects = [...cards.map(id => `customer:${id}`), ...importsOf(db, cards).map(id => `import:${id}`)]
  const forgot = objects.filter(object => forgetSalts(db, object, loggedIn))
  const texts = tellingTexts(forgetting)
  const left = leftOfText(forgetting)
  const papers = papersOf(db, asked)

  const history = eraseHistory(db, forgetting)
  const merges = eraseMerges(db, forgetting, erasureId)
  const changeRequests = eraseRequests(db, forgetting, erasureId, left)
  const submissions = eraseSubmissions(db, forgetting, erasureId, newId)
  const fileNames = new Map(papers.map(paper => [paper.fileName, erasedName(paper)]))
  const packets = erasePackets(db, forgetting, erasureId, fileNames)
  const checks = eraseChecks(context, cards, erasureId, left)
  const files = erasePapers(db, papers, newId)
  if (scope === 'all')
    for (const [card, people] of forgetting.subjects)
      for (const person of people) eraseConsents(db, card, person, erasedMark)
  const drafts = eraseDrafts(db, forgetting)
  const told = eraseSentences(db, forgetting)
  const accounts = eraseAccounts(db, forgetting, today(context))
  const { count: boxes, texts: inBoxes, cards: changed } = eraseCards(db, forgetting, { erasureId, at, by: actor.id })
  const answers = eraseAnswers(db, [...texts, ...sentences])

  audit(context, {
    action: 'personal.erase',
    object: `customer:${customerId}`,
    reason,
    facts: {
      erasure: String(erasureId),
      subject,
      scope,
      boxes: String(boxes),
      records: String(submissions.size + packets + merges + changeRequests + checks.digests.size),
      texts: String(told + inBoxes),
      forgot: forgot.join(' '),
      ...Object.fromEntries(
        [...submissions].map(([id, { before, after }]) => [`submission.${id}`, `${before} ${after}`]),
      ),
      ...Object.fromEntries([...checks.digests].map(([id, digest]) => [`verification.${id}`, digest])),
    },
  })
  // An account that is gone is another account: a limit that rests on it is looked at again (rules 9).
  const own = changed.find(card => card.customerId === customerId)
  if (own) afterSave(context, customerId, own)
  return {
    counts: {
      boxes,
      history: history + accounts,
      drafts,
      submissions: submissions.size,
      packets,
      merges,
      changeRequests,
      verifications: checks.count,
      papers: papers.length,
      answers,
      texts: told + inBoxes,
    },
    files,
  }
}

/** Mentions that keep in mind which sentences spoke of the person. */
function noting(mentions: Mentions, sentences: Set<string>): Mentions {
  const blackOut = (text: string) => {
    const left = mentions.blackOut(text)
    if (left !== text) sentences.add(text)
    return left
  }
  return { ...mentions, blackOut }
}
