import type { Path } from '../catalogue/field.ts'

/** The boxes of KH001 that decide who a customer is and where money goes; of a 正式客户 they change by request only (rules 17). */
export const keyBoxes = [
  'customer.name',
  'customer.businessRegNo',
  'people.principal.1.name',
  'customer.bankAccountNo',
  'customer.paymentMethod',
] as const

/** Stands for 负责业务员 in a change request: a person, not a box of the form. */
export const salespersonPath = 'salesperson'

/** Whatever a change request can be about. */
export const controlledPaths = [...keyBoxes, salespersonPath] as const
export type ControlledPath = (typeof controlledPaths)[number]

export const bankAccountPath = 'customer.bankAccountNo'

/** Whether a box is a key box. */
export function isKeyBox(path: Path): boolean {
  return keyBoxes.some(box => box === path)
}
