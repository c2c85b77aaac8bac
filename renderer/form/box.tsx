import { useTranslation } from 'react-i18next'
import { displayValue, labelOf, productLinesSummary } from '../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import type { Field, Path } from '../../shared/catalogue/field.ts'
import type { BoxCell } from '../../shared/catalogue/layout/layout.ts'
import { rmbInWords } from '../../shared/domain/capital.ts'
import { CarriedTag } from './carried.tsx'
import { ChoiceEntry, isPicked } from './choice-entry.tsx'
import { useCell, useDerived, useFile, useMask } from './file-context.ts'
import { MaskedEntry } from './masked-entry.tsx'
import { PendingTag } from './pending.tsx'
import { Remark } from './remark.tsx'
import { ShareEntry } from './share-entry.tsx'
import { TextEntry } from './text-entry.tsx'
import { TickEntry } from './tick-entry.tsx'

/** One box of the paper with every field that shares it. */
export function Box({ cell, onToggleProducts }: { cell: BoxCell; onToggleProducts: (() => void) | undefined }) {
  if (cell.computed) return <ProductLinesBox onToggle={onToggleProducts} />
  return (
    <>
      {cell.paths.map(path => (
        <FieldEntry key={path} path={path} cell={cell} />
      ))}
      {cell.paths.map(path => (
        <CarriedTag key={path} path={path} />
      ))}
      {cell.paths.map(path => (
        <PendingTag key={path} path={path} />
      ))}
      {cell.paths.map(path => (
        <Remark key={path} path={path} />
      ))}
    </>
  )
}

function FieldEntry({ path, cell }: { path: Path; cell: BoxCell }) {
  const { language, isHidden } = useFile()
  const { t } = useTranslation()
  const box = boxAt(path)
  const mask = useMask(path)
  if (!box) return null
  const { field } = box
  if (isHidden(path)) {
    return (
      <output className="shown" aria-label={labelOf(path, language)}>
        <em>{t('form.hidden')}</em>
      </output>
    )
  }
  // The choice that it belongs to is masked with it.
  if (mask !== undefined) return field.otherOf ? null : <MaskedEntry path={path} mask={mask} />
  if (field.setBy) return <ShownValue path={path} field={field} cell={cell} />
  if (field.otherOf) return <OtherText path={path} field={field} />
  if (field.kind === 'tick') return <TickEntry path={path} field={field} />
  if (field.kind === 'single' || field.kind === 'multi') return <ChoiceEntry path={path} field={field} />
  return (
    <span className={`${cell.paths.length > 1 ? 'part' : 'whole'} ${cell.inline ? 'named' : ''}`}>
      {cell.inline && <span className="inline-label">{field.label[language]}</span>}
      {field.key === 'sharePct' && box.position ? (
        <ShareEntry path={path} field={field} position={box.position} />
      ) : (
        <TextEntry
          path={path}
          field={field}
          lines={cell.lines}
          hint={cell.paths.length > 1 && !field.unit ? field.label[language] : undefined}
        />
      )}
      {field.unit && <span className="unit">{field.unit[language]}</span>}
      {cell.capital && <Capital path={path} />}
    </span>
  )
}

/** The text of 其他 stands in the box only while 其他 is chosen. */
function OtherText({ path, field }: { path: Path; field: Field }) {
  const chosen = useCell(path.replace(/Other$/, '')).value
  if (!isPicked(chosen, 'other')) return null
  return (
    <span className="part">
      <TextEntry path={path} field={field} lines={1} />
    </span>
  )
}

/** What only the approval chain writes: seen here, never typed. */
function ShownValue({ path, field, cell }: { path: Path; field: Field; cell: BoxCell }) {
  const { language } = useFile()
  const { t } = useTranslation()
  const { value } = useCell(path)
  const printed =
    field.kind === 'single'
      ? field.options?.map(option => `${isPicked(value, option.code) ? '☑' : '☐'} ${option.label[language]}`).join('　')
      : ''
  return (
    <output className="shown" aria-label={labelOf(path, language)}>
      {printed ||
        displayValue(field, value, language) ||
        (path.startsWith('approvals.') ? '' : <em>{t('form.byLastSignature')}</em>)}
      {cell.capital && value !== null && <Capital path={path} />}
    </output>
  )
}

/** 大写 beside an amount, so that a wrong zero is seen. */
function Capital({ path }: { path: Path }) {
  const { value, problem } = useCell(path)
  return typeof value === 'number' && !problem ? <span className="capital">{rmbInWords(value)}</span> : null
}

/** 经营品种及比重 in one line; on KH001 it opens the table that it is made from. */
function ProductLinesBox({ onToggle }: { onToggle: (() => void) | undefined }) {
  const { language } = useFile()
  const { t } = useTranslation()
  const summary = useDerived(values => productLinesSummary(values, language))
  if (!onToggle) return <span className="shown">{summary}</span>
  const shown = summary || t('form.noProductLines')
  return (
    <button
      type="button"
      className="opens"
      data-stop="productLines"
      aria-label={t('form.productLines', { lines: shown })}
      onClick={onToggle}
    >
      <span>{shown}</span>
      <span aria-hidden="true">▾</span>
    </button>
  )
}
