import { Alert, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '../../../../shared/contract/errors.ts'
import { attachmentLimit } from '../../../../shared/contract/uploads.ts'
import { type AttachmentKind, attachmentKinds } from '../../../../shared/domain/verification.ts'
import { textAt } from '../../../../shared/catalogue/derive/value.ts'
import { subjectsOf } from '../../../../shared/domain/personal.ts'
import { useFile } from '../../../form/file-context.ts'
import { transport } from '../../../transport/index.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { fileSize } from '../../../ui/file-size.ts'

/** How the name of a file may end that is kept with a customer; what it is, is decided by its content. */
export const fileTypes = ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx'] as const

interface AddFilesProps {
  readonly files: readonly File[]
  readonly customerId: number
  readonly onAdded: () => void
  readonly onClose: () => void
}

/** Asks what each chosen file shows, and adds them one after the other. */
export function AddFiles({ files, customerId, onAdded, onClose }: AddFilesProps) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [left, setLeft] = useState(files)
  const [kinds, setKinds] = useState<ReadonlyMap<File, AttachmentKind>>(new Map())
  const [holders, setHolders] = useState<ReadonlyMap<File, string>>(new Map())
  const { values } = useFile().store
  const people = subjectsOf(values).map(subject => ({ value: subject, label: textAt(values, `${subject}.name`) }))
  const [added, setAdded] = useState<number>()
  const [error, setError] = useState<{ readonly name: string; readonly cause: CallError }>()
  const isHeld = (file: File) => kinds.get(file) !== 'identityCard' || holders.has(file)
  const isReady =
    left.length > 0 && left.every(file => kinds.has(file) && problemOf(file) === undefined && isHeld(file))
  const drop = (file: File) => {
    const rest = left.filter(other => other !== file)
    if (rest.length === 0) onClose()
    else setLeft(rest)
  }
  const add = async () => {
    setError(undefined)
    for (const [index, file] of left.entries()) {
      setAdded(index)
      const cause = await addOne(file, { customerId, kind: kinds.get(file) ?? 'other', subject: holders.get(file) })
      if (cause) {
        // Those before it are kept: only what is left is tried again.
        setLeft(left.slice(index))
        setAdded(undefined)
        return setError({ name: file.name, cause })
      }
    }
    onAdded()
  }
  return (
    <Modal
      open
      width={720}
      title={t('limits.papersAddTitle', { count: left.length })}
      okText={
        added === undefined ? t('limits.papersAdd') : t('limits.papersUploading', { done: added, count: left.length })
      }
      okButtonProps={{ disabled: !isReady || added !== undefined }}
      cancelText={t('common.cancel')}
      onOk={() => void add()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {error && <Alert type="error" title={`${error.name}: ${errorText(error.cause)}`} />}
      <ul className="new-files">
        {left.map((file, index) => {
          const problem = problemOf(file)
          return (
            <li key={`${file.name}/${file.size}/${file.lastModified}`}>
              <span>
                {file.name} <small>{fileSize(file.size)}</small>
                {problem && (
                  <span className="remark-error" role="alert">
                    {t(`limits.${problem}`)}
                  </span>
                )}
              </span>
              <Select
                autoFocus={index === 0}
                style={{ width: 200 }}
                value={kinds.get(file) ?? null}
                aria-label={t('limits.kindOf', { name: file.name })}
                placeholder={t('limits.kind')}
                options={attachmentKinds.map(kind => ({ value: kind, label: t(`approvals.paper-${kind}`) }))}
                onChange={kind => {
                  if (kind !== null) setKinds(new Map(kinds).set(file, kind))
                }}
              />
              {kinds.get(file) === 'identityCard' && (
                <Select
                  style={{ width: 140 }}
                  value={holders.get(file) ?? null}
                  aria-label={t('personal.holder', { name: file.name })}
                  placeholder={t('personal.holderShort')}
                  options={people}
                  onChange={subject => {
                    if (subject !== null) setHolders(new Map(holders).set(file, subject))
                  }}
                />
              )}
              <Button aria-label={t('limits.remove', { name: file.name })} onClick={() => drop(file)}>
                ×
              </Button>
            </li>
          )
        })}
      </ul>
      {!isReady && (
        <p className="note-inline">{t(left.every(isHeld) ? 'limits.kindMissing' : 'personal.holderMissing')}</p>
      )}
    </Modal>
  )
}

function problemOf(file: File): 'tooLarge' | 'typeUnknown' | undefined {
  if (file.size > attachmentLimit) return 'tooLarge'
  const type = /\.(\w+)$/.exec(file.name.toLowerCase())?.[1]
  return fileTypes.some(known => known === type) ? undefined : 'typeUnknown'
}

interface Paper {
  readonly customerId: number
  readonly kind: AttachmentKind
  /** Whose identity paper it is. */
  readonly subject: string | undefined
}

async function addOne(file: File, { customerId, kind, subject }: Paper): Promise<CallError | undefined> {
  const uploaded = await transport.upload(file)
  if (!uploaded.ok) return uploaded.error
  const outcome = await transport.call('attachments.add', {
    requestId: crypto.randomUUID(),
    customerId,
    upload: uploaded.value.upload,
    fileName: file.name,
    kind,
    ...(kind === 'identityCard' && subject !== undefined && { subject }),
  })
  return outcome.ok ? undefined : outcome.error
}
