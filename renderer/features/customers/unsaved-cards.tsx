import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { localDateTime } from '../../ui/local-time.ts'
import { navigate } from '../../ui/navigate.ts'

/** Cards that were begun and never saved: nothing that was typed is lost. */
export function UnsavedCards({ drafts, onDiscarded }: { drafts: readonly Draft[]; onDiscarded: () => void }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const errorText = useErrorText()
  const discard = async (draft: Draft) => {
    const outcome = await transport.call('drafts.discard', { key: draft.key })
    if (outcome.ok) onDiscarded()
    else void message.error(errorText(outcome.error))
  }
  const ask = (draft: Draft): void => {
    modal.confirm({
      title: t('customers.discardAsk'),
      okText: t('file.draftDiscard'),
      cancelText: t('common.cancel'),
      onOk: () => discard(draft),
    })
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
            <Button size="small" onClick={() => ask(draft)}>
              {t('file.draftDiscard')}
            </Button>
          </p>
        )
      })}
    </>
  )
}
