import { Button } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { LimitToday } from '../../../shared/contract/application-calls.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { optionLabel } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import { useDerived, useFile } from '../../form/file-context.ts'
import { RevealButton } from '../../ui/reveal-button.tsx'
import { CardStrip } from './card/card-strip.tsx'
import { CompletenessMeter } from './completeness-meter.tsx'
import { CustomerLinks } from './customer-links.tsx'
import { FileMenu } from './file-menu.tsx'
import { type FileIdentity, type FileTab, tabRoute, tabsOf } from './file-tabs.ts'
import { LimitLine } from './limits/limit-line.tsx'
import type { FileKeys } from './use-file-keys.ts'
import type { useMasks } from './use-masks.ts'

interface FileHeaderProps {
  readonly identity: FileIdentity
  readonly file: CustomerFile | undefined
  readonly tab: FileTab
  readonly busy: boolean
  readonly actions: FileKeys
  readonly masks: ReturnType<typeof useMasks>
  readonly withSaved: (act: (id: number) => void) => Promise<void>
  readonly onGoTo: (path: Path) => void
  readonly canSave: boolean
  /** Sends KH002 into the chain; missing where there is nothing to submit. */
  readonly onSubmit: (() => void) | undefined
  readonly limit: LimitToday | undefined
  readonly rights: readonly Right[]
  readonly saveButton: RefObject<HTMLButtonElement | null>
  readonly onReload: () => void
}

/** Who the file is about, how complete it is, its tabs and what can be done with it. */
export function FileHeader({
  identity,
  file,
  tab,
  busy,
  actions,
  masks,
  withSaved,
  onGoTo,
  canSave,
  onSubmit,
  limit,
  rights,
  saveButton,
  onReload,
}: FileHeaderProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const name = useDerived(values => textAt(values, 'customer.name'))
  const cardGrade = useDerived(values => textAt(values, 'customer.grade'))
  // The grade that was approved counts; until then the card's own.
  const grade = limit?.grade ?? cardGrade
  const gradeField = boxAt('customer.grade')?.field
  return (
    <header className="file-header">
      <div className="who">
        <h1>{name || t('file.newCustomer')}</h1>
        {file && <span className="tag">KH-{file.customerNo}</span>}
        {grade && gradeField && <span className="tag tag-accent">{optionLabel(gradeField, grade, language)}</span>}
        {limit && <LimitLine limit={limit} />}
        {file && <CustomerLinks customerId={file.id} rights={rights} />}
        {file?.archived && <span className="tag tag-stamp">{t('file.archived')}</span>}
        <CompletenessMeter form={formOf(tab)} onGoTo={onGoTo} />
      </div>
      {file && <CardStrip file={file} rights={rights} onGoTo={onGoTo} />}
      <nav className="tabs" aria-label={t('file.tabs')}>
        {tabsOf(file, rights).map(item => (
          <Link
            key={item}
            href={tabRoute(identity, item)}
            title="Alt+PageUp / Alt+PageDown"
            aria-current={item === tab ? 'page' : undefined}
          >
            {t(`file.tab-${item}`)}
          </Link>
        ))}
        <span className="tab-actions">
          {(masks.isMasked || masks.secondsLeft > 0) && <RevealButton reveal={masks} />}
          {file && <FileMenu file={file} rights={rights} canSave={canSave} withSaved={withSaved} onReload={onReload} />}
          <Button title="Ctrl+P" onClick={actions.print}>
            {t('common.print')}
          </Button>
          {rights.includes('export.make') && (
            <Button title="Ctrl+E" onClick={actions.exportForms}>
              {t('common.exportExcel')}
            </Button>
          )}
          {onSubmit && <Button onClick={onSubmit}>{t('limits.submit')}</Button>}
          <Button
            ref={saveButton}
            type="primary"
            disabled={!canSave}
            loading={busy}
            title="Ctrl+S"
            onClick={actions.save}
          >
            {t('common.save')}
          </Button>
        </span>
      </nav>
    </header>
  )
}

function formOf(tab: FileTab): FormName {
  return tab === 'kh001' || tab === 'history' ? 'KH001' : 'KH002'
}
