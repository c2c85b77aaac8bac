import { approvalFields } from './approvals.ts'
import { creditFields } from './credit.ts'
import { customerFields } from './customer.ts'
import type { Field } from './field.ts'
import { personFields } from './people.ts'
import { productLineFields } from './product-lines.ts'

/** The records that a customer file is made of; the first part of every path. */
export const recordNames = ['customer', 'credit', 'people', 'productLines', 'approvals'] as const

export type RecordName = (typeof recordNames)[number]

/** Every field of every record in the paper's order, the texts of 其他 included. */
export const records: Readonly<Record<RecordName, readonly Field[]>> = {
  customer: withOtherTexts(customerFields),
  credit: withOtherTexts(creditFields),
  people: personFields,
  productLines: productLineFields,
  approvals: approvalFields,
}

/** A choice that offers 其他 carries one text, kept when another option is taken (forms.md, Rules for every field). */
function withOtherTexts(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap(field => {
    if (!field.options?.some(option => option.code === 'other')) return [field]
    const text: Field = {
      key: `${field.key}Other`,
      kind: 'text',
      label: {
        'zh-CN': `${field.label['zh-CN']}·其他`,
        'zh-TW': `${field.label['zh-TW']}·其他`,
        en: `${field.label.en}, other`,
      },
      boxes: field.boxes,
      otherOf: field.key,
      maxLength: 100,
      ...(field.delicate ? { delicate: true } : {}),
    }
    return [field, text]
  })
}
