import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { ArchiveDialog } from './changes/archive-dialog.tsx'
import { SalespersonDialog } from './changes/salesperson-dialog.tsx'
import { MergesDialog } from './merges-dialog.tsx'

interface FileMenuProps {
  readonly file: CustomerFile
  readonly rights: readonly Right[]
  readonly withSaved: (act: (id: number) => void) => Promise<void>
  readonly onReload: () => void
}

type Item = 'archive' | 'salesperson' | 'merges'

/** What is seldom done with a file: put aside and brought back, and what is answered beside its boxes. */
export function FileMenu({ file, rights, withSaved, onReload }: FileMenuProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [dialog, setDialog] = useState<Item>()
  const close = () => setDialog(undefined)
  const bringBack = async () => {
    const requestId = crypto.randomUUID()
    const outcome = await transport.call('customers.archive', { requestId, id: file.id, archived: false, reason: '' })
    if (outcome.ok) onReload()
    else void message.error(errorText(outcome.error))
  }
  const choose = (item: Item) => {
    if (item === 'archive' && file.archived) return void bringBack()
    if (item === 'merges') return setDialog(item)
    // What was typed belongs to the file before it is put away or asked about.
    void withSaved(() => setDialog(item))
  }
  const items = [
    ...(!file.archived && file.formalSince !== null && rights.includes('change.request')
      ? [{ key: 'salesperson', label: t('changes.newSalesperson') }]
      : []),
    ...(rights.includes('basic.write')
      ? [{ key: 'archive', label: file.archived ? t('file.unarchive') : t('file.archive') }]
      : []),
    { key: 'merges', label: t('merge.records') },
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key as Item) }}>
        <Button>{t('common.more')}</Button>
      </Dropdown>
      {dialog === 'merges' && <MergesDialog customerId={file.id} rights={rights} onClose={close} onUndone={onReload} />}
      {dialog === 'archive' && <ArchiveDialog id={file.id} onArchived={onReload} onClose={close} />}
      {dialog === 'salesperson' && <SalespersonDialog customerId={file.id} revision={file.revision} onClose={close} />}
    </>
  )
}
