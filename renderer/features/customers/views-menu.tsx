import { DownOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Dropdown, Form, Input, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input as CallInput } from '../../../shared/contract/contract.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { afterKey } from '../../ui/after-key.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import type { View } from './use-list.ts'

interface ViewsMenuProps {
  readonly views: readonly View[]
  readonly usual: number | null
  readonly current: number | undefined
  /** What is kept when the present look is made a view. */
  readonly content: CallInput<'views.save'>['content']
  readonly onTake: (view: View | undefined) => void
}

/** The saved views with how many customers each finds, and what can be done with the one that is shown. */
export function ViewsMenu({ views, usual, current, content, onTake }: ViewsMenuProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const errorText = useErrorText()
  const command = useCommand('views.list', 'views.counts')
  const [isOpen, setOpen] = useState(false)
  const [naming, setNaming] = useState<'new' | 'rename'>()
  const shown = views.find(view => view.id === current)
  const send = async (outcome: ReturnType<typeof command<'views.save' | 'views.remove' | 'views.setUsual'>>) => {
    const answer = await outcome
    if (!answer.ok) void message.error(errorText(answer.error))
    return answer.ok
  }
  const requestId = () => crypto.randomUUID()
  const remove = (view: View) =>
    void modal.confirm({
      title: t('grid.removeViewAsk', { name: view.name }),
      okText: t('grid.removeView'),
      cancelText: t('common.cancel'),
      onOk: async () => {
        if (await send(command('views.remove', { requestId: requestId(), id: view.id }))) onTake(undefined)
      },
    })
  const acts: Readonly<Record<string, () => void>> = {
    everybody: () => onTake(undefined),
    new: () => afterKey(() => setNaming('new')),
    rename: () => afterKey(() => setNaming('rename')),
    update: () => {
      if (!shown) return
      const { id, name, shared } = shown
      void send(command('views.save', { requestId: requestId(), id, name, shared, content }))
    },
    remove: () => shown && afterKey(() => remove(shown)),
    usual: () => {
      const id = (shown?.id ?? null) === usual ? null : (shown?.id ?? null)
      void send(command('views.setUsual', { requestId: requestId(), id }))
    },
  }
  const choose: MenuProps['onClick'] = ({ key }) => {
    setOpen(false)
    const view = views.find(({ id }) => `view-${id}` === key)
    if (view) onTake(view)
    else acts[key]?.()
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        open={isOpen}
        onOpenChange={setOpen}
        autoFocus
        popupRender={menu => (isOpen ? menu : null)}
        menu={{
          items: useItems({ views, usual, shown, isOpen }),
          onClick: choose,
          selectedKeys: [shown ? `view-${shown.id}` : 'everybody'],
        }}
      >
        <Button aria-label={t('grid.viewIs', { name: shown?.name ?? t('grid.everybody') })}>
          {shown?.name ?? t('grid.everybody')} <DownOutlined />
        </Button>
      </Dropdown>
      {naming && (
        <ViewDialog
          view={naming === 'rename' ? shown : undefined}
          content={content}
          onSaved={view => naming === 'new' && onTake(view)}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  )
}

type Item = NonNullable<MenuProps['items']>[number]

function useItems({
  views,
  usual,
  shown,
  isOpen,
}: Pick<ViewsMenuProps, 'views' | 'usual'> & { shown: View | undefined; isOpen: boolean }): Item[] {
  const { t } = useTranslation()
  const counts = useFreshCall('views.counts', {}, { enabled: isOpen })
  const label = (view: View) => {
    const count = counts.data?.counts.find(({ id }) => id === view.id)?.count
    return (
      <span className="view-item">
        {view.own ? view.name : t('grid.ofOther', { name: view.name, owner: view.owner })}
        {view.id === usual && <span className="tag">{t('grid.usualTag')}</span>}
        {view.shared && view.own && <span className="tag">{t('grid.sharedTag')}</span>}
        <span className="view-count">{count ?? ''}</span>
      </span>
    )
  }
  return [
    { key: 'everybody', label: t('grid.everybody') },
    ...views.map((view): Item => ({ key: `view-${view.id}`, label: label(view) })),
    { type: 'divider' },
    { key: 'new', label: t('grid.saveAs') },
    ...(shown?.own
      ? [
          { key: 'update', label: t('grid.updateView', { name: shown.name }) },
          { key: 'rename', label: t('grid.renameView') },
          { key: 'remove', label: t('grid.removeView') },
        ]
      : []),
    ...(shown || usual !== null
      ? [{ key: 'usual', label: t(shown && shown.id !== usual ? 'grid.makeUsual' : 'grid.makeNotUsual') }]
      : []),
  ]
}

interface ViewDialogProps {
  readonly view: View | undefined
  readonly content: ViewsMenuProps['content']
  readonly onSaved: (view: View) => void
  readonly onClose: () => void
}

function ViewDialog({ view, content, onSaved, onClose }: ViewDialogProps) {
  const { t } = useTranslation()
  const command = useCommand('views.list', 'views.counts')
  const save = async ({ name, shared }: { name: string; shared: boolean }, requestId: string) => {
    const parts = { name, shared, content: view?.content ?? content }
    const outcome = await command('views.save', { requestId, id: view?.id ?? null, ...parts })
    if (outcome.ok) onSaved({ ...parts, id: outcome.value.id, own: true, owner: '' })
    return outcome
  }
  return (
    <FormDialog<{ name: string; shared: boolean }>
      title={t(view ? 'grid.renameView' : 'grid.saveAs')}
      okText={t('common.save')}
      width={420}
      initial={{ name: view?.name ?? '', shared: view?.shared ?? false }}
      onSend={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('grid.viewName')}
        rules={[{ required: true, whitespace: true, message: t('grid.missing') }]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="shared" valuePropName="checked">
        <Checkbox>{t('grid.share')}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
