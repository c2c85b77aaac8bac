import type { Role } from '../../../shared/domain/roles.ts'
import { samplePassword } from '../../../shared/domain/sample.ts'
import { inTransaction } from '../database/connection.ts'
import { addAccount, giveRole } from '../repositories/accounts.ts'
import { addActor } from '../repositories/actors.ts'
import { scanPairs } from '../jobs/scan-pairs.ts'
import { putSetting } from '../repositories/settings.ts'
import { madeTwice } from '../sample/made-twice.ts'
import { sampleCustomers } from '../sample/sample-customers.ts'
import { hashPassword } from './accounts/passwords.ts'
import { audit } from './audit/audit.ts'
import { addCustomer } from './create-customer.ts'
import { now, type Ports } from './context.ts'
import { keepScan } from './duplicates/worklist.ts'
import { sampleContext } from './sample-context.ts'
import { daysAgo, fillSampleApprovals } from './sample-approvals.ts'
import { fillSamplePersonal } from './sample-personal.ts'

const company = { name: '示例商贸公司', customers: 200, seed: 1 }

/** Who works in the sample company, the one who fills in first. */
const staff: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: '林晓', roles: ['administrator', 'filler'] },
  { name: '周敏', roles: ['officeHead'] },
  { name: '陈卫东', roles: ['salesManager'] },
  { name: '赵红', roles: ['marketingVp'] },
  { name: '吴建国', roles: ['generalManager'] },
  { name: '郑凯', roles: ['verifier'] },
  { name: '钱芳', roles: ['accountant'] },
  { name: '孙磊', roles: ['filler'] },
  { name: '何静', roles: ['auditor'] },
]

const daysAtWork = 150
const samplePasswordCost = 2 ** 12 // cheap, as everybody is told the password

/** Fills an empty database with the sample company: the same customers every time, all of them or none. */
export async function fillSample(ports: Ports): Promise<void> {
  const { db } = ports
  const password = await hashPassword(samplePassword, samplePasswordCost)
  inTransaction(db, () => {
    // The house has worked with the program for some months, so that limits end soon and have ended.
    const context = daysAgo(ports, daysAtWork)
    const at = now(context)
    const ids = staff.map(({ name }) => addActor(db, name, at).id)
    const [by = 0] = ids
    for (const [index, { roles }] of staff.entries()) {
      const id = ids[index] ?? by
      addAccount(db, id, { password, mustChange: false, at, by })
      for (const role of roles) giveRole(db, id, { role, since: at, givenBy: by })
    }
    putSetting(db, 'company', company.name)
    putSetting(db, 'sample', '1')
    audit({ ...context, actor: { id: by } }, { action: 'app.setUp', object: 'sample' })
    for (const values of madeTwice([...sampleCustomers(company.customers, company.seed)]))
      addCustomer(db, values, { by, at })
    fillSamplePersonal(context)
    fillSampleApprovals(ports)
    keepScan(
      sampleContext(ports, '陈卫东'),
      scanPairs(db, () => undefined),
    )
  })
}
