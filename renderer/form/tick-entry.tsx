import { labelOf } from '../../shared/catalogue/derive/display.ts'
import type { Field, Path } from '../../shared/catalogue/field.ts'
import { useCell, useFile } from './file-context.ts'

/** A single tick with its own words beside it. */
export function TickEntry({ path, field }: { path: Path; field: Field }) {
  const { store, language, isReadOnly } = useFile()
  const { value } = useCell(path)
  return (
    <label className="option tick">
      {field.within && <span className="tick-of">{field.within[language]}</span>}
      <input
        type="checkbox"
        checked={value === true}
        disabled={isReadOnly(path)}
        aria-label={labelOf(path, language)}
        data-stop={path}
        onChange={event => store.set(path, { value: event.target.checked ? true : null })}
      />
      {field.label[language]}
    </label>
  )
}
