import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../transport/use-call.ts'
import { Failure } from '../../ui/failure.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { loggedActions, useAuditWords } from './audit-words.ts'
import { LogTable } from './log-table.tsx'

const perPage = 100

/** The rows of the log, newest first, a hundred at a time. */
export function LogRows() {
  const { t } = useTranslation()
  const words = useAuditWords()
  const [action, setAction] = useState('')
  const [object, setObject] = useState('')
  const [offset, setOffset] = useState(0)
  const list = useCall('audit.list', { object: object.trim(), action, offset, limit: perPage })
  const rows = list.data?.rows ?? []
  return (
    <div className="sheet">
      <div className="tools">
        <h2>{t('audit.rows')}</h2>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          className="log-action"
          aria-label={t('audit.action')}
          value={action}
          options={[
            { value: '', label: t('audit.allActions') },
            ...loggedActions.map(code => ({ value: code, label: words.action(code) })),
          ]}
          onChange={code => {
            setAction(code)
            setOffset(0)
          }}
        />
        <label>
          {t('audit.object')}{' '}
          <Input
            allowClear
            className="log-object"
            placeholder={t('audit.objectHint')}
            maxLength={80}
            value={object}
            onChange={event => {
              setObject(event.target.value)
              setOffset(0)
            }}
          />
        </label>
        {list.data && (
          <span className="tools-end">
            <span className="note-inline">{t('audit.total', { count: list.data.total })}</span>
            {list.data.total > perPage && (
              <>
                <Button disabled={offset === 0} onClick={() => setOffset(offset - perPage)}>
                  {t('audit.newer')}
                </Button>
                {t('audit.page', { from: offset + 1, to: offset + rows.length })}
                <Button disabled={offset + rows.length >= list.data.total} onClick={() => setOffset(offset + perPage)}>
                  {t('audit.older')}
                </Button>
              </>
            )}
          </span>
        )}
      </div>
      {list.error ? (
        <Failure error={list.error.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting text={t('audit.loading')} />
      ) : rows.length === 0 ? (
        <p className="explain">{t('audit.noRows')}</p>
      ) : (
        <LogTable rows={rows} words={words} />
      )}
    </div>
  )
}
