import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundDuplicates } from '../../../../shared/contract/duplicate-calls.ts'
import { useFile } from '../../../form/file-context.ts'
import { useFreshCall } from '../../../transport/use-call.ts'
import { DuplicateDialog } from '../../../ui/duplicate-dialog.tsx'

interface CardDuplicatesProps extends Omit<Parameters<typeof DuplicateDialog>[0], 'found' | 'okText'> {
  readonly customerId: number | undefined
  /** What answering does, if it does not save. */
  readonly okText?: string
}

/** Asks about the customers that the card as it is typed would be once more (rules 8). */
export function CardDuplicates({ customerId, okText, ...asking }: CardDuplicatesProps) {
  const { t } = useTranslation()
  const found = useDuplicatesOfCard(customerId)
  return <DuplicateDialog {...asking} found={found} okText={okText ?? t('duplicates.saveAnswers')} />
}

/** As the card stood when the dialog was opened. */
function useDuplicatesOfCard(customerId: number | undefined): FoundDuplicates | undefined {
  const { store } = useFile()
  const [values] = useState(() => store.values)
  return useFreshCall('duplicates.ofCard', { id: customerId ?? null, values }).data
}
