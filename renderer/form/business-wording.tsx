import { useTranslation } from 'react-i18next'
import {
  businessAnswerIn,
  businessAnswers,
  businessWording,
  withBusinessAnswer,
} from '../../shared/catalogue/business-wording.ts'
import { useCell, useFile } from './file-context.ts'

const remarksPath = 'credit.accounts.remarks'

/** 能否正常经营, offered before the box of somebody's health: the answer goes to 备注. */
export function BusinessWording() {
  const { t } = useTranslation()
  const { store, language, isReadOnly } = useFile()
  const { value } = useCell(remarksPath)
  const remarks = typeof value === 'string' ? value : ''
  const said = businessAnswerIn(remarks)
  if (isReadOnly(remarksPath)) return null
  return (
    <span className="wording" role="group" aria-label={businessWording[language]} title={t('personal.wordingMeans')}>
      <span className="inline-label">{businessWording[language]}</span>
      {businessAnswers.map(answer => (
        <button
          key={answer.code}
          type="button"
          aria-pressed={said === answer.code}
          onClick={() => store.set(remarksPath, { value: withBusinessAnswer(remarks, answer.code, language) })}
        >
          {answer.label[language]}
        </button>
      ))}
    </span>
  )
}
