import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { navigate } from '../../ui/navigate.ts'

/** Cards that were begun and never saved: nothing that was typed is lost. */
export function UnsavedCards({ drafts, onDiscarded }: { drafts: readonly Draft[]; onDiscarded: () => void }) {
  const { t } = useTranslation()
  const discard = async (draft: Draft) => {
    await transport.call('drafts.discard', { key: draft.key })
    onDiscarded()
  }
  return (
    <>
      {drafts.map(draft => {
        const name = draft.cells['customer.name']?.value
        return (
          <p key={draft.key} className="banner" role="status">
            {t('customers.unsaved', {
              name: typeof name === 'string' ? name : t('file.newCustomer'),
              time: localDateTime(draft.savedAt),
              by: draft.by,
            })}
            <Button size="small" type="primary" onClick={() => navigate(`/${draft.key.replace(':', '/')}/kh001`)}>
              {t('file.draftTake')}
            </Button>
            <Button size="small" onClick={() => void discard(draft)}>
              {t('file.draftDiscard')}
            </Button>
          </p>
        )
      })}
    </>
  )
}
