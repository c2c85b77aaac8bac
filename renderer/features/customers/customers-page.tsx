import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/contract/contract.ts'
import { transport } from '../../transport/index.ts'
import { useCall, valueOf } from '../../transport/use-call.ts'
import { useExport } from '../../ui/exports.tsx'
import { Failure } from '../../ui/failure.tsx'
import { startCard } from '../../ui/navigate.ts'
import { useSearchText } from '../../ui/search-text.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { CustomerGrid } from './customer-grid.tsx'
import { EmptyList } from './empty-list.tsx'
import { UnsavedCards } from './unsaved-cards.tsx'
import { type Marked, countMarked, noneMarked } from './marked.ts'
import { useCustomerPages } from './use-customer-pages.ts'

type Sort = Input<'customers.list'>['sort']
const formsPerWorkbook = 500

/** 客户: find, open, begin and hand out customers. */
export function CustomersPage() {
  const { t } = useTranslation()
  const { text } = useSearchText()
  const [sort, setSort] = useState<Sort>('pinyin')
  const [archived, setArchived] = useState(false)
  const [marked, setMarked] = useState<Marked>(noneMarked)
  const filter = { search: text, archived }
  const pages = useCustomerPages({ ...filter, sort, descending: sort === 'changed' })
  const drafts = useCall('drafts.list', {})
  const { askForForms, askForRegister } = useExport()
  const count = countMarked(marked, pages.total)

  const exportForms = async () => {
    if (marked.kind === 'some') return askForForms([...marked.ids])
    const list = valueOf(
      await transport.call('customers.list', {
        ...filter,
        sort,
        descending: false,
        offset: 0,
        limit: formsPerWorkbook,
      }),
    )
    askForForms(list.rows.map(row => row.id))
  }
  const exportRegister = () => {
    if (marked.kind === 'some' && marked.ids.size > 0) askForRegister({ ids: [...marked.ids] }, count)
    else askForRegister({ filter }, pages.total)
  }
  if (pages.error) return <Failure error={pages.error} onRetry={pages.retry} />
  const isFirstUse = pages.total === 0 && text === '' && !archived
  return (
    <section className="page" aria-label={t('nav.customers')}>
      <div className="tools">
        <Button type="primary" icon={<PlusOutlined />} onClick={startCard}>
          {t('customers.new')}
        </Button>
        <Segmented
          aria-label={t('customers.sort')}
          value={sort}
          onChange={setSort}
          options={(['pinyin', 'number', 'changed'] as const).map(value => ({
            value,
            label: t(`customers.sort-${value}`),
          }))}
        />
        <label className="inline">
          <Switch size="small" checked={archived} onChange={setArchived} /> {t('customers.archived')}
        </label>
        <span className="tools-end">
          <span className="note-inline" role="status">
            {count > 0
              ? t('customers.marked', { count, total: pages.total })
              : t('customers.total', { count: pages.total })}
          </span>
          <Button disabled={count === 0 || count > formsPerWorkbook} onClick={() => void exportForms()}>
            {t('customers.exportForms')}
          </Button>
          <Button disabled={pages.total === 0} onClick={exportRegister}>
            {t('customers.exportRegister')}
          </Button>
        </span>
      </div>
      <UnsavedCards drafts={drafts.data?.drafts ?? []} onDiscarded={() => void drafts.refetch()} />
      {pages.loaded && isFirstUse ? (
        <EmptyList onStart={startCard} />
      ) : (
        <CustomerGrid pages={pages} marked={marked} onMark={setMarked} />
      )}
      <StatusLine keys={t('customers.keys')} />
    </section>
  )
}
