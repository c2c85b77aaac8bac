import { type Language, languages } from '../../../shared/text/language.ts'
import { firstActor } from '../repositories/actors.ts'
import { pruneAnswers } from '../repositories/answers.ts'
import { countCustomers } from '../repositories/customers.ts'
import { pruneRequests } from '../repositories/requests.ts'
import { pruneSessions } from '../repositories/sessions.ts'
import { setting } from '../repositories/settings.ts'
import type { Ports } from './context.ts'
import { clearTraces } from './erasure/clear-traces.ts'
import { readAnew } from './read-anew.ts'
import { fillSample } from './sample.ts'
import type { SessionOptions } from './session.ts'

const day = 24 * 60 * 60 * 1000 // ms
const requestsKept = 30 * day
const sessionsKept = day

/**
 * What is done once after every opening; answers the language that was chosen last. `tell` hears how far the cards of an earlier version
 * are read anew, from 0 to 1. Throws SqliteError.
 */
export async function prepareDatabase(
  ports: Ports,
  { sample, logger }: Pick<SessionOptions, 'sample' | 'logger'>,
  tell: (progress: number) => void,
): Promise<Language | undefined> {
  const { db, clock } = ports
  const before = (age: number) => new Date(clock().getTime() - age).toISOString()
  pruneRequests(db, before(requestsKept))
  pruneAnswers(db, before(requestsKept))
  pruneSessions(db, before(sessionsKept))
  const read = await readAnew(db, clock().toISOString(), tell)
  if (read > 0) logger.event('read-anew', { customers: read })
  await clearTraces(ports)
  // Only a folder that nobody has begun to use may become the sample company.
  if (sample && !firstActor(db) && countCustomers(db) === 0) {
    await fillSample(ports)
    logger.event('sample-filled', { customers: countCustomers(db) })
  }
  const chosen = setting(db, 'language')
  return languages.find(language => language === chosen)
}
