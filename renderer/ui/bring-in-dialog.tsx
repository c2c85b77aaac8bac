import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { Uploaded } from '../../shared/contract/uploads.ts'
import { transport } from '../transport/index.ts'
import { useErrorText } from './error-text.ts'
import { FileChooser } from './file-chooser.tsx'
import { FormDialog } from './form-dialog.tsx'

/** A chosen backup: the id that a call names, and what the file is called. */
interface ChosenBackup {
  readonly upload: string
  readonly fileName: string
}

interface Answers {
  readonly backup: ChosenBackup
  readonly secret: string
}

interface BringInDialogProps {
  readonly onSend: (upload: string, secret: string) => Promise<Outcome<unknown>>
  readonly onClose: () => void
}

/** Asks for a sealed backup and what opens it. The installed program takes the file where it lies, a browser hands it over. */
export function BringInDialog({ onSend, onClose }: BringInDialogProps) {
  const { t } = useTranslation()
  const required = [{ required: true, message: t('start.required') }]
  return (
    <FormDialog<Answers>
      title={t('backup.bringInTitle')}
      okText={t('backup.bringInDo')}
      onClose={onClose}
      onSend={({ backup, secret }) => onSend(backup.upload, secret)}
    >
      <p>{t('backup.bringInMeans')}</p>
      <Form.Item name="backup" label={t('backup.bringInFile')} rules={required}>
        <BackupChooser />
      </Form.Item>
      <Form.Item name="secret" label={t('backup.bringInSecret')} rules={required}>
        <Input type="password" autoComplete="off" maxLength={300} />
      </Form.Item>
    </FormDialog>
  )
}

interface BackupChooserProps {
  readonly value?: ChosenBackup
  readonly onChange?: (chosen: ChosenBackup) => void
}

function BackupChooser({ value, onChange }: BackupChooserProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (choosing: Promise<Outcome<Uploaded & { readonly fileName: string }>>) => {
    setBusy(true)
    const outcome = await choosing
    setBusy(false)
    if (outcome.ok) onChange?.(outcome.value)
    setProblem(outcome.ok || outcome.error.code === 'cancelled' ? undefined : errorText(outcome.error))
  }
  return (
    <>
      <span className="tools">
        {transport.kind === 'electron' ? (
          <Button loading={busy} onClick={() => void take(transport.windowCall('window.chooseBackup', {}))}>
            {t('backup.bringInChoose')}
          </Button>
        ) : (
          <FileChooser
            text={t('backup.bringInChoose')}
            accept=".kehubak"
            busy={busy}
            onChosen={file => void take(handOver(file))}
          />
        )}
        <span>{value?.fileName}</span>
      </span>
      {problem && <p className="remark-error">{problem}</p>}
    </>
  )
}

async function handOver(file: File): Promise<Outcome<Uploaded & { readonly fileName: string }>> {
  const outcome = await transport.upload(file, 'backup')
  return outcome.ok ? { ok: true, value: { ...outcome.value, fileName: file.name } } : outcome
}
