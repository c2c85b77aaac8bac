import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { CustomerFile } from '../../../../shared/contract/shapes.ts'
import type { Right } from '../../../../shared/domain/roles.ts'
import { useFile } from '../../../form/file-context.ts'
import { transport } from '../../../transport/index.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { navigate } from '../../../ui/navigate.ts'
import { useWindowKeys } from '../../../ui/use-window-keys.ts'
import { FactsDialog } from './facts-dialog.tsx'
import { GateMeter } from './gate-meter.tsx'
import { TagList } from './tag-list.tsx'
import { useCard, useCardCommand } from './use-card.ts'
import './card.css'

interface CardStripProps {
  readonly file: CustomerFile
  readonly rights: readonly Right[]
  readonly onGoTo: (path: Path) => void
}

/** The line below a customer's name: its gates, when its card was filed and last found right, and its tags. */
export function CardStrip({ file, rights, onGoTo }: CardStripProps) {
  const { t } = useTranslation()
  const { data: card } = useCard(file.id)
  const [asksFacts, setAsksFacts] = useState(false)
  const mayWrite = rights.includes('basic.write') && !file.archived
  const check = useCheck(file.id, card?.revision ?? 0)
  useCheckKeys(mayWrite ? check : {})
  if (!card) return <div className="card-strip" />
  return (
    <div className="card-strip">
      <GateMeter
        card={card}
        formalSince={file.archived ? null : file.formalSince}
        rights={rights}
        onGoTo={onGoTo}
        onFacts={() => setAsksFacts(true)}
      />
      <span>
        {mayWrite ? (
          <button type="button" className="link" title={t('extra.facts')} onClick={() => setAsksFacts(true)}>
            {t('extra.filed', { day: card.filedOn })}
          </button>
        ) : (
          t('extra.filed', { day: card.filedOn })
        )}
        <span>
          {card.checked ? t('extra.checked', { day: card.checked.on, by: card.checked.by }) : t('extra.neverChecked')}
        </span>
        {card.isStale && (
          <span className="tag tag-stamp" title={t('extra.staleMeans', { months: card.staleMonths })}>
            {t('extra.stale')}
          </span>
        )}
        {mayWrite && (
          <Button size="small" title={t('extra.checkMeans')} onClick={() => void check.onCheck()}>
            {t('extra.check')}
          </Button>
        )}
        {mayWrite && card.isStale && (
          <Button size="small" title={t('extra.nextMeans')} onClick={() => void check.onNext()}>
            {t('extra.next')}
          </Button>
        )}
      </span>
      <TagList card={card} mayWrite={mayWrite} />
      {asksFacts && <FactsDialog card={card} onClose={() => setAsksFacts(false)} />}
    </div>
  )
}

interface CheckActions {
  readonly onCheck?: () => Promise<void>
  readonly onNext?: () => Promise<void>
}

/** 已核对,仍属实, and on to the next card that waits for it. */
function useCheck(id: number, revision: number): Required<CheckActions> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { store, today } = useFile()
  const command = useCardCommand()
  return {
    onCheck: async () => {
      if (store.isChanged) return void message.warning(t('extra.checkUnsaved'))
      // What this window has saved itself is as it was shown, whichever of the two saves came last.
      const shown = Math.max(revision, store.revision)
      const outcome = await command('cards.check', { requestId: crypto.randomUUID(), id, revision: shown })
      if (outcome.ok) void message.success(t('extra.checkDone', { day: today }))
      else void message.error(errorText(outcome.error))
    },
    onNext: async () => {
      const outcome = await transport.call('cards.nextStale', { after: id })
      if (!outcome.ok) return void message.error(errorText(outcome.error))
      if (outcome.value.id === null) return void message.info(t('extra.nextNone'))
      void message.info(t('extra.nextLeft', { count: outcome.value.left }))
      navigate(`/customers/${outcome.value.id}/kh001`)
    },
  }
}

/** F9 says that the card is right, Shift+F9 opens the next stale one. */
function useCheckKeys(actions: CheckActions): void {
  useWindowKeys(event => {
    if (event.key !== 'F9' || document.querySelector('[role=dialog]')) return
    const action = event.shiftKey ? actions.onNext : actions.onCheck
    if (!action) return
    event.preventDefault()
    void action()
  })
}
