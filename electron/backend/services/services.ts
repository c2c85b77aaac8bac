import { accountServices } from './accounts/account-services.ts'
import { setUp } from './accounts/set-up.ts'
import { backups, reopen, report, restore, setLanguage } from './app.ts'
import { applicationServices } from './applications/application-services.ts'
import { attachmentServices } from './attachments/attachment-services.ts'
import { verificationServices } from './attachments/verification-services.ts'
import { auditServices } from './audit/audit-services.ts'
import { duplicateServices } from './duplicates/duplicate-services.ts'
import { changeServices } from './changes/change-services.ts'
import { createCustomer } from './create-customer.ts'
import { customerAsOf, customerHistory } from './customer-history.ts'
import { archiveCustomer, openCustomer } from './customers.ts'
import { discardDraft, listDrafts, putDraft } from './drafts.ts'
import { cancelExport, exportForms, exportRegister, notePrint } from './exports.ts'
import { gridServices } from './grid/grid-services.ts'
import { mergeServices } from './merge/merge-services.ts'
import { delegationServices } from './policy/delegation-services.ts'
import { backupServices } from './backups/backup-services.ts'
import { boxServices } from './extra/box-services.ts'
import { cardServices } from './extra/card-services.ts'
import { importServices } from './imports/import-services.ts'
import { erasureServices } from './erasure/erasure-services.ts'
import { personalServices } from './personal/personal-services.ts'
import { policyServices } from './policy/policy-services.ts'
import { packetServices } from './packets/packet-services.ts'
import { renameCompany } from './rename-company.ts'
import { requestOutcome } from './requests.ts'
import { saveCustomer } from './save-customer.ts'
import type { ServiceTable } from './service-table.ts'
import { undoSave } from './undo-save.ts'

/** Every call of the contract with what carries it out. */
export const services = {
  'app.status': (session, _, token) => session.status(token),
  'app.setUp': setUp,
  'app.setLanguage': setLanguage,
  'company.rename': renameCompany,
  'app.reopen': reopen,
  'app.backups': backups,
  'app.restore': restore,
  'app.report': report,
  'customers.open': openCustomer,
  'customers.create': createCustomer,
  'customers.save': saveCustomer,
  'customers.undoSave': undoSave,
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
  ...policyServices,
  ...delegationServices,
  ...accountServices,
  ...attachmentServices,
  ...verificationServices,
  ...auditServices,
  ...applicationServices,
  ...packetServices,
  ...erasureServices,
  ...gridServices,
  ...boxServices,
  ...cardServices,
  ...duplicateServices,
  ...importServices,
  ...mergeServices,
  ...changeServices,
  ...backupServices,
  ...personalServices,
} satisfies ServiceTable
