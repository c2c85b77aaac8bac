import { type Language, languages } from '../../../shared/text/language.ts'
import { firstActor } from '../repositories/actors.ts'
import { pruneAnswers } from '../repositories/answers.ts'
import { countCustomers } from '../repositories/customers.ts'
import { pruneRequests } from '../repositories/requests.ts'
import { pruneSessions } from '../repositories/sessions.ts'
import { setting } from '../repositories/settings.ts'
import { readFormal } from './changes/formal.ts'
import type { Ports } from './context.ts'
import { fillMarks } from './fill-marks.ts'
import { fillSearch } from './search/fill-search.ts'
import { fillSample } from './sample.ts'
import type { SessionOptions } from './session.ts'
import { weighAnew } from './weigh-anew.ts'

const day = 24 * 60 * 60 * 1000 // ms
const requestsKept = 30 * day
const sessionsKept = day

/** What is done once after every opening; answers the language that was chosen last. Throws SqliteError. */
export async function prepareDatabase(
  ports: Ports,
  { sample, logger }: Pick<SessionOptions, 'sample' | 'logger'>,
): Promise<Language | undefined> {
  const { db, clock } = ports
  const before = (age: number) => new Date(clock().getTime() - age).toISOString()
  pruneRequests(db, before(requestsKept))
  pruneAnswers(db, before(requestsKept))
  pruneSessions(db, before(sessionsKept))
  const filled = fillSearch(db)
  if (filled > 0) logger.event('search-filled', { customers: filled })
  // Only a folder that nobody has begun to use may become the sample company.
  if (sample && !firstActor(db) && countCustomers(db) === 0) {
    await fillSample(ports)
    logger.event('sample-filled', { customers: countCustomers(db) })
  }
  const marked = fillMarks(db)
  if (marked > 0) logger.event('marks-filled', { customers: marked })
  const weighed = weighAnew(db)
  if (weighed > 0) logger.event('completeness-weighed', { customers: weighed })
  const formal = readFormal(db, clock().toISOString())
  if (formal > 0) logger.event('formal-read', { customers: formal })
  const chosen = setting(db, 'language')
  return languages.find(language => language === chosen)
}
