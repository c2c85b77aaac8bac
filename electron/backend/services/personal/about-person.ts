import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { displayValue, labelOf } from '../../../../shared/catalogue/derive/display.ts'
import { valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Checked, Output } from '../../../../shared/contract/contract.ts'
import { localDay } from '../../../../shared/domain/calendar.ts'
import { boxesAbout, subjectName } from '../../../../shared/domain/personal.ts'
import { reportTexts } from '../../../../shared/text/reports.ts'
import { papersOfPerson } from '../../repositories/attachments.ts'
import { auditEntries } from '../../repositories/audit-log.ts'
import { consentsOf } from '../../repositories/consents.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { requestsOfCard, type RequestRecord } from '../../repositories/personal-requests.ts'
import { namesIn } from '../applications/names.ts'
import { CallFailure } from '../call-failure.ts'
import type { Context } from '../context.ts'
import { deliverTable } from '../deliver-report.ts'
import { refuseDelicate } from '../field-rights.ts'
import { shownValues } from './shown-values.ts'

const mostGlances = 500

/** Everything that is kept about one person of a card, and who has seen it. Throws CallFailure `not-found`. */
export function aboutPerson(
  context: Context,
  { customerId, subject }: Checked<'personal.ofPerson'>,
): Output<'personal.ofPerson'> {
  const { db } = context
  const values = loadCustomerValues(db, customerId)
  if (!values) throw new CallFailure('not-found')
  const name = subjectName(values, subject)
  const shown = shownValues(context, customerId, values)
  const boxes = boxesAbout(subject, values).filter(path => path in shown.values || path in shown.masked)
  return {
    boxes,
    values: Object.fromEntries(boxes.filter(path => path in shown.values).map(path => [path, valueAt(values, path)])),
    papers: papersOfPerson(db, customerId, name),
    reveals: glances(context, 'personal.reveal', customerId),
    exports: exportsWith(context, customerId),
    requests: requestsOfCard(db, customerId)
      .filter(request => request.name === name)
      .map(answer),
  }
}

function answer({ customerId: _customerId, closedAt, ...request }: RequestRecord) {
  return { ...request, closedOn: closedAt === null ? null : localDay(new Date(closedAt)) }
}

function glances({ db }: Context, action: string, customerId: number) {
  const names = namesIn(db)
  const page = { offset: 0, limit: mostGlances }
  return auditEntries(db, { object: `customer:${customerId}`, action }, page).map(({ at, actorId }) => ({
    at,
    by: actorId === null ? '' : names(actorId),
  }))
}

const handingOut = ['export.forms', 'export.register', 'export.print', 'personal.copy']

/** What left the house with delicate boxes in it; of exports of many customers the log does not say which. */
function exportsWith({ db }: Context, customerId: number): Output<'personal.ofPerson'>['exports'] {
  const names = namesIn(db)
  const page = { offset: 0, limit: mostGlances }
  const rows = handingOut.flatMap(action =>
    [`customer:${customerId}`, 'customers'].flatMap(object => auditEntries(db, { object, action }, page)),
  )
  return rows
    .filter(({ action, facts }) => action === 'personal.copy' || facts.includes('"withDelicate":"1"'))
    .sort((a, b) => b.seq - a.seq)
    .map(({ at, actorId, object }) => ({
      at,
      by: actorId === null ? '' : names(actorId),
      whole: object === 'customers',
    }))
}

/**
 * What is kept about a person as a workbook for that person.
 * @throws CallFailure `not-found`, `not-allowed`, `reason-missing`, `cancelled`, `busy`, `disk-full`
 */
export function copyForPerson(context: Context, input: Checked<'personal.copy'>): Promise<Output<'personal.copy'>> {
  const { db } = context
  const { customerId, subject, reason, language } = input
  refuseDelicate(context, 'personal.copy', { withDelicate: true, reason })
  const values = loadCustomerValues(db, customerId)
  if (!values) throw new CallFailure('not-found')
  const name = subjectName(values, subject)
  const texts = reportTexts[language].personal
  const boxes = boxesAbout(subject, values).map(path => {
    const field = boxAt(path)?.field
    return [texts.box, labelOf(path, language), field ? displayValue(field, valueAt(values, path), language) : '', null]
  })
  const consents = consentsOf(db, customerId)
    .filter(consent => consent.name === name)
    .map(({ class: group, givenOn, withdrawn }) => [
      texts.consent,
      texts[group],
      withdrawn ? `${texts.withdrawn} ${withdrawn.on}` : texts.inForce,
      givenOn,
    ])
  const papers = papersOfPerson(db, customerId, name).map(({ fileName, addedAt }) => [
    texts.paper,
    fileName,
    '',
    localDay(new Date(addedAt)),
  ])
  return deliverTable(
    context,
    { ...input, withDelicate: true },
    {
      title: [texts.title, name],
      columns: columns.map((column, index) => ({ ...column, head: texts.heads[index] ?? '' })),
      rows: [...boxes, ...consents, ...papers],
      event: { action: 'personal.copy', object: `customer:${customerId}`, reason, facts: { subject } },
    },
  )
}

const columns = [
  { format: 'text', width: 12 },
  { format: 'text', width: 24 },
  { format: 'text', width: 50 },
  { format: 'date', width: 11 },
] as const
