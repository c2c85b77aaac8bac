import { type DragEvent, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/text/language.ts'
import { transport } from '../../transport/index.ts'
import { FileChooser } from '../../ui/file-chooser.tsx'
import { useDelivery } from '../../ui/use-delivery.ts'
import { PastImports } from './past-imports.tsx'
import { RunningLine } from './running-line.tsx'
import type { LongWork } from './use-long-call.ts'

interface FileStepProps {
  readonly work: LongWork<'imports.look'>
  readonly onChosen: (file: File) => void
}

/** A file is dropped or chosen; an empty sheet can be taken away; earlier imports can be undone. */
export function FileStep({ work, onChosen }: FileStepProps) {
  const { t, i18n } = useTranslation()
  const [isOver, setOver] = useState(false)
  const template = useDelivery()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onChosen(file)
  }
  const download = () =>
    template.run(requestId => transport.call('imports.template', { requestId, language: i18n.language as Language }))
  return (
    <div className="import-scroll">
      <section
        className={`import-drop ${isOver ? 'import-over' : ''}`}
        aria-label={t('importing.begin')}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{t('importing.beginMeans')}</p>
        <div className="tools">
          <span>{t('importing.drop')}</span>
          <FileChooser
            autoFocus
            text={t('importing.choose')}
            accept=".xlsx,.csv,.txt,.xls"
            busy={work.runningId !== undefined}
            onChosen={onChosen}
          />
        </div>
        {work.runningId && <RunningLine requestId={work.runningId} onStop={work.stop} />}
      </section>
      <section className="import-card" aria-label={t('importing.template')}>
        <div className="tools">
          <Button loading={template.busy} onClick={() => void download()}>
            {t('importing.template')}
          </Button>
          <span className="note-inline">{t('importing.templateMeans')}</span>
        </div>
      </section>
      <PastImports />
    </div>
  )
}
