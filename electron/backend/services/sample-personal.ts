import { isEmpty } from '../../../shared/catalogue/derive/value.ts'
import {
  accountPath,
  healthPath,
  isIndividual,
  ownerSubject,
  type PersonalClass,
  subjectName,
} from '../../../shared/domain/personal.ts'
import { loadCustomerValues } from '../repositories/customer-files.ts'
import { everyId } from '../repositories/customer-list.ts'
import type { NewPurpose } from '../repositories/personal-purposes.ts'
import { type Ports, today } from './context.ts'
import { recordConsent } from './personal/consent-services.ts'
import { setPurpose } from './personal/personal-services.ts'
import { sampleContext } from './sample-context.ts'

const purposes: readonly NewPurpose[] = [
  {
    class: 'health',
    purpose: '判断负责人能否持续经营，决定授信期限。',
    necessity: '经营只靠负责人一人、又没有接班人时才问；能用“能否正常经营”代替的，不填写。',
    retentionMonths: 12,
    needsConsent: true,
  },
  {
    class: 'bankAccount',
    purpose: '退款、返利汇入本人帐户，核对付款人。',
    necessity: '个体客户没有对公帐户，收付款只能用本人帐户。',
    retentionMonths: 36,
    needsConsent: true,
  },
  {
    class: 'identityCard',
    purpose: '个人担保时核对担保人身份。',
    necessity: '担保合同要写明担保人身份；没有个人担保的，不收复印件。',
    retentionMonths: 36,
    needsConsent: true,
  },
  {
    class: 'guarded',
    purpose: '拜访、联络客户，了解经营者。',
    necessity: '业务员日常联络要用；不参与评分，不作审批依据。',
    retentionMonths: 24,
    needsConsent: false,
  },
]

/** The sample company says what it keeps personal data for, and has the consent of whoever it knows sensitive things about. Throws SqliteError. */
export function fillSamplePersonal(ports: Ports): void {
  const { db } = ports
  const administrator = sampleContext(ports, '林晓')
  for (const purpose of purposes) setPurpose(administrator, { requestId: ports.newId(), ...purpose })
  const filler = sampleContext(ports, '孙磊')
  for (const customerId of everyId(db, { words: [], archived: false })) {
    const values = loadCustomerValues(db, customerId) ?? {}
    const classes: PersonalClass[] = []
    if (!isEmpty(values[healthPath])) classes.push('health')
    if (!isEmpty(values[accountPath]) && isIndividual(values)) classes.push('bankAccount')
    if (classes.length === 0 || subjectName(values, ownerSubject) === '') continue
    recordConsent(filler, {
      requestId: ports.newId(),
      customerId,
      subject: ownerSubject,
      classes,
      givenOn: today(filler),
      manner: 'written',
      note: '建档时签的同意书',
      attachmentId: null,
    })
  }
}
