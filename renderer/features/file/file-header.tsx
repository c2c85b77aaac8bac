import { App, Button, Dropdown } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { FormName } from '../../../shared/catalogue/layout/layout.ts'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import { optionLabel } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import { textAt } from '../../../shared/catalogue/derive/value.ts'
import { useDerived, useFile } from '../../form/file-context.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useExport } from '../../ui/exports.tsx'
import { navigate } from '../../ui/navigate.ts'
import { CompletenessMeter } from './completeness-meter.tsx'
import { type FileTab, tabRoute, tabsOf } from './file-tabs.ts'
import type { FileIdentity } from './use-saving.ts'

interface FileHeaderProps {
  readonly identity: FileIdentity
  readonly draftKey: string
  readonly file: CustomerFile | undefined
  readonly tab: FileTab
  readonly busy: boolean
  readonly onSave: () => Promise<void>
  readonly saveButton: RefObject<HTMLButtonElement | null>
  readonly onReload: () => void
}

/** Who the file is about, how complete it is, its tabs and what can be done with it. */
export function FileHeader({ identity, draftKey, file, tab, busy, onSave, saveButton, onReload }: FileHeaderProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const name = useDerived(values => textAt(values, 'customer.name'))
  const grade = useDerived(values => textAt(values, 'customer.grade'))
  const gradeField = boxAt('customer.grade')?.field
  return (
    <header className="file-header">
      <div className="who">
        <h1>{name || t('file.newCustomer')}</h1>
        {file && <span className="tag">KH-{file.customerNo}</span>}
        {grade && gradeField && <span className="tag tag-accent">{optionLabel(gradeField, grade, language)}</span>}
        {file?.archived && <span className="tag tag-stamp">{t('file.archived')}</span>}
        <CompletenessMeter
          form={formOf(tab)}
          onGoTo={form => navigate(tabRoute(identity, draftKey, form === 'KH001' ? 'kh001' : 'kh002'))}
        />
      </div>
      <nav className="tabs" aria-label={t('file.tabs')}>
        {tabsOf(file).map(item => (
          <Link
            key={item}
            href={tabRoute(identity, draftKey, item)}
            title="Alt+PageUp / Alt+PageDown"
            aria-current={item === tab ? 'page' : undefined}
          >
            {t(`file.tab-${item}`)}
          </Link>
        ))}
        <span className="tab-actions">
          {file && <FileActions file={file} onReload={onReload} />}
          <Button
            ref={saveButton}
            type="primary"
            disabled={file?.archived ?? false}
            loading={busy}
            onClick={() => void onSave()}
          >
            {t('common.save')}
          </Button>
        </span>
      </nav>
    </header>
  )
}

function FileActions({ file, onReload }: { file: CustomerFile; onReload: () => void }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const errorText = useErrorText()
  const { askForForms } = useExport()
  const archive = async () => {
    const outcome = await transport.call('customers.archive', {
      requestId: crypto.randomUUID(),
      id: file.id,
      archived: !file.archived,
    })
    if (outcome.ok) onReload()
    else void message.error(errorText(outcome.error))
  }
  const confirm = () =>
    file.archived
      ? archive()
      : modal.confirm({
          title: t('file.archiveAsk'),
          content: t('file.archiveMeans'),
          okText: t('file.archive'),
          cancelText: t('common.cancel'),
          onOk: archive,
        })
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'archive', label: file.archived ? t('file.unarchive') : t('file.archive') }],
          onClick: () => void confirm(),
        }}
      >
        <Button>{t('common.more')}</Button>
      </Dropdown>
      <Button title="Ctrl+P" onClick={() => navigate(`/print/${file.id}`)}>
        {t('common.print')}
      </Button>
      <Button title="Ctrl+E" onClick={() => askForForms([file.id])}>
        {t('common.exportExcel')}
      </Button>
    </>
  )
}

function formOf(tab: FileTab): FormName {
  return tab === 'kh002' ? 'KH002' : 'KH001'
}
