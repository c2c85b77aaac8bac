import { type Language, languages } from '../../../shared/text/language.ts'
import type { Connection } from '../database/connection.ts'
import { firstActor } from '../repositories/actors.ts'
import { countCustomers } from '../repositories/customers.ts'
import { pruneRequests } from '../repositories/requests.ts'
import { setting } from '../repositories/settings.ts'
import { fillSample } from './sample.ts'
import type { SessionOptions } from './session.ts'

const requestsKept = 30 * 24 * 60 * 60 * 1000 // ms

/** What is done once after every opening; answers the language that was chosen last. Throws SqliteError. */
export function prepareDatabase(db: Connection, { sample, clock, logger }: SessionOptions): Language | undefined {
  pruneRequests(db, new Date(clock().getTime() - requestsKept).toISOString())
  // Only a folder that nobody has begun to use may become the sample company.
  if (sample && !firstActor(db) && countCustomers(db) === 0) {
    fillSample(db, { clock })
    logger.event('sample-filled', { customers: countCustomers(db) })
  }
  const chosen = setting(db, 'language')
  return languages.find(language => language === chosen)
}
