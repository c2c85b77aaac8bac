import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { addActor } from '../../electron/backend/repositories/actors.ts'
import { insertCustomerFile, loadCustomerValues } from '../../electron/backend/repositories/customer-files.ts'
import { approvalFields, approvalPosts } from '../../shared/catalogue/approvals.ts'
import { approvalPath, boxAt, personPath } from '../../shared/catalogue/derive/paths.ts'
import { withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Path } from '../../shared/catalogue/field.ts'
import { personFields, personRoles } from '../../shared/catalogue/people.ts'
import { records } from '../../shared/catalogue/records.ts'
import { fullCustomer } from '../fixtures/full-customer.ts'
import { createWithHealth } from './consent.ts'
import { readyDesk } from './desk.ts'

/** Paths of the full customer by the numbered box of forms.md that they stand in. */
function pathsOfBox(box: string): Path[] {
  const role = personRoles.find(person => person.box === box)
  if (role) return personFields.filter(({ key }) => key !== 'homePhone').map(({ key }) => personPath(role.code, 1, key))
  const post = approvalPosts.find(approver => approver.box === box)
  if (post) return approvalFields.map(({ key }) => approvalPath(post.code, key))
  return Object.keys(fullCustomer).filter(path => boxAt(path)?.field.boxes.includes(box))
}

function fullFile() {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const at = '2026-11-22T08:00:00.000Z'
  const { id: by } = addActor(db, '林晓', at)
  const id = insertCustomerFile(db, fullCustomer, { completeness: 100, nameSort: '', at, by })
  // Signatures are the matter of the approval chain, which writes this table by itself.
  const sign = db.prepare(
    'INSERT INTO approvals (credit_id, post, actor_id, signature, signed_on) VALUES (1, ?, ?, ?, ?)',
  )
  for (const { code } of approvalPosts)
    sign.run(code, by, fullCustomer[approvalPath(code, 'signature')], fullCustomer[approvalPath(code, 'signedOn')])
  return loadCustomerValues(db, id) ?? {}
}

const numbers = (form: string, last: number) => Array.from({ length: last }, (_, index) => `${form}.${index + 1}`)

describe('every numbered box of the paper is stored and read back', () => {
  const stored = fullFile()

  test.each([...numbers('KH001', 32), ...numbers('KH002', 65)])('%s', box => {
    const paths = pathsOfBox(box)
    expect(paths).not.toEqual([])
    for (const path of paths) {
      expect([path, fullCustomer[path]]).not.toEqual([path, undefined])
      expect([path, stored[path]]).toEqual([path, fullCustomer[path]])
    }
  })

  test('and so is what the paper does not number', () => {
    expect(stored).toEqual(withoutEmpty(fullCustomer))
    const keys = Object.keys(stored).map(path => `${boxAt(path)?.record} ${boxAt(path)?.field.key}`)
    const all = Object.entries(records).flatMap(([record, fields]) => fields.map(field => `${record} ${field.key}`))
    expect([...new Set(keys)].sort()).toEqual(all.sort())
  })
})

test('a person can fill in everything that is not given by the program or the approvers', async () => {
  const desk = await readyDesk()
  const typed = Object.fromEntries(Object.entries(fullCustomer).filter(([path]) => !boxAt(path)?.field.setBy))
  const { id } = await createWithHealth(desk, typed)
  const { values } = await desk.whole(id)
  expect(values).toEqual({ ...withoutEmpty(typed), 'customer.customerNo': '0001' })
})
