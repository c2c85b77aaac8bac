import { useMemo } from 'react'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { PendingChange } from '../../../form/pending.tsx'
import { useCall } from '../../../transport/use-call.ts'
import { useChangeWords } from '../../../ui/change-items.tsx'

/** The boxes of a customer for which a change waits, with what they are to say; a card that was never saved has none. */
export function usePendingChanges(customerId: number | undefined): ReadonlyMap<Path, PendingChange> {
  const list = useCall('changes.list', { customerId: customerId ?? 1, onlyPending: true })
  const words = useChangeWords()
  const requests = customerId === undefined ? undefined : list.data?.requests
  return useMemo(() => {
    const boxes = new Map<Path, PendingChange>()
    for (const { items, requestedBy } of requests ?? [])
      for (const { path, to, isHidden } of items)
        boxes.set(path, { value: isHidden ? undefined : words.value(path, to), by: requestedBy.name })
    return boxes
    // oxlint-disable-next-line react/exhaustive-deps -- the words change with the language, and with it the whole screen is drawn anew
  }, [requests])
}
