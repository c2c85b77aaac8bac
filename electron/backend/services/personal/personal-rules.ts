import type { PersonalRules } from '../../../../shared/domain/personal.ts'
import type { Connection } from '../../database/connection.ts'
import { consentsInForce } from '../../repositories/consents.ts'
import { purposesInForce } from '../../repositories/personal-purposes.ts'

/** What opens the boxes of a card at this moment; nobody of a card that was never saved can have agreed. Throws SqliteError. */
export function personalRules(db: Connection, customerId: number | undefined): PersonalRules {
  return {
    purposes: purposesInForce(db),
    consents: customerId === undefined ? [] : consentsInForce(db, customerId),
  }
}
