import type { Card } from '../../shared/contract/extra-calls.ts'
import { type ExtraBox, extraLabel, extraText } from '../../shared/domain/extra-box.ts'
import type { Language } from '../../shared/text/language.ts'
import { reportTexts } from '../../shared/text/reports.ts'
import './printed-form.css'

interface PrintedExtraProps {
  readonly number: string
  readonly name: string
  readonly boxes: readonly ExtraBox[]
  readonly answers: Card['answers']
  readonly language: Language
  readonly company: string
  /** What stands at the foot of the paper: print date and person. */
  readonly note: string
}

/** Page 2 of KH001 as it is printed: the extra boxes of the company. */
export function PrintedExtra({ number, name, boxes, answers, language, company, note }: PrintedExtraProps) {
  const texts = reportTexts[language]
  return (
    <article className="a4" lang={language}>
      <header>
        <span>{company}</span>
        <h2>{texts.extraTitle}</h2>
        <span>{texts.number('KH001', number)}</span>
      </header>
      <p>{name}</p>
      <div className="a4-raster a4-extra">
        {boxes.map(box => (
          <div key={box.id} className="a4-extra-row">
            <div className="a4-head">{extraLabel(box, language)}</div>
            <div className="a4-box">{extraText(box, answers[box.id], language)}</div>
          </div>
        ))}
      </div>
      <footer>
        <span>{note}</span>
      </footer>
    </article>
  )
}
