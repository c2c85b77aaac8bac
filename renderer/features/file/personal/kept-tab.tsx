import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { displayValue, labelOf } from '../../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../../shared/catalogue/derive/paths.ts'
import { valueAt } from '../../../../shared/catalogue/derive/value.ts'
import type { Path } from '../../../../shared/catalogue/field.ts'
import type { Output } from '../../../../shared/contract/contract.ts'
import { useFile } from '../../../form/file-context.ts'
import { localDateTime } from '../../../ui/local-time.ts'

interface KeptTabProps {
  readonly about: Output<'personal.ofPerson'>
  /** Goes to the box that says something wrong. */
  readonly onCorrect: (path: Path) => void
}

/** Everything that is kept about a person, who has looked at it, and what left the house. */
export function KeptTab({ about, onCorrect }: KeptTabProps) {
  const { t } = useTranslation()
  const { language } = useFile()
  const { boxes, values, papers, reveals, exports } = about
  const shown = (path: Path) => {
    const field = boxAt(path)?.field
    return field && path in values ? displayValue(field, valueAt(values, path), language) : t('personal.hidden')
  }
  return (
    <>
      <p className="note-inline">{t('personal.keptMeans')}</p>
      {boxes.length === 0 ? (
        <p className="note-inline">{t('personal.keptNone')}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{t('personal.box')}</th>
              <th>{t('personal.content')}</th>
              <th>{t('personal.correct')}</th>
            </tr>
          </thead>
          <tbody>
            {boxes.map(path => (
              <tr key={path}>
                <th scope="row">{labelOf(path, language)}</th>
                <td>{shown(path)}</td>
                <td>
                  <Button
                    size="small"
                    aria-label={t('personal.correctBox', { box: labelOf(path, language) })}
                    onClick={() => onCorrect(path)}
                  >
                    {t('personal.correct')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Lines title={t('personal.papers')} none="—" lines={papers.map(paper => [paper.fileName, paper.addedAt])} />
      <Lines title={t('personal.seen')} none={t('personal.seenNone')} lines={reveals.map(({ by, at }) => [by, at])} />
      <Lines
        title={t('personal.takenAway')}
        none={t('personal.takenNone')}
        lines={exports.map(({ by, at, whole }) => [`${by} (${t(whole ? 'personal.whole' : 'personal.one')})`, at])}
      />
    </>
  )
}

interface LinesProps {
  readonly title: string
  readonly none: string
  readonly lines: readonly (readonly [string, string])[]
}

function Lines({ title, none, lines }: LinesProps) {
  return (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className="note-inline">{none}</p>
      ) : (
        <ul className="glances">
          {lines.map(([what, at], index) => (
            <li key={`${at}/${index}`}>
              <span className="day">{localDateTime(at)}</span> {what}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
