import { type Answers, boxContent, hidesAnswers, inlineLabel } from '../../shared/catalogue/derive/box-content.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { SecondLines } from '../../shared/catalogue/derive/second-lines.ts'
import { textAt } from '../../shared/catalogue/derive/value.ts'
import type { Values } from '../../shared/catalogue/field.ts'
import type { BoxCell, FormLayout } from '../../shared/catalogue/layout/layout.ts'
import { placeForm } from '../../shared/catalogue/layout/place.ts'
import { rmbInWords } from '../../shared/domain/capital.ts'
import type { Language } from '../../shared/text/language.ts'
import { reportTexts } from '../../shared/text/reports.ts'
import { HeadText } from './head-text.tsx'
import { useOnePage } from './use-one-page.ts'
import './printed-form.css'

interface PrintedFormProps {
  readonly layout: FormLayout
  readonly values: Values
  readonly language: Language
  readonly withDelicate: boolean
  readonly company: string
  /** What stands at the foot of the paper: print date and person. */
  readonly note: string
  readonly secondLines?: SecondLines
}

/** A form as it is printed on A4: the layout of the screen and the sheet, with texts instead of controls. */
export function PrintedForm(props: PrintedFormProps) {
  const { layout, values, language, withDelicate, company, note, secondLines = {} } = props
  const texts = reportTexts[language]
  const { cells } = placeForm(layout, { values })
  const content = useOnePage<HTMLDivElement>()
  const answers: Answers = { values, context: { language, withDelicate }, blank: layout.blank }
  return (
    <article className={`a4 a4-${layout.form}`} lang={language}>
      <div ref={content}>
        <header>
          <span>{company}</span>
          <h2>{layout.title[language]}</h2>
          <span>{texts.number(layout.form, textAt(values, layout.numberPath))}</span>
        </header>
        <div className="a4-raster" style={{ gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))` }}>
          {cells.map(({ cell, row, column }) => {
            const style = { gridArea: `${row + 1} / ${column + 1} / span ${cell.rows} / span ${cell.span}` }
            const sort =
              cell.kind === 'head'
                ? `a4-head ${cell.side ? 'a4-side' : ''}`
                : `a4-box ${cell.lines > 1 ? 'a4-tall' : ''}`
            return (
              <div key={`${row}/${column}`} className={sort} style={style}>
                {cell.kind === 'head' ? (
                  <HeadText text={cell.text[language]} />
                ) : (
                  <>
                    <PrintedBox cell={cell} answers={answers} />
                    {cell.paths.map(path => secondLines[path] && <SecondLine key={path} text={secondLines[path]} />)}
                  </>
                )}
              </div>
            )
          })}
        </div>
        <footer>
          <span>{note}</span>
          {hidesAnswers(layout, values, withDelicate) && <b>{texts.withoutDelicate}</b>}
        </footer>
      </div>
    </article>
  )
}

function SecondLine({ text }: { text: string }) {
  return <span className="a4-second">{text}</span>
}

/** One box: options and fields that share it keep together, an amount stands beside its 大写. */
function PrintedBox({ cell, answers }: { cell: BoxCell; answers: Answers }) {
  const content = boxContent(cell, answers)
  const isTick = cell.paths.some(path => boxAt(path)?.field.kind === 'tick')
  const pieces = content.kind === 'number' ? [content.shown] : content.pieces
  return (
    <>
      {cell.inline && !isTick && <small>{inlineLabel(cell, answers)}</small>}
      {pieces.map(piece => (
        <span key={piece}>{piece}</span>
      ))}
      {cell.capital && content.kind === 'number' && content.fen !== undefined && (
        <span>({rmbInWords(content.fen)})</span>
      )}
    </>
  )
}
