import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { begin, companyAtWork, goTo, idOf, requestFor, typedCustomer } from './company.ts'

test('another salesperson of a formal customer is named by request, also before a limit was ever submitted', async () => {
  const company = await companyAtWork()
  const { filler, otherFiller } = company
  const { id } = await filler.create(typedCustomer())
  const application = await begin(company, id)
  const another = {
    requestId: randomUUID(),
    id: application,
    request: requestFor(company, { salespersonId: idOf(company, '韩雪') }),
  }
  const refusal = await otherFiller.refusal('applications.change', another)
  expect(refusal).toMatchObject({ code: 'needs-change-request', fields: ['salesperson'] })
  // Whoever made the card today may have slipped.
  await filler.ask('applications.change', another)
  await goTo(company, '2026-11-25')
  const back = { ...another, requestId: randomUUID(), request: requestFor(company, {}) }
  expect(await filler.refusal('applications.change', back)).toMatchObject({ code: 'needs-change-request' })
})
