import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../shared/contract/shapes.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { localDateTime } from '../../ui/local-time.ts'

/** Offers what was typed and not saved, after a crash or when the file was left: 继续填写. */
export function DraftBanner({
  draft,
  onTake,
  onDiscarded,
}: {
  draft: Draft
  onTake: () => void
  onDiscarded: () => void
}) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const discard = async () => {
    const outcome = await transport.call('drafts.discard', { key: draft.key })
    if (outcome.ok) onDiscarded()
    else void message.error(errorText(outcome.error))
  }
  return (
    <p className="banner" role="status">
      {t('file.draftOffered', {
        time: localDateTime(draft.savedAt),
        by: draft.by,
        count: Object.keys({ ...draft.cells, ...draft.masked }).length,
      })}
      <Button type="primary" size="small" autoFocus onClick={onTake}>
        {t('file.draftTake')}
      </Button>
      <Button size="small" onClick={() => void discard()}>
        {t('file.draftDiscard')}
      </Button>
    </p>
  )
}
