import type { Values } from '../../../../shared/catalogue/field.ts'
import { type Roster } from '../../../../shared/domain/chain.ts'
import type { Connection } from '../../database/connection.ts'
import { type ApplicationRecord, applicationById } from '../../repositories/applications.ts'
import { presentSteps, type StepRecord, stepsOf } from '../../repositories/approval-steps.ts'
import { loadCustomerValues } from '../../repositories/customer-files.ts'
import { lastSubmission, type SubmissionRecord } from '../../repositories/submissions.ts'
import { CallFailure } from '../call-failure.ts'
import { excludedPersons } from './excluded-persons.ts'
import { rosterOn } from './roster.ts'

/** An application with all that decides who may do what with it. `steps` are the present attempts, `attempts` all of them. */
export interface Case {
  readonly application: ApplicationRecord
  readonly submission: SubmissionRecord | undefined
  readonly steps: readonly StepRecord[]
  readonly attempts: readonly StepRecord[]
  /** Who may not sign, verify or confirm it by any road. */
  readonly barred: ReadonlySet<number>
  readonly roster: Roster
  /** Both forms as they stand now. */
  readonly values: Values
}

/** Loads an application on a day (ISO). Throws CallFailure `not-found`, SqliteError. */
export function loadCase(db: Connection, id: number, day: string): Case {
  const application = applicationById(db, id)
  if (!application) throw new CallFailure('not-found')
  return caseOf(db, application, day)
}

/** The rest of a case. Throws CallFailure `not-found` for a customer that is gone. */
export function caseOf(db: Connection, application: ApplicationRecord, day: string): Case {
  const values = loadCustomerValues(db, application.customerId)
  if (!values) throw new CallFailure('not-found')
  const submission = lastSubmission(db, application.id)
  const attempts = submission ? stepsOf(db, submission.id) : []
  return {
    application,
    submission,
    steps: presentSteps(attempts),
    attempts,
    barred: excludedPersons(db, application.customerId),
    roster: rosterOn(db, day),
    values,
  }
}

/** The step whose turn it is. */
export function openStepOf({ application, steps }: Pick<Case, 'application' | 'steps'>): StepRecord | undefined {
  return application.state === 'pending' ? steps.find(step => step.state === 'open') : undefined
}
