import { type Connection, inTransaction } from '../database/connection.ts'
import { addActor } from '../repositories/actors.ts'
import { putSetting } from '../repositories/settings.ts'
import { sampleCustomers } from '../sample/sample-customers.ts'
import { addCustomer } from './create-customer.ts'
import type { Context } from './context.ts'

const company = { name: '示例商贸公司', person: '林晓', customers: 200, seed: 1 }

/** Fills an empty database with the sample company: the same customers every time, all of them or none. */
export function fillSample(db: Connection, { clock }: Pick<Context, 'clock'>): void {
  inTransaction(db, () => {
    const at = clock().toISOString()
    const { id } = addActor(db, company.person, at)
    putSetting(db, 'company', company.name)
    putSetting(db, 'sample', '1')
    for (const values of sampleCustomers(company.customers, company.seed)) addCustomer(db, values, { by: id, at })
  })
}
