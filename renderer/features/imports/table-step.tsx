import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { slotOf, tableKinds } from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { joined } from '../../ui/joined.ts'
import { boxesToFill } from './boxes.ts'
import { ColumnsTable } from './columns-table.tsx'
import type { ChosenKind, LookWish, TableDraft } from './file-draft.ts'
import { useImportWords } from './use-import-words.ts'

interface TableStepProps {
  readonly table: TableDraft
  readonly rights: readonly Right[]
  readonly isLooking: boolean
  /** The file has no other sheet, so this one can not be left out. */
  readonly isAlone: boolean
  readonly onLook: (wish: LookWish) => void
  readonly onLeaveOut: () => void
  readonly onChoose: (paths: TableDraft['paths']) => void
}

/** One sheet: what it is about, which row is its head, and its columns. */
export function TableStep({ table, rights, isLooking, isAlone, onLook, onLeaveOut, onChoose }: TableStepProps) {
  const { t } = useTranslation()
  const words = useImportWords()
  const { look, kind, paths } = table
  const [headRow, setHeadRow] = useState<number>(look.headRow)
  const again = { sheet: look.sheet, headRow, kind: kind === 'none' ? null : kind }
  const found = look.columns.flatMap(({ path, offered }) => [path, ...offered])
  const boxes = boxesToFill(rights, { kind: look.kind, found }, words)
  const filled = [...paths.values()].filter(path => path !== null)
  const slots = filled.map(path => slotOf(look.kind, path))
  const taken = filled.filter((_, index) => slots.indexOf(slots[index] ?? '') !== index)
  const nameOf = (path: string) => boxes.find(({ value }) => value === path)?.label ?? words.label(path)
  const kinds: readonly ChosenKind[] = isAlone ? tableKinds : [...tableKinds, 'none']
  const take = (next: ChosenKind) =>
    next === 'none' ? onLeaveOut() : onLook({ sheet: look.sheet, headRow: look.headRow, kind: next })
  return (
    <div className="import-table">
      <div className="tools">
        <label className="inline">
          {t('importing.kind')}
          <Select
            className="import-kind"
            value={kind}
            disabled={isLooking}
            onChange={take}
            options={kinds.map(value => ({ value, label: t(`importing.kind-${value}`) }))}
          />
        </label>
        <label className="inline">
          {t('importing.headRow')}
          <InputNumber
            className="import-head"
            min={1}
            max={1000}
            value={headRow}
            onChange={row => row && setHeadRow(row)}
            onPressEnter={() => onLook(again)}
          />
        </label>
        {headRow !== look.headRow && (
          <Button loading={isLooking} onClick={() => onLook(again)}>
            {t('importing.readAgain')}
          </Button>
        )}
        {(kind === 'people' || kind === 'products') && (
          <span className="note-inline">{t(`importing.kindMeans-${kind}`)}</span>
        )}
      </div>
      {kind !== 'none' && look.isRemembered && (
        <p className="done" role="status">
          {t('importing.remembered')}
        </p>
      )}
      {taken.length > 0 && (
        <p className="stamp" role="alert">
          {t('importing.taken', { boxes: joined([...new Set(taken.map(nameOf))], words.language) })}
        </p>
      )}
      <div className="import-scroll">
        {kind !== 'none' && (
          <ColumnsTable
            columns={look.columns}
            boxes={boxes}
            paths={paths}
            onChoose={(column, path) => onChoose(new Map(paths).set(column, path))}
          />
        )}
      </div>
    </div>
  )
}
