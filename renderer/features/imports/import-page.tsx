import { Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import type { ImportCheck, ImportLook, MappedColumn } from '../../../shared/contract/import-calls.ts'
import type { ImportKey } from '../../../shared/domain/imports.ts'
import type { Right } from '../../../shared/domain/roles.ts'
import { transport } from '../../transport/index.ts'
import { StatusLine } from '../../ui/status-line.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import { ResultStep } from './result-step.tsx'
import { useImportErrorText, useLongCall } from './use-long-call.ts'
import './imports.css'

/** What the person has decided about a file so far. */
interface Chosen {
  readonly file: File
  readonly look: ImportLook
}

const steps = ['file', 'columns', 'check', 'result'] as const

/** 导入: choose a file, say which column is which box, look at what would happen, write it, take it back. */
export function ImportPage({ rights }: { rights: readonly Right[] }) {
  const { t } = useTranslation()
  const errorText = useImportErrorText()
  const [chosen, setChosen] = useState<Chosen>()
  const [check, setCheck] = useState<ImportCheck>()
  const [result, setResult] = useState<Output<'imports.commit'>>()
  const [problem, setProblem] = useState<string>()
  const looks = useLongCall('imports.look')
  const checks = useLongCall('imports.check')

  const upload = async (file: File): Promise<string | undefined> => {
    setProblem(undefined)
    const outcome = await transport.upload(file)
    if (outcome.ok) return outcome.value.upload
    setProblem(errorText(outcome.error))
    return undefined
  }
  const look = async (file: File, place?: { readonly sheet: string; readonly headRow: number | null }) => {
    const id = await upload(file)
    const { sheet = null, headRow = null } = place ?? {}
    const found = id && (await looks.run({ upload: id, fileName: file.name, sheet, headRow }))
    if (found) setChosen({ file, look: found })
  }
  const start = async (mapping: readonly MappedColumn[], key: ImportKey) => {
    if (!chosen) return
    const { file, look: found } = chosen
    const id = await upload(file)
    const { sheet, headRow } = found
    const choice = { sheet, headRow, mapping: [...mapping], key }
    const done = id && (await checks.run({ upload: id, fileName: file.name, ...choice }))
    if (done) setCheck(done)
  }
  const restart = () => {
    setChosen(undefined)
    setCheck(undefined)
    setResult(undefined)
  }
  const step = result ? 3 : check ? 2 : chosen ? 1 : 0
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
      {step === 0 && <FileStep work={looks} onChosen={file => void look(file)} />}
      {step === 1 && chosen && (
        <ColumnsStep
          key={`${chosen.look.sheet} ${chosen.look.headRow}`}
          fileName={chosen.file.name}
          look={chosen.look}
          rights={rights}
          work={checks}
          isLooking={looks.runningId !== undefined}
          onLook={place => void look(chosen.file, place)}
          onCheck={(mapping, key) => void start(mapping, key)}
          onOther={restart}
        />
      )}
      {step === 2 && check && <CheckStep check={check} onBack={() => setCheck(undefined)} onDone={setResult} />}
      {step === 3 && check && result && <ResultStep check={check} result={result} onAnother={restart} />}
      <StatusLine keys={t('importing.keys')} />
    </section>
  )
}
