import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { transport } from '../../transport/index.ts'
import { useFreshCall } from '../../transport/use-call.ts'
import { usePages } from '../../transport/use-pages.ts'
import { useExport } from '../../ui/exports.tsx'
import { useErrorText } from '../../ui/error-text.ts'
import { Failure } from '../../ui/failure.tsx'
import { startCard } from '../../ui/navigate.ts'
import { useSearchText } from '../../ui/search-text.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { CustomerGrid } from './customer-grid.tsx'
import { usualLayout } from './columns.ts'
import { EmptyList } from './empty-list.tsx'
import { MergeButton } from './merge-button.tsx'
import { MergedHits } from './merged-hits.tsx'
import { UnsavedCards } from './unsaved-cards.tsx'
import { countMarked, isMarked, type Marked, noneMarked } from './marked.ts'
import { place } from './place.ts'

type Sort = Input<'customers.list'>['sort']
const formsPerWorkbook = 500
const mostIds = 200_000

/** 客户: find, open, begin and hand out customers. */
export function CustomersPage({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation()
  const { text } = useSearchText()
  const [sort, setSort] = useState<Sort>(place.sort)
  const [archived, setArchived] = useState(place.archived)
  const [marked, setMarked] = useState<Marked>(noneMarked)
  const filter = { search: text, archived }
  const list = { ...filter, sort, descending: sort === 'row.changedAt', columns: usualLayout.map(({ key }) => key) }
  const pages = usePages('customers.list', list)
  const drafts = useFreshCall('drafts.list', {})
  const { askForForms, askForRegister } = useExport()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const mayBegin = rights.includes('basic.write')
  const count = countMarked(marked, pages.total)

  // Marks belong to what the person saw: another search starts without any.
  const filterKey = `${text}/${archived}`
  const [markedFor, setMarkedFor] = useState(filterKey)
  if (markedFor !== filterKey) {
    setMarkedFor(filterKey)
    setMarked(noneMarked)
  }
  const chooseSort = (next: Sort) => {
    place.sort = next
    setSort(next)
  }
  const showArchived = (next: boolean) => {
    place.archived = next
    setArchived(next)
  }
  const exportForms = async () => {
    if (marked.kind === 'some') return askForForms([...marked.ids])
    const found = await transport.call('customers.ids', { ...list, offset: 0, limit: mostIds })
    if (found.ok) askForForms(found.value.ids.filter(id => isMarked(marked, id)))
    else void message.error(errorText(found.error))
  }
  const exportRegister = () => {
    if (marked.kind === 'some' && count > 0) askForRegister({ ids: [...marked.ids] }, count)
    else askForRegister({ filter, except: [...marked.ids] }, marked.kind === 'some' ? pages.total : count)
  }
  if (pages.error) return <Failure error={pages.error} onRetry={pages.retry} />
  const isFirstUse = pages.total === 0 && text === '' && !archived
  return (
    <section className="page" aria-label={t('nav.customers')}>
      <div className="tools">
        {mayBegin && (
          <Button type="primary" icon={<PlusOutlined />} onClick={startCard}>
            {t('customers.new')}
          </Button>
        )}
        <Segmented
          aria-label={t('customers.sort')}
          value={sort}
          onChange={chooseSort}
          options={[
            { value: 'customer.name', label: t('customers.sort-pinyin') },
            { value: 'customer.customerNo', label: t('customers.sort-number') },
            { value: 'row.changedAt', label: t('customers.sort-changed') },
          ]}
        />
        <label className="inline">
          <Switch size="small" checked={archived} onChange={showArchived} /> {t('customers.archived')}
        </label>
        <span className="tools-end">
          <span className="note-inline" role="status">
            {count > 0
              ? t('customers.marked', { count, total: pages.total })
              : t('customers.total', { count: pages.total })}
          </span>
          <MergeButton marked={marked} rights={rights} />
          {rights.includes('export.make') && (
            <>
              <Button disabled={count === 0 || count > formsPerWorkbook} onClick={() => void exportForms()}>
                {t('customers.exportForms')}
              </Button>
              <Button disabled={pages.total === 0} onClick={exportRegister}>
                {t('customers.exportRegister')}
              </Button>
            </>
          )}
        </span>
      </div>
      <MergedHits search={text} />
      {mayBegin && <UnsavedCards drafts={drafts.data?.drafts ?? []} onDiscarded={() => void drafts.refetch()} />}
      {pages.loaded && isFirstUse ? (
        <EmptyList onStart={mayBegin ? startCard : undefined} />
      ) : (
        <CustomerGrid pages={pages} marked={marked} onMark={setMarked} />
      )}
      <StatusLine keys={t('customers.keys')} />
    </section>
  )
}
