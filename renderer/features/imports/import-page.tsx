import { Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { ImportCheck } from '../../../shared/contract/import-calls.ts'
import type { ImportKey } from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { transport } from '../../transport/index.ts'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { type LookWish, mappedTables, proposed, useFileDraft } from './file-draft.ts'
import { FileStep } from './file-step.tsx'
import { ResultStep } from './result-step.tsx'
import { useImportErrorText, useLongCall } from './use-long-call.ts'
import './imports.css'

const steps = ['file', 'columns', 'check', 'result'] as const

/** 导入: choose a file, say which sheet and column is what, look at what would happen, write it, take it back. */
export function ImportPage({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation()
  const errorText = useImportErrorText()
  const [file, setFile] = useState<File>()
  const [check, setCheck] = useState<ImportCheck>()
  const [result, setResult] = useState<Output<'imports.commit'>>()
  const [problem, setProblem] = useState<string>()
  const looks = useLongCall('imports.look')
  const checks = useLongCall('imports.check')

  const upload = async (chosen: File): Promise<string | undefined> => {
    setProblem(undefined)
    const outcome = await transport.upload(chosen)
    if (outcome.ok) return outcome.value.upload
    setProblem(errorText(outcome.error))
    return undefined
  }
  const look = async (chosen: File, wish: Omit<LookWish, 'sheet'> & { readonly sheet: string | null }) => {
    const id = await upload(chosen)
    return id === undefined ? undefined : looks.run({ upload: id, fileName: chosen.name, ...wish })
  }
  const tables = useFileDraft(async wish => (file ? (await look(file, wish))?.tables[0] : undefined))
  const begin = async (chosen: File) => {
    const found = await look(chosen, { sheet: null, headRow: null, kind: null })
    if (!found) return
    setFile(chosen)
    tables.setDraft(proposed(found))
  }
  const start = async (key: ImportKey) => {
    if (!file || !tables.draft) return
    const id = await upload(file)
    const order = { fileName: file.name, tables: mappedTables(tables.draft), key }
    const done = id && (await checks.run({ upload: id, ...order }))
    if (done) setCheck(done)
  }
  const restart = () => {
    setFile(undefined)
    tables.setDraft(undefined)
    setCheck(undefined)
    setResult(undefined)
  }
  const step = result ? 3 : check ? 2 : tables.draft ? 1 : 0
  const said = problem ?? looks.problem ?? checks.problem
  return (
    <section className="page imports" aria-label={t('importing.title')}>
      <Steps
        className="import-steps"
        size="small"
        current={step}
        items={steps.map(name => ({ title: t(`importing.step-${name}`) }))}
      />
      {said && (
        <p className="stamp" role="alert">
          {said}
        </p>
      )}
      {step === 0 && <FileStep work={looks} onChosen={chosen => void begin(chosen)} />}
      {step === 1 && file && tables.draft && (
        <ColumnsStep
          fileName={file.name}
          draft={tables.draft}
          rights={rights}
          work={checks}
          isLooking={looks.runningId !== undefined}
          onShow={sheet => void tables.show(sheet)}
          onLook={wish => void tables.readAgain(wish)}
          onLeaveOut={tables.leaveOut}
          onChoose={tables.choose}
          onCheck={key => void start(key)}
          onOther={restart}
        />
      )}
      {step === 2 && check && <CheckStep check={check} onBack={() => setCheck(undefined)} onDone={setResult} />}
      {step === 3 && check && result && <ResultStep check={check} result={result} onAnother={restart} />}
    </section>
  )
}
