import type { Checked, Output } from '../../../shared/contract/contract.ts'
import { putSetting, setting } from '../repositories/settings.ts'
import { audit } from './audit/audit.ts'
import type { Context } from './context.ts'
import { once } from './once.ts'

/** Corrects the name under which the company stands on screens, prints and workbooks from now on. Throws SqliteError. */
export async function renameCompany(
  context: Context,
  { requestId, company }: Checked<'company.rename'>,
): Promise<Output<'company.rename'>> {
  const { db } = context
  return once(context, requestId, () => {
    const before = setting(db, 'company') ?? ''
    if (company === before) return {}
    putSetting(db, 'company', company)
    audit(context, { action: 'company.rename', object: 'app', facts: { from: before, to: company } })
    return {}
  })
}
