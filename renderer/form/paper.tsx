import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasProductLines } from '../../shared/catalogue/derive/display.ts'
import { isEmpty } from '../../shared/catalogue/derive/value.ts'
import { boxAt, personPath } from '../../shared/catalogue/derive/paths.ts'
import { personCount, productLineCount } from '../../shared/catalogue/derive/rows.ts'
import { personRoles } from '../../shared/catalogue/people.ts'
import type { BoxCell, FormLayout, HeadCell } from '../../shared/catalogue/layout/layout.ts'
import { type PlacedCell, placeForm } from '../../shared/catalogue/layout/place.ts'
import { Box } from './box.tsx'
import { useCarried } from './carried.tsx'
import { PersonButton } from './closed.tsx'
import { useDerived, useFile } from './file-context.ts'
import { HeadText } from './head-text.tsx'
import { focusPath, handleFormKey, nextStop } from './keyboard.ts'
import { TextEntry } from './text-entry.tsx'
import './paper.css'
import './delicate.css'

const spareProductRows = 1

/** One of the two forms, drawn from its layout like the paper: same blocks, order and box heads. */
export function Paper({ layout, onEnd }: { layout: FormLayout; onEnd: () => void }) {
  const { store, language } = useFile()
  const carried = useCarried()
  const [people, setPeople] = useState<Readonly<Record<string, number>>>({})
  const [withProducts, setWithProducts] = useState(false)
  // The raster depends on how many rows are used, not on what they say: typing must not lay the form out again.
  const raster = useDerived(values => {
    const { answers } = store
    return JSON.stringify([
      personRoles.map(role => personCount(answers, role.code)),
      productLineCount(values, spareProductRows),
    ])
  })
  const drawn = useMemo(() => ({ raster, values: store.answers }), [raster, store])
  const placed = useMemo(
    () =>
      placeForm(layout, { values: drawn.values, withProductTable: withProducts, spareRows: spareProductRows, people }),
    [layout, drawn, people, withProducts],
  )
  const isOnDemand = layout.form === 'KH001'
  const toggleProducts = () => {
    setWithProducts(!withProducts)
    requestAnimationFrame(() => focusPath(withProducts ? 'productLines' : 'productLines.1.line'))
  }
  const addPerson = (role: string) => {
    const position = Math.max(personCount(store.answers, role), people[role] ?? 1) + 1
    setPeople({ ...people, [role]: position })
    requestAnimationFrame(() => focusPath(`people.${role}.${position}.name`))
  }
  const addPersonAt = (path: string | undefined) => {
    const role = /^people\.(\w+)\./.exec(path ?? '')?.[1]
    if (role && layout.form === 'KH001') addPerson(role)
  }
  const nextEmpty = (after: string | undefined) => {
    const { answers } = store
    const isOpen = (path: string) => (path === 'productLines' ? !hasProductLines(answers) : isEmpty(answers[path]))
    const next = nextStop(after, isOpen)
    if (next) focusPath(next)
  }
  const isCarried = (path: string) => carried.paths.has(path) && !store.isChangedAt(path)
  const confirm = (path: string) => {
    if (!isCarried(path)) return false
    carried.confirm(path)
    return true
  }
  const nextCarried = (after: string | undefined) => {
    const next = nextStop(after, isCarried)
    if (next) focusPath(next)
  }
  const keys = {
    onEnd,
    onNextEmpty: nextEmpty,
    onAddPerson: addPersonAt,
    onConfirm: confirm,
    onNextCarried: nextCarried,
  }
  return (
    <section className="paper" aria-label={layout.title[language]} onKeyDown={event => handleFormKey(event, keys)}>
      <PaperTitle layout={layout} />
      <div className="raster" style={{ gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))` }}>
        {placed.cells.map(cell => (
          <PlacedBox
            key={keyOf(cell)}
            placed={cell}
            onToggleProducts={isOnDemand ? toggleProducts : undefined}
            onAddPerson={addPerson}
          />
        ))}
      </div>
    </section>
  )
}

function PaperTitle({ layout }: { layout: FormLayout }) {
  const { language } = useFile()
  const field = boxAt(layout.numberPath)?.field
  return (
    <div className="paper-title">
      <h2>{layout.title[language]}</h2>
      {field && (
        <span className="paper-number box">
          {layout.form} <span className="inline-label">{field.label[language]}</span>
          <TextEntry path={layout.numberPath} field={field} lines={1} />
        </span>
      )}
    </div>
  )
}

interface PlacedBoxProps {
  readonly placed: PlacedCell
  readonly onToggleProducts: (() => void) | undefined
  readonly onAddPerson: (role: string) => void
}

function PlacedBox({ placed, onToggleProducts, onAddPerson }: PlacedBoxProps) {
  const { cell, row, column } = placed
  const style = { gridArea: `${row + 1} / ${column + 1} / span ${cell.rows} / span ${cell.span}` }
  if (cell.kind === 'head') return <Head cell={cell} style={style} onAddPerson={onAddPerson} />
  return (
    <div className={boxClass(cell)} style={style}>
      <Box cell={cell} onToggleProducts={onToggleProducts} />
    </div>
  )
}

function Head({
  cell,
  style,
  onAddPerson,
}: {
  cell: HeadCell
  style: { gridArea: string }
  onAddPerson: (role: string) => void
}) {
  const { language, isReadOnly } = useFile()
  const { t } = useTranslation()
  const text = cell.text[language]
  const { personRole, subject } = cell
  return (
    <div className={cell.side ? `head side ${language === 'en' ? 'side-latin' : ''}` : 'head'} style={style}>
      <span>
        <HeadText text={text} />
      </span>
      {subject && <PersonButton subject={subject} person={text} />}
      {personRole && !isReadOnly(personPath(personRole, 1, 'name')) && (
        <button
          type="button"
          className="add"
          title={`${t('form.addPerson', { role: text })} (Alt +)`}
          aria-label={t('form.addPerson', { role: text })}
          onClick={() => onAddPerson(personRole)}
        >
          +
        </button>
      )}
    </div>
  )
}

function boxClass(cell: BoxCell): string {
  const flow = cell.paths.length > 1 ? 'box-several' : ''
  return `box ${flow} ${cell.lines > 1 ? 'box-tall' : ''}`
}

function keyOf({ cell, row, column }: PlacedCell): string {
  return cell.kind === 'box' && cell.paths[0] ? cell.paths[0] : `${row}/${column}`
}
