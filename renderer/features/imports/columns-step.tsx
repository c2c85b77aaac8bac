import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportKey, importKeys, slotOf } from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import type { FileDraft, LookWish, TableDraft } from './file-draft.ts'
import { RunningLine } from './running-line.tsx'
import { TableStep } from './table-step.tsx'
import type { LongWork } from './use-long-call.ts'

interface ColumnsStepProps {
  readonly fileName: string
  readonly draft: FileDraft
  readonly rights: readonly Right[]
  readonly work: LongWork<'imports.check'>
  readonly isLooking: boolean
  readonly onShow: (sheet: string) => void
  readonly onLook: (wish: LookWish) => void
  readonly onLeaveOut: (sheet: string) => void
  readonly onChoose: (sheet: string, paths: TableDraft['paths']) => void
  readonly onCheck: (key: ImportKey) => void
  readonly onOther: () => void
}

/** What each sheet is about, which row is its head, and which column fills which box. */
export function ColumnsStep({ fileName, draft, rights, work, isLooking, ...on }: ColumnsStepProps) {
  const { t } = useTranslation()
  const [key, setKey] = useState<ImportKey>('auto')
  const used = draft.tables.filter(({ kind }) => kind !== 'none')
  const isRunning = work.runningId !== undefined
  const kindOf = (sheet: string) => draft.tables.find(({ look }) => look.sheet === sheet)?.kind ?? 'none'
  const sheets = draft.sheets.filter(({ name, isHidden }) => !isHidden || kindOf(name) !== 'none')
  const shown = draft.tables.find(({ look }) => look.sheet === draft.sheet)
  const panel = shown && (
    <TableStep
      key={`${shown.look.sheet} ${shown.look.headRow} ${shown.kind}`}
      table={shown}
      rights={rights}
      isLooking={isLooking}
      isAlone={draft.sheets.length === 1}
      onLook={on.onLook}
      onLeaveOut={() => on.onLeaveOut(shown.look.sheet)}
      onChoose={paths => on.onChoose(shown.look.sheet, paths)}
    />
  )
  return (
    <>
      <div className="tools">
        <strong className="import-file">{fileName}</strong>
        <span className="tools-end">
          <Button onClick={on.onOther} disabled={isRunning}>
            {t('importing.chooseOther')}
          </Button>
          <Button
            type="primary"
            autoFocus
            loading={isRunning}
            disabled={used.length === 0 || used.some(table => !isReady(table))}
            onClick={() => on.onCheck(key)}
          >
            {t('importing.check')}
          </Button>
        </span>
      </div>
      {work.runningId && <RunningLine requestId={work.runningId} onStop={work.stop} />}
      {sheets.length > 1 ? (
        <Tabs
          className="import-sheets"
          size="small"
          type="card"
          activeKey={draft.sheet}
          onChange={on.onShow}
          items={sheets.map(({ name }) => ({
            key: name,
            label: t('importing.sheetKind', { sheet: name, kind: t(`importing.kind-${kindOf(name)}`) }),
            children: name === draft.sheet ? panel : null,
          }))}
        />
      ) : (
        panel
      )}
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

/** Some column fills a box, and no two the same one. */
function isReady({ look: { kind }, paths }: TableDraft): boolean {
  const slots = [...paths.values()].flatMap(path => (path === null ? [] : [slotOf(kind, path)]))
  return slots.length > 0 && new Set(slots).size === slots.length
}
