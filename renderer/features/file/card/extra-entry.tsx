import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sameValue } from '../../../../shared/catalogue/derive/value.ts'
import type { Value } from '../../../../shared/catalogue/field.ts'
import {
  type ExtraBox,
  extraLabel,
  extraPath,
  extraText,
  longestExtra,
  parseExtraNumber,
  extraWarning,
} from '../../../../shared/domain/extra-box.ts'
import { type Parsed, understood } from '../../../../shared/domain/parsed.ts'
import { parseDate } from '../../../../shared/domain/partial-date.ts'
import { useFile } from '../../../form/file-context.ts'
import { useErrorText } from '../../../ui/error-text.ts'
import { whenLeaving } from '../../../ui/leaving.ts'
import { useCardCommand } from './use-card.ts'

interface ExtraEntryProps {
  readonly box: ExtraBox
  readonly saved: string | number | null
  readonly customerId: number
  readonly isReadOnly: boolean
}

/** One extra box: typed as the boxes of the forms, saved when it is left, put back by Esc. */
export function ExtraEntry({ box, saved, customerId, isReadOnly }: ExtraEntryProps) {
  const { t } = useTranslation()
  const { language, today } = useFile()
  const id = useId()
  const { typed, remark, clash, type, keep, forget, usePresent } = useExtraAnswer(box, saved, customerId, today)
  const common = { id, 'data-extra': box.id, 'aria-describedby': `${id}-remark`, 'aria-invalid': remark !== undefined }
  const shown = typed ?? extraText(box, saved, language)
  const warning = remark === undefined ? extraWarning(box, shown) : undefined
  const typing = {
    autoComplete: 'off',
    maxLength: longestExtra,
    readOnly: isReadOnly,
    value: shown,
    onBlur: () => {
      // Two answers that clash are chosen from by hand.
      if (clash === undefined) keep()
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') forget()
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') keep()
    },
  }
  return (
    <div className="extra-box">
      <label htmlFor={id}>{extraLabel(box, language)}</label>
      {box.kind === 'choice' ? (
        <select
          {...common}
          disabled={isReadOnly}
          value={String(typed ?? saved ?? '')}
          onChange={event => keep(event.target.value)}
        >
          <option value="">{t('extra.noAnswer')}</option>
          {box.options
            .filter(({ retired, code }) => !retired || code === saved)
            .map(option => (
              <option key={option.code} value={option.code}>
                {extraLabel(option, language)}
              </option>
            ))}
        </select>
      ) : box.kind === 'text' ? (
        // A long answer is read whole; it stays one line to whoever exports it.
        <textarea
          {...common}
          {...typing}
          rows={1}
          onChange={event => type(event.target.value.replace(/[\r\n]+/g, ' '))}
        />
      ) : (
        <input
          {...common}
          {...typing}
          {...(box.kind === 'date' && { placeholder: '2026-01-31' })}
          onChange={event => type(event.target.value)}
        />
      )}
      <span id={`${id}-remark`} role="status" className={remark ? 'remark-error' : 'remark-warning'}>
        {remark}
        {warning && t(`warnings.${warning.code}`, { word: warning.facts?.word ?? '' })}
        {clash !== undefined && (
          <>
            {' '}
            {t('extra.present', { value: extraText(box, clash, language) || t('extra.noAnswer') })}{' '}
            <button type="button" className="link" onClick={usePresent}>
              {t('extra.usePresent')}
            </button>
            <button type="button" className="link" onClick={() => keep()}>
              {t('extra.useMine')}
            </button>
          </>
        )}
      </span>
    </div>
  )
}

/** What is typed into an extra box until it is saved, and what stands in the way. */
function useExtraAnswer(box: ExtraBox, saved: string | number | null, customerId: number, today: string) {
  const { t } = useTranslation()
  const { language } = useFile()
  const errorText = useErrorText()
  const command = useCardCommand()
  const client = useQueryClient()
  const [typed, setTyped] = useState<string>()
  const [remark, setRemark] = useState<string>()
  const [clash, setClash] = useState<Value>()
  const sending = useRef<{ readonly text: string; readonly done: Promise<boolean> }>(undefined)

  const forget = () => {
    setTyped(undefined)
    setRemark(undefined)
    setClash(undefined)
  }
  /** Tells whether nothing is left to be saved. */
  const save = async (text: string | undefined = typed): Promise<boolean> => {
    if (text === undefined) return true
    if (sending.current?.text === text) return sending.current.done
    const parsed = read(box, text, today)
    if (!parsed.ok) {
      setRemark(t(`problems.${parsed.problem}`))
      return false
    }
    const to = parsed.value
    const from = clash === undefined ? saved : clash
    if (sameValue(to, from)) {
      forget()
      return true
    }
    const done = send(text, from, to)
    sending.current = { text, done }
    const isSaved = await done
    sending.current = undefined
    return isSaved
  }
  const send = async (text: string, from: Value, to: string | number | null): Promise<boolean> => {
    const requestId = crypto.randomUUID()
    const outcome = await command('cards.saveExtra', { requestId, id: customerId, changes: { [box.id]: { from, to } } })
    if (outcome.ok) {
      forget()
      return true
    }
    const { error } = outcome
    setTyped(text)
    const isClash = error.code === 'conflict'
    setRemark(isClash ? t('extra.conflict', { fields: extraLabel(box, language) }) : errorText(error))
    if (isClash) setClash(error.present?.values[extraPath(box.id)] ?? null)
    return false
  }
  // Whoever turns to another tab or locks the window loses nothing of what stands in the box.
  const latest = useRef({ typed, save })
  useEffect(() => {
    latest.current = { typed, save }
  })
  useEffect(() => {
    const keep = () => latest.current.save()
    const taken = whenLeaving({ isKept: () => latest.current.typed === undefined, keep })
    return () => {
      taken()
      void keep()
    }
  }, [])
  return {
    typed,
    remark,
    clash,
    type: (text: string) => {
      setTyped(text)
      setRemark(undefined)
    },
    keep: (text?: string) => {
      if (text !== undefined) setTyped(text)
      void save(text)
    },
    forget,
    usePresent: () => {
      forget()
      void client.invalidateQueries({ queryKey: ['cards.open'] })
    },
  }
}

function read(box: ExtraBox, text: string, today: string): Parsed<string | number | null> {
  const clean = text.trim()
  if (clean === '') return understood(null)
  if (box.kind === 'number') return parseExtraNumber(clean)
  return box.kind === 'date' ? parseDate(clean, today) : understood(clean)
}
