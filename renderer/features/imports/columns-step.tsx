import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { ImportLook, MappedColumn } from '../../../shared/contract/import-calls.ts'
import { type ImportKey, importKeys } from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { joined } from '../../ui/joined.ts'
import { boxesToFill } from './boxes.ts'
import { ColumnsTable } from './columns-table.tsx'
import { RunningLine } from './running-line.tsx'
import { useImportWords } from './use-import-words.ts'
import type { LongWork } from './use-long-call.ts'

interface ColumnsStepProps {
  readonly fileName: string
  readonly look: ImportLook
  readonly rights: readonly Right[]
  readonly work: LongWork<'imports.check'>
  readonly isLooking: boolean
  readonly onLook: (place: { readonly sheet: string; readonly headRow: number | null }) => void
  readonly onCheck: (mapping: readonly MappedColumn[], key: ImportKey) => void
  readonly onOther: () => void
}

/** Which sheet, which row is its head, and which column fills which box. */
export function ColumnsStep({ fileName, look, rights, work, isLooking, onLook, onCheck, onOther }: ColumnsStepProps) {
  const { t } = useTranslation()
  const words = useImportWords()
  const [paths, setPaths] = useState(() => new Map(look.columns.map(({ column, path }) => [column, path])))
  const [key, setKey] = useState<ImportKey>('auto')
  const [headRow, setHeadRow] = useState<number>(look.headRow)
  const boxes = boxesToFill(
    rights,
    look.columns.flatMap(({ path, offered }) => [path, ...offered]),
    words,
  )
  const filled = [...paths.values()].filter(path => path !== null)
  const taken = [...new Set(filled.filter((path, index) => filled.indexOf(path) !== index))]
  const isRunning = work.runningId !== undefined
  const check = () =>
    onCheck(
      look.columns.map(({ column }) => ({ column, path: paths.get(column) ?? null })),
      key,
    )
  const choose = (column: number, path: Path | null) => setPaths(new Map(paths).set(column, path))
  return (
    <>
      <div className="tools">
        <strong className="import-file">{fileName}</strong>
        {look.sheets.length > 1 && (
          <label className="inline">
            {t('importing.sheet')}
            <Select
              className="import-sheet"
              value={look.sheet}
              disabled={isLooking}
              onChange={sheet => onLook({ sheet, headRow: null })}
              options={look.sheets.map(({ name }) => ({ value: name, label: name }))}
            />
          </label>
        )}
        <label className="inline">
          {t('importing.headRow')}
          <InputNumber
            className="import-head"
            min={1}
            max={1000}
            value={headRow}
            onChange={row => row && setHeadRow(row)}
            onPressEnter={() => onLook({ sheet: look.sheet, headRow })}
          />
        </label>
        {headRow !== look.headRow && (
          <Button loading={isLooking} onClick={() => onLook({ sheet: look.sheet, headRow })}>
            {t('importing.readAgain')}
          </Button>
        )}
        <span className="tools-end">
          <Button onClick={onOther} disabled={isRunning}>
            {t('importing.chooseOther')}
          </Button>
          <Button
            type="primary"
            autoFocus
            loading={isRunning}
            disabled={filled.length === 0 || taken.length > 0}
            onClick={check}
          >
            {t('importing.check')}
          </Button>
        </span>
      </div>
      {work.runningId && <RunningLine requestId={work.runningId} onStop={work.stop} />}
      {look.isRemembered && (
        <p className="done" role="status">
          {t('importing.remembered')}
        </p>
      )}
      {taken.length > 0 && (
        <p className="stamp" role="alert">
          {t('importing.taken', {
            boxes: joined(taken.map(words.label), words.language),
          })}
        </p>
      )}
      <div className="import-scroll">
        <ColumnsTable columns={look.columns} boxes={boxes} paths={paths} onChoose={choose} />
      </div>
      <div className="tools">
        <label className="inline">
          {t('importing.key')}
          <Select
            className="import-key"
            value={key}
            onChange={setKey}
            options={importKeys.map(value => ({ value, label: t(`importing.key-${value}`) }))}
          />
        </label>
        <span className="note-inline">{t('importing.rules')}</span>
        <span className="note-inline">{t('importing.never')}</span>
      </div>
    </>
  )
}
