import { useTranslation } from 'react-i18next'
import { displayValue, labelOf, productLinesSummary } from '../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../shared/catalogue/derive/paths.ts'
import { isEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Field, Path } from '../../shared/catalogue/field.ts'
import type { BoxCell } from '../../shared/catalogue/layout/layout.ts'
import { rmbInWords } from '../../shared/domain/capital.ts'
import { healthPath, possibleClassOf } from '../../shared/domain/personal.ts'
import { BusinessWording } from './business-wording.tsx'
import { CarriedTag } from './carried.tsx'
import { ChoiceEntry, isPicked } from './choice-entry.tsx'
import { ClosedOpener, useClosedWhy } from './closed.tsx'
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
  if (possibleClassOf(path)) return <PersonalEntry path={path} field={field} cell={cell} mask={mask} />
  if (mask !== undefined) return <Masked path={path} field={field} mask={mask} />
  if (field.setBy) return <ShownValue path={path} field={field} cell={cell} />
  return <OpenEntry path={path} field={field} cell={cell} />
}

interface EntryProps {
  readonly path: Path
  readonly field: Field
  readonly cell: BoxCell
}

/** Personal data: closed until it may be kept (rules 11). What was typed before that was known can still be taken out. */
function PersonalEntry({ mask, ...entry }: EntryProps & { readonly mask: string | undefined }) {
  const { path, field } = entry
  const { store, isReadOnly } = useFile()
  const why = useClosedWhy(path)
  const { value } = useCell(path)
  const closed = !store.isChangedAt(path) && !isReadOnly(path) ? why : undefined
  return (
    <>
      {path === healthPath && <BusinessWording />}
      {mask !== undefined && <Masked path={path} field={field} mask={mask} />}
      {mask === undefined && !closed && <OpenEntry {...entry} />}
      {mask === undefined && closed && !isEmpty(value) && <ShownValue {...entry} />}
      {closed && !field.otherOf && <ClosedOpener path={path} why={closed} />}
    </>
  )
}

/** The text of 其他 is masked with the choice that it belongs to. */
function Masked({ path, field, mask }: { path: Path; field: Field; mask: string }) {
  return field.otherOf ? null : <MaskedEntry path={path} mask={mask} />
}

function OpenEntry({ path, field, cell }: EntryProps) {
  const { language } = useFile()
  const position = boxAt(path)?.position
  if (field.otherOf) return <OtherText path={path} field={field} />
  if (field.kind === 'tick') return <TickEntry path={path} field={field} />
  if (field.kind === 'single' || field.kind === 'multi') return <ChoiceEntry path={path} field={field} />
  return (
    <span className={`${cell.paths.length > 1 ? 'part' : 'whole'} ${cell.inline ? 'named' : ''}`}>
      {cell.inline && <span className="inline-label">{field.label[language]}</span>}
      {field.key === 'sharePct' && position ? (
        <ShareEntry path={path} field={field} position={position} />
      ) : (
        <TextEntry
          path={path}
          field={field}
          lines={cell.lines}
          hint={cell.paths.length > 1 && !field.unit ? field.label[language] : undefined}
        />
      )}
      {field.unit && <span className="unit">{field.unit[language]}</span>}
      {field.kind === 'money' && <Capital path={path} isPrinted={cell.capital === true} />}
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

/** What is seen here and not typed: what only the approval chain writes, and what stands in a closed box. */
function ShownValue({ path, field, cell }: EntryProps) {
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
      {cell.capital && value !== null && <Capital path={path} isPrinted />}
    </output>
  )
}

/** 大写 of an amount, so that a wrong zero is seen: beside it where the forms print it, else below the box in hand. */
function Capital({ path, isPrinted }: { path: Path; isPrinted: boolean }) {
  const { value, problem } = useCell(path)
  if (typeof value !== 'number' || problem) return null
  return <span className={isPrinted ? 'capital' : 'capital capital-in-hand'}>{rmbInWords(value)}</span>
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
