import type { applicationCalls } from '../../../../shared/contract/application-calls.ts'
import type { ServiceTable } from '../service-table.ts'
import { beginApplication, changeApplication, confirmCarried } from './begin.ts'
import { confirmChanges } from './confirm-changes.ts'
import { decideStep } from './decide.ts'
import { checkApplication } from './gates.ts'
import { limitsOfCustomer, releaseLimit } from './limits.ts'
import { listApplications } from './list.ts'
import { openApplication } from './open-application.ts'
import { askOpinion, giveOpinion } from './opinions.ts'
import { approvalLog, limitLedger } from './report-tables.ts'
import { submitApplication } from './submit.ts'
import { todayRows, todaySummary } from './today.ts'
import { withdrawApplication } from './withdraw.ts'

/** Limits: asked for, signed, in force, reported. */
export const applicationServices = {
  'applications.list': listApplications,
  'applications.open': openApplication,
  'applications.begin': beginApplication,
  'applications.change': changeApplication,
  'applications.confirmCarried': confirmCarried,
  'applications.check': checkApplication,
  'applications.submit': submitApplication,
  'applications.decide': decideStep,
  'applications.withdraw': withdrawApplication,
  'applications.askOpinion': askOpinion,
  'applications.giveOpinion': giveOpinion,
  'applications.confirmChanges': confirmChanges,
  'limits.ofCustomer': limitsOfCustomer,
  'limits.release': releaseLimit,
  'today.summary': todaySummary,
  'today.rows': todayRows,
  'reports.approvalLog': approvalLog,
  'reports.limitLedger': limitLedger,
} satisfies Pick<ServiceTable, keyof typeof applicationCalls>
