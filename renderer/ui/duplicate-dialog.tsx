import { Alert, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundDuplicates, GivenAnswers } from '../../shared/contract/duplicate-calls.ts'
import type { CallError } from '../../shared/contract/errors.ts'
import { type DuplicateAnswer, duplicateAnswers } from '../../shared/domain/duplicates.ts'
import type { Language } from '../../shared/text/language.ts'
import { likenessWords } from '../../shared/text/likeness.ts'
import './duplicates.css'
import { useErrorText } from './error-text.ts'
import { navigate } from './navigate.ts'
import { OwnPassword } from './own-password.tsx'
import { Waiting } from './waiting.tsx'

interface DuplicateDialogProps {
  /** Who the card would be once more; nothing while it is looked up. */
  readonly found: FoundDuplicates | undefined
  /** What answering does, on the button. */
  readonly okText: string
  /** Why it was refused, the last time it was tried. */
  readonly error: CallError
  readonly busy: boolean
  readonly onAnswer: (given: GivenAnswers) => void
  readonly onCancel: () => void
}

/** The card is there already, or may be: opens the other file, or takes what the person says about it (rules 8). */
export function DuplicateDialog({ found, okText, error, busy, onAnswer, onCancel }: DuplicateDialogProps) {
  const { t, i18n } = useTranslation()
  const errorText = useErrorText()
  const [answers, setAnswers] = useState<ReadonlyMap<number, DuplicateAnswer>>(new Map())
  const [override, setOverride] = useState<{ by: number | null; password: string; reason: string }>()
  const certain = found?.certain ?? []
  const asked = (found?.probable ?? []).filter(({ mustAnswer }) => mustAnswer)
  const others = [...certain, ...asked]
  const isCertain = certain.length > 0
  const unanswered = asked.filter(({ id }) => !answers.has(id))
  const linked = certain.every(({ id }) => answers.has(id) && answers.get(id) !== 'different')
  const isReady =
    unanswered.length === 0 && (linked || (override !== undefined && override.by !== null && override.password !== ''))
  const open = (id: number) => {
    onCancel()
    navigate(`/customers/${id}/kh001`)
  }
  const save = () => {
    const given = [...answers].map(([id, as]) => ({ id, as }))
    const by = override?.by ?? null
    onAnswer({
      answers: given,
      ...(override && by !== null && { override: { by, password: override.password, reason: override.reason } }),
    })
  }
  return (
    <Modal
      open
      width={900}
      title={t(isCertain ? 'duplicates.certainTitle' : 'duplicates.probableTitle')}
      okText={okText}
      cancelText={t('duplicates.back')}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      mask={{ closable: false }}
      onOk={save}
      onCancel={onCancel}
    >
      <p>{t(isCertain ? 'duplicates.certainMeans' : 'duplicates.probableMeans')}</p>
      {!error.code.startsWith('duplicate-') && <Alert type="error" title={errorText(error)} role="alert" />}
      {!found && <Waiting text={t('duplicates.loading')} />}
      <table
        className="plain duplicates"
        onKeyDown={event => {
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement && isReady && !busy) save()
        }}
      >
        <tbody>
          {others.map((other, index) => (
            <tr key={other.id}>
              <td>
                <b>
                  KH-{other.customerNo} {other.name}
                </b>
                {other.archived && <span className="tag tag-stamp">{t('duplicates.archived')}</span>}
                <br />
                <small>
                  {'score' in other
                    ? `${other.score} · ${likenessWords(i18n.language as Language, other)}`
                    : other.kinds.map(kind => t(`duplicates.kind-${kind}`)).join(' · ')}
                </small>
              </td>
              <td className="duplicate-answers" role="radiogroup" aria-label={`${t('duplicates.newIs')} ${other.name}`}>
                <small>{t('duplicates.newIs')}</small>
                {duplicateAnswers
                  .filter(as => 'score' in other || as !== 'different')
                  .map(as => (
                    <label key={as}>
                      <input
                        type="radio"
                        name={`duplicate-${other.id}`}
                        autoFocus={index === 0 && as === 'different'}
                        checked={answers.get(other.id) === as}
                        onChange={() => setAnswers(new Map(answers).set(other.id, as))}
                      />{' '}
                      {t(`duplicates.as-${mirrored[as]}`)}
                    </label>
                  ))}
              </td>
              <td>
                <Button autoFocus={index === 0 && isCertain} onClick={() => open(other.id)}>
                  {t('duplicates.open')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isCertain && !override && (
        <Button onClick={() => setOverride({ by: null, password: '', reason: '' })}>{t('duplicates.override')}</Button>
      )}
      {override && (
        <div className="duplicate-override">
          <Select
            aria-label={t('duplicates.manager')}
            placeholder={t('duplicates.manager')}
            options={(found?.managers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={override.by}
            onChange={by => setOverride({ ...override, by })}
          />
          <OwnPassword
            label={t('duplicates.managerPassword')}
            value={override.password}
            onChange={password => setOverride({ ...override, password })}
          />
          <Input
            aria-label={t('duplicates.reason')}
            placeholder={t('duplicates.reason')}
            maxLength={200}
            value={override.reason}
            onChange={event => setOverride({ ...override, reason: event.target.value })}
          />
        </div>
      )}
    </Modal>
  )
}

// The answer says what the other one is to this card; the question is what this card is to the other one.
const mirrored = { different: 'different', head: 'branch', branch: 'head', group: 'group' } as const
