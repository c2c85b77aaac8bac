import { firstTables } from './001-first-tables.ts'
import { approvals } from './002-approvals.ts'
import { search } from './003-search.ts'
import { listViews } from './004-list-views.ts'
import { imports } from './005-import.ts'
import { duplicates } from './006-duplicates.ts'
import { merge } from './007-merge.ts'
import { changeControl } from './008-change-control.ts'
import { extraBoxes } from './009-extra-boxes.ts'
import { pairAnswers } from './011-pair-answers.ts'
import { personalData } from './014-personal-data.ts'
import { erasure } from './015-erasure.ts'
import { erasedNotes } from './016-erased-notes.ts'
import { pairsOfCustomer } from './017-pairs-of-a-customer.ts'

/** Every migration in order; the place in the list, counted from 1, is the `user_version` it leads to. Append only. */
export const migrations: readonly string[] = [
  firstTables,
  approvals,
  search,
  listViews,
  imports,
  duplicates,
  merge,
  changeControl,
  extraBoxes,
  pairAnswers,
  personalData,
  erasure,
  erasedNotes,
  pairsOfCustomer,
]
