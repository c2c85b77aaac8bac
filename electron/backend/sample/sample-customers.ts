import type { Values } from '../../../shared/catalogue/field.ts'
import { splitCompanyName } from '../../../shared/domain/company-name.ts'
import { fillCard } from './card.ts'
import { fillCreditFile } from './credit-file.ts'
import { beginFile } from './draft-file.ts'
import { type Firm, inventFirm } from './firm.ts'
import { fillPeople } from './people.ts'
import { fillProductLines } from './product-lines.ts'
import { createRandom, type Random } from './random.ts'

/**
 * Invents the customers of the sample company: the same ones for the same `seed`, and a longer run begins with a shorter one. Names
 * and registration numbers do not repeat. Customer and card numbers are left for the program to give, approvals for the approvers.
 */
export function* sampleCustomers(count: number, seed: number): Generator<Values> {
  const names = new Set<string>()
  for (let index = 0; index < count; index++) {
    const random = createRandom(seed, index)
    yield inventCustomer(random, unusedFirm(random, names), index)
  }
}

function inventCustomer(random: Random, firm: Firm, index: number): Values {
  const file = beginFile(random, firm, 0.6 + random.fraction() * 0.35)
  fillCard(file, index)
  fillPeople(file)
  fillProductLines(file)
  // New customers have a card long before anybody asks for credit.
  if (random.chance(0.85)) fillCreditFile(file)
  return file.values
}

function unusedFirm(random: Random, names: Set<string>): Firm {
  for (;;) {
    const firm = inventFirm(random)
    // Two spellings of one name are one name (rules 8).
    const { whole } = splitCompanyName(firm.name)
    if (names.has(whole)) continue
    names.add(whole)
    return firm
  }
}
