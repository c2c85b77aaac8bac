import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFile } from '../../../shared/contract/shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { useFile } from '../../form/file-context.ts'
import { transport } from '../../transport/index.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { useCommand } from '../../ui/use-command.ts'
import { ArchiveDialog } from './changes/archive-dialog.tsx'
import { SalespersonDialog } from './changes/salesperson-dialog.tsx'
import { MergesDialog } from './merges-dialog.tsx'

interface FileMenuProps {
  readonly file: CustomerFile
  readonly rights: readonly Right[]
  readonly canSave: boolean
  readonly withSaved: (act: (id: number) => void) => Promise<void>
  readonly onReload: () => void
}

type Item = 'undoSave' | 'archive' | 'salesperson' | 'merges'

/** What is seldom done with a file: put aside and brought back, and what is answered beside its boxes. */
export function FileMenu({ file, rights, canSave, withSaved, onReload }: FileMenuProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { store } = useFile()
  const send = useCommand('customers.list', 'customers.history', 'limits.ofCustomer')
  const [dialog, setDialog] = useState<Item>()
  const close = () => setDialog(undefined)
  const bringBack = async () => {
    const requestId = crypto.randomUUID()
    const outcome = await transport.call('customers.archive', { requestId, id: file.id, archived: false, reason: '' })
    if (outcome.ok) onReload()
    else void message.error(errorText(outcome.error))
  }
  const undoSave = async () => {
    const requestId = crypto.randomUUID()
    const outcome = await send('customers.undoSave', { requestId, id: file.id, revision: store.revision })
    if (!outcome.ok) return void message.error(errorText(outcome.error))
    // What was typed since the save stays typed.
    store.rebase(outcome.value, outcome.value.revision, {})
    void message.success(t('file.saveUndone'))
    onReload()
  }
  const choose = (item: Item) => {
    if (item === 'undoSave') return void undoSave()
    if (item === 'archive' && file.archived) return void bringBack()
    if (item === 'merges') return setDialog(item)
    // What was typed belongs to the file before it is put away or asked about.
    void withSaved(() => setDialog(item))
  }
  const items = [
    ...(canSave ? [{ key: 'undoSave', label: t('file.undoSave') }] : []),
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
