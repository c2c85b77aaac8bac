import type { Input } from '../../../shared/contract/contract.ts'

/** Where the person was in the queue; kept while the window is open. */
export interface QueuePlace {
  scope: Input<'applications.list'>['scope']
  search: string
  current: number
}

/** The place in the queue of this window. */
export const queuePlace: QueuePlace = { scope: 'mine', search: '', current: 0 }
