import type { Page } from '@playwright/test'
import { displayValue } from '../../../shared/catalogue/derive/display.ts'
import { boxAt } from '../../../shared/catalogue/derive/paths.ts'
import type { Field, Path, Value, Values } from '../../../shared/catalogue/field.ts'
import { boxInHand } from './keyboard.ts'

/** What stands in a box on the screen: the text, or the codes of the ticked options. */
export type Shown = string | readonly string[] | boolean

/**
 * Fills the form in hand from the box in hand to its last one, with the keyboard alone: texts as `typedAs` spells them or as the
 * form shows them, options by their digit, ticks by Space, Enter from box to box. Answers the boxes it met, in their order.
 */
export async function typeForm(
  page: Page,
  values: Values,
  typedAs: Readonly<Record<Path, string>> = {},
): Promise<Path[]> {
  const met: Path[] = []
  for (;;) {
    const path = await boxInHand(page)
    if (path === undefined) return met
    met.push(path)
    if (path === 'productLines') {
      await page.keyboard.press('Enter')
      await page.locator('[data-stop="productLines.1.line"]:focus').waitFor()
      continue
    }
    const field = boxAt(path)?.field
    if (!field) throw new Error(`The screen has a box that the catalogue does not know: ${path}`)
    await answer(page, path, field, values[path] ?? null, typedAs[path])
    await page.keyboard.press('Enter')
  }
}

async function answer(page: Page, path: Path, field: Field, value: Value, typed: string | undefined): Promise<void> {
  if (value === null) return
  if (field.options) {
    const ticked = await tickedIn(page, path)
    for (const [index, option] of field.options.entries()) {
      const wanted = value === option.code || (Array.isArray(value) && value.includes(option.code))
      if (wanted !== (ticked[index] ?? false) && (wanted || field.kind === 'multi'))
        await page.keyboard.press(`Digit${index + 1}`)
    }
  } else if (field.kind === 'tick') {
    const [ticked] = await tickedIn(page, path)
    if (value !== ticked) await page.keyboard.press('Space')
  } else {
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(typed ?? displayValue(field, value, 'zh-CN'))
  }
}

function tickedIn(page: Page, path: Path): Promise<boolean[]> {
  return page.locator(`[data-stop="${path}"]`).evaluate(stop => {
    const inputs = stop instanceof HTMLInputElement ? [stop] : [...stop.querySelectorAll('input')]
    return inputs.map(input => input.checked)
  })
}

/** Everything that the form in hand shows, box by box. */
export async function readForm(page: Page): Promise<Map<Path, Shown>> {
  const raw = await page.locator('[data-stop]').evaluateAll(stops =>
    stops.map((stop): readonly [string, string | readonly boolean[]] => {
      const path = stop.getAttribute('data-stop') ?? ''
      if (stop instanceof HTMLTextAreaElement || (stop instanceof HTMLInputElement && stop.type === 'text'))
        return [path, stop.value]
      return [
        path,
        (stop instanceof HTMLInputElement ? [stop] : [...stop.querySelectorAll('input')]).map(input => input.checked),
      ]
    }),
  )
  return new Map(raw.map(([path, shown]) => [path, typeof shown === 'string' ? shown : codes(path, shown)]))
}

function codes(path: Path, ticked: readonly boolean[]): readonly string[] | boolean {
  const field = boxAt(path)?.field
  if (field?.kind === 'tick') return ticked[0] ?? false
  return (field?.options ?? []).filter((_, index) => ticked[index]).map(option => option.code)
}

/** What a box shows for a value. */
export function shownFor(path: Path, value: Value): Shown {
  const field = boxAt(path)?.field
  if (!field) throw new Error(`No such box: ${path}`)
  if (field.options) return Array.isArray(value) ? value : value === null ? [] : [String(value)]
  if (field.kind === 'tick') return value === true
  return displayValue(field, value, 'zh-CN')
}
