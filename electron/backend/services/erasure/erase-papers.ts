import { ownerSubject } from '../../../../shared/domain/personal.ts'
import { takesPapers } from '../../../../shared/domain/erasure.ts'
import type { Attachment } from '../../../../shared/contract/attachment-calls.ts'
import type { Connection } from '../../database/connection.ts'
import {
  blankAttachment,
  dropAttachment,
  dropPaperPerson,
  isFileNeeded,
  isRestedOn,
  subjectOfPaper,
} from '../../repositories/erased-rows.ts'
import { attachmentsOf } from '../../repositories/attachments.ts'
import type { KeptFile } from '../attachments/attachment-files.ts'
import { sha256 } from '../audit/canonical-json.ts'
import type { Asked } from './asked.ts'

/** The copies of identity cards of a customer, but for empty places. Throws SqliteError. */
export function identityCards(db: Connection, customerId: number): Attachment[] {
  return attachmentsOf(db, customerId).filter(({ kind, bytes }) => kind === 'identityCard' && bytes > 0)
}

/**
 * Those that go, where copies go at all: the chosen ones, and where nobody chose, those that are known to be this person's; where nobody
 * knows whose one is, it is as a rule that of the person in charge. Throws SqliteError.
 */
export function papersOf(
  db: Connection,
  { customerId, subject, scope, papers: chosen }: Omit<Asked, 'reason'>,
): Attachment[] {
  if (!takesPapers(scope)) return []
  const isOwn = (id: number) => (subjectOfPaper(db, id) ?? ownerSubject) === subject
  return identityCards(db, customerId).filter(({ id }) => chosen?.includes(id) ?? isOwn(id))
}

/** Takes papers off a card; one that a check rests on leaves an empty place. Answers the files to be removed. Throws SqliteError. */
export function erasePapers(db: Connection, papers: readonly Attachment[], newId: () => string): KeptFile[] {
  for (const paper of papers) {
    dropPaperPerson(db, paper.id)
    if (isRestedOn(db, paper.id)) blankAttachment(db, paper.id, erasedName(paper), sha256(newId()))
    else dropAttachment(db, paper.id)
  }
  return papers
    .filter(paper => !isFileNeeded(db, paper.sha256))
    .map(({ sha256: hash, type }) => ({ sha256: hash, type }))
}

/** What is left of the name of a paper. */
export function erasedName({ kind, type }: Pick<Attachment, 'kind' | 'type'>): string {
  return `${kind}.${type}`
}
