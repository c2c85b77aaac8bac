import type { CallName, Checked, Output } from '../../../shared/contract/contract.ts'
import { backups, reopen, report, restore, setLanguage, setUp } from './app.ts'
import type { Context } from './context.ts'
import { createCustomer } from './create-customer.ts'
import { customerAsOf, customerHistory } from './customer-history.ts'
import { archiveCustomer, listCustomers, openCustomer } from './customers.ts'
import { discardDraft, listDrafts, putDraft } from './drafts.ts'
import { cancelExport, exportForms, exportRegister, notePrint } from './exports.ts'
import { requestOutcome } from './requests.ts'
import { saveCustomer } from './save-customer.ts'
import type { Session } from './session.ts'

/** Calls about the data folder itself, which are made in every phase; all others need it open and a person. */
type FolderCall = Extract<CallName, `app.${string}`>

type Service<N extends CallName> = (
  from: N extends FolderCall ? Session : Context,
  input: Checked<N>,
) => Output<N> | Promise<Output<N>>

/** One handler for every call of the contract: a missing one does not compile. */
type ServiceTable = { readonly [N in CallName]: Service<N> }

export const services = {
  'app.status': session => session.status(),
  'app.setUp': setUp,
  'app.setLanguage': setLanguage,
  'app.reopen': reopen,
  'app.backups': backups,
  'app.restore': restore,
  'app.report': report,
  'customers.list': listCustomers,
  'customers.open': openCustomer,
  'customers.create': createCustomer,
  'customers.save': saveCustomer,
  'customers.archive': archiveCustomer,
  'customers.history': customerHistory,
  'customers.asOf': customerAsOf,
  'drafts.put': putDraft,
  'drafts.discard': discardDraft,
  'drafts.list': listDrafts,
  'requests.outcome': requestOutcome,
  'exports.forms': exportForms,
  'exports.register': exportRegister,
  'exports.printed': notePrint,
  'exports.cancel': cancelExport,
} satisfies ServiceTable
