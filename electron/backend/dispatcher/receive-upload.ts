import type { Outcome } from '../../../shared/contract/errors.ts'
import { type UploadKind, uploadKinds, type Uploaded } from '../../../shared/contract/uploads.ts'
import type { Pieces } from '../services/inbox.ts'
import type { Session } from '../services/session.ts'
import { answerFailure } from './answer-failure.ts'

/** Puts a file of a page into the inbox of the open folder, and answers a value or an error; it never throws. */
export async function receiveUpload(
  session: Session,
  bytes: Pieces,
  kind: UploadKind = 'file',
): Promise<Outcome<Uploaded>> {
  try {
    return { ok: true, value: { upload: await session.inbox.receive(bytes, uploadKinds[kind]) } }
  } catch (error) {
    return answerFailure(session, 'upload', session.options.newId(), error)
  }
}
