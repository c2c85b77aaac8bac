import { parseEntry } from '../../../shared/catalogue/derive/entry.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { Problem } from '../../../shared/domain/parsed.ts'

/** Reads a text of a draft that was not understood when it was typed; `today` is ISO. */
export function problemOf(today: string): (path: Path, entry: string) => Problem | undefined {
  return (path, entry) => {
    const box = boxAt(path)
    const parsed = box && parseEntry(box.field, entry, today)
    return parsed && !parsed.ok ? parsed.problem : undefined
  }
}
