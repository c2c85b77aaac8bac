import { FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Condition } from '../../../shared/contract/list-shapes.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { useCall, useFreshCall } from '../../transport/use-call.ts'
import { usePages } from '../../transport/use-pages.ts'
import { Failure } from '../../ui/failure.tsx'
import { navigate, startCard } from '../../ui/navigate.ts'
import { useSearchText } from '../../ui/search-text.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ColumnsDialog } from './columns-dialog.tsx'
import { CustomerGrid } from './customer-grid.tsx'
import { EmptyList } from './empty-list.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import { countMarked } from './marked.ts'
import { MergeButton } from './merge-button.tsx'
import { MergedHits } from './merged-hits.tsx'
import { UnsavedCards } from './unsaved-cards.tsx'
import { useList } from './use-list.ts'
import { useMarks } from './use-marks.ts'
import { ViewsMenu } from './views-menu.tsx'

interface CustomersPageProps {
  /** The id of whoever looks; everybody keeps the list in their own way. */
  readonly person: number
  readonly rights: readonly Right[]
}

/** 客户: find, open, begin and hand out customers. */
export function CustomersPage(props: CustomersPageProps) {
  const { t } = useTranslation()
  const views = useCall('views.list', {})
  const extras = useCall('extraBoxes.list', {})
  const failed = [views, extras].find(call => call.error)
  if (failed?.error) return <Failure error={failed.error.error} onRetry={() => void failed.refetch()} />
  if (!views.data || !extras.data) return <Waiting text={t('grid.opening')} />
  return <CustomersDesk key={props.person} {...props} views={views.data} extras={extras.data.boxes} />
}

/** Which filter is asked for: one by any column, by a certain one, or the one at a place among those at work. */
type Asked = { readonly column: string } | { readonly place: number } | 'any'

// What is filtered by most often stands there first.
const firstFilter = { column: 'customer.category' }

function placeOf(asked: Asked | undefined): number | undefined {
  return typeof asked === 'object' && 'place' in asked ? asked.place : undefined
}

interface CustomersDeskProps extends CustomersPageProps {
  readonly views: Output<'views.list'>
  readonly extras: Output<'extraBoxes.list'>['boxes']
}

function CustomersDesk({ person, rights, views, extras }: CustomersDeskProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { text, opensFirst, setOpensFirst } = useSearchText()
  const list = useList({ person, rights, extras }, views)
  const { columns, look, layout, change } = list
  const { archived, conditions, sort, descending } = look
  const query = { search: text, archived, conditions, sort, descending }
  const pages = usePages('customers.list', { ...query, columns: layout.map(({ key }) => key) })
  const marks = useMarks(query, pages)
  const drafts = useFreshCall('drafts.list', {})
  const [asked, setAsked] = useState<Asked>()
  const [choosesColumns, setChoosesColumns] = useState(false)
  const health = useCall('backups.health', {})
  const asksForPlace = health.data?.place === null && rights.includes('backup.manage')
  const mayBegin = rights.includes('basic.write')
  const count = countMarked(marks.marked, pages.total)
  const first = pages.isFor(text) ? pages.row(0) : undefined
  useEffect(() => {
    if (!opensFirst || !pages.isFor(text)) return
    setOpensFirst(false)
    if (!first) return
    // The search has done its work: the cursor is free for the first box of the card.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    navigate(`/customers/${first.id}/kh001`)
  }, [opensFirst, setOpensFirst, pages, text, first])

  if (pages.error) return <Failure error={pages.error} onRetry={pages.retry} />
  const isFirstUse = pages.total === 0 && text === '' && !archived && conditions.length === 0
  const setFilter = (condition: Condition) => {
    const isThere = (other: Condition) => JSON.stringify(other) === JSON.stringify(condition)
    if (conditions.some(isThere)) return
    const place = placeOf(asked) ?? conditions.length
    change({ conditions: [...conditions.slice(0, place), condition, ...conditions.slice(place + 1)] })
  }
  const isNarrowed = pages.total !== pages.all
  return (
    <section className="page" aria-label={t('nav.customers')}>
      <div className="tools">
        {mayBegin && (
          <Button type="primary" icon={<PlusOutlined />} onClick={startCard}>
            {t('customers.new')}
          </Button>
        )}
        <ViewsMenu
          views={views.views}
          usual={views.usual}
          current={look.view}
          content={{ ...query, layout }}
          onTake={view => {
            if (list.take(view)) void message.info(t('grid.filtersLeftOut'))
          }}
        />
        <Button icon={<FilterOutlined />} onClick={() => setAsked('any')}>
          {t('grid.filter')}
        </Button>
        <Button onClick={() => setChoosesColumns(true)}>{t('grid.columns')}</Button>
        <label className="inline">
          <Switch size="small" checked={archived} onChange={next => change({ archived: next })} />{' '}
          {t('customers.archived')}
        </label>
        <Button onClick={() => navigate('/customers/duplicates')}>{t('duplicates.title')}</Button>
        <span className="tools-end">
          <span className="note-inline" role="status">
            {count > 0
              ? t('customers.marked', { count, total: pages.total })
              : isNarrowed
                ? t('grid.totalOf', { count: pages.total, all: pages.all })
                : t('customers.total', { count: pages.total })}
          </span>
          <MergeButton marked={marks.marked} rights={rights} />
          {rights.includes('export.make') && <ExportButtons query={query} marked={marks.marked} total={pages.total} />}
        </span>
      </div>
      <FilterChips
        columns={columns}
        conditions={conditions}
        onChange={next => change({ conditions: next })}
        onEdit={place => setAsked({ place })}
      />
      <MergedHits search={text} />
      {mayBegin && <UnsavedCards drafts={drafts.data?.drafts ?? []} onDiscarded={() => void drafts.refetch()} />}
      {pages.loaded && isFirstUse ? (
        <EmptyList
          onStart={mayBegin ? startCard : undefined}
          onImport={rights.includes('import.make') ? () => navigate('/import') : undefined}
          onBackup={asksForPlace ? () => navigate('/settings/backup') : undefined}
        />
      ) : (
        <CustomerGrid
          pages={pages}
          list={list}
          search={text}
          marks={marks}
          onFilter={column => setAsked({ column })}
          onColumns={() => setChoosesColumns(true)}
        />
      )}
      {asked && (
        <FilterDialog
          columns={columns}
          asked={conditions[placeOf(asked) ?? -1] ?? (asked !== 'any' && 'column' in asked ? asked : firstFilter)}
          isFixed={asked !== 'any'}
          onApply={setFilter}
          onClose={() => setAsked(undefined)}
        />
      )}
      {choosesColumns && (
        <ColumnsDialog
          columns={columns}
          layout={layout}
          onApply={list.setLayout}
          onClose={() => setChoosesColumns(false)}
        />
      )}
      <StatusLine keys={t('grid.keys')} />
    </section>
  )
}
