import type { Path } from './field.ts'
import { personPath } from './derive/paths.ts'
import { records } from './records.ts'
import { personFields, personRoles } from './people.ts'

/** Columns that 客户名册 can have, in the paper's order: one customer a row, so of each row head the first person. */
export const registerColumns: readonly Path[] = [
  ...records.customer.map(field => `customer.${field.key}`),
  ...personRoles.flatMap(role =>
    personFields
      .filter(field => role.code === 'principal' || field.key !== 'homePhone')
      .map(field => personPath(role.code, 1, field.key)),
  ),
  ...records.credit.map(field => `credit.${field.key}`),
]

/** Columns that are ticked when a register is asked for: who, where, what kind, how big. */
export const defaultRegisterColumns: readonly Path[] = [
  'customer.customerNo',
  'customer.name',
  'customer.category',
  'customer.grade',
  personPath('principal', 1, 'name'),
  'customer.phone',
  'customer.address',
  'customer.businessRegNo',
  'customer.tradingSince',
  'customer.turnover',
  'credit.requestedLimit',
  'credit.approvedLimit',
  'credit.approvedGrade',
  'customer.developedBy',
]
