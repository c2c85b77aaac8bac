import { type Query, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { isMaskText } from '../../../shared/catalogue/derive/masking.ts'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import { type FileTab, isForm } from './file-tabs.ts'

type Masking = 'customers.history' | 'customers.asOf' | 'changes.list' | 'changes.past' | 'verifications.list'

/** What lies beside the forms and holds something behind a mask. */
const holdsMask: { readonly [N in Masking]: (answer: Output<N>) => boolean } = {
  'customers.history': ({ entries }) => entries.some(({ isMasked }) => isMasked),
  'customers.asOf': ({ masked }) => Object.keys(masked).length > 0,
  'changes.list': ({ requests }) => requests.some(({ items }) => items.some(({ isMasked }) => isMasked)),
  'changes.past': ({ bankAccounts }) => bankAccounts.some(({ account }) => isMaskText(account)),
  'verifications.list': ({ items }) =>
    items.some(({ facts }) => facts?.item === 'account' && isMaskText(facts.accountNo)),
}

/** Whether the tab in hand shows something masked beside the boxes of the card, such as an account that the history tells of. */
export function useMaskedInView(tab: FileTab): boolean {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache])
  return useSyncExternalStore(subscribe, () =>
    cache.getAll().some(query => query.isActive() && query.state.data !== undefined && isMaskedIn(query, tab)),
  )
}

function isMaskedIn({ queryKey: [name, input], state }: Query, tab: FileTab): boolean {
  if (typeof name !== 'string' || !(name in holdsMask)) return false
  // What waits for a box stands beside it, on the forms.
  if (name === 'changes.list' && (input as Input<'changes.list'>).onlyPending && !isForm(tab)) return false
  return holdsMask[name as Masking](state.data as never)
}
