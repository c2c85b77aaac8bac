import type { gridCalls } from '../../../../shared/contract/grid-calls.ts'
import type { ServiceTable } from '../service-table.ts'
import { listCustomers, listedIds } from './customer-list.ts'
import { countViews, listViews, putLayout, removeView, saveView, setUsualView } from './views.ts'

/** The calls around the list of customers. */
export const gridServices = {
  'customers.list': listCustomers,
  'customers.ids': listedIds,
  'views.list': listViews,
  'views.counts': countViews,
  'views.save': saveView,
  'views.remove': removeView,
  'views.setUsual': setUsualView,
  'views.putLayout': putLayout,
} satisfies Pick<ServiceTable, keyof typeof gridCalls>
