import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeChoice } from '../../../shared/domain/merge.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { Language } from '../../../shared/text/language.ts'
import { boxNames, type Item, isContradiction, itemLabel, linesOf, type Preview } from './item-values.ts'
import { type Choices, possible } from './use-choices.ts'

interface MergeTableProps {
  readonly preview: Preview
  readonly shown: readonly Item[]
  readonly choices: Choices
  /** Boxes that are left out by the choices made, as nobody has agreed to them. */
  readonly leftOut: readonly Path[]
  readonly isClosed: boolean
}

/** Both cards box by box; what differs is coloured, marked with a word, and chosen with the keyboard. */
export function MergeTable({ preview, shown, choices, leftOut, isClosed }: MergeTableProps) {
  const { t } = useTranslation()
  const { keep, drop } = preview
  const open = shown.filter(item => !item.same && item.locked === null)
  const turn = (item: Item | undefined, by: 1 | -1) => {
    if (!item) return
    choices.turn(item, by)
    // The keyboard goes with the choice.
    requestAnimationFrame(() => takeInHand(item))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const here = open.findIndex(({ key }) => key === keyInHand())
    const item = open[here]
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: () => takeInHand(open[here + 1]),
      ArrowUp: () => takeInHand(open[here - 1]),
      ArrowLeft: () => turn(item, -1),
      ArrowRight: () => turn(item, 1),
    }
    const action = act[event.key]
    if (!action) return
    // The arrows would go through the possibilities of one box otherwise.
    event.preventDefault()
    action()
  }
  return (
    <div className="merge-scroll">
      <table className="merge-table" aria-label={t('merge.title')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{t('merge.box')}</th>
            <th scope="col">{`${t('merge.keeps')} KH-${keep.customerNo}`}</th>
            <th scope="col">{`${t('merge.drops')} KH-${drop.customerNo}`}</th>
            <th scope="col">{t('merge.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(item => (
            <ItemRow
              key={item.key}
              item={item}
              preview={preview}
              choices={choices}
              leftOut={leftOut.filter(path => path === item.key || path.startsWith(`${item.key}.`))}
              isClosed={isClosed}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="note">{t('merge.allEqual')}</p>}
    </div>
  )
}

interface ItemRowProps {
  readonly item: Item
  readonly preview: Preview
  readonly choices: Choices
  /** Boxes that are left out by the choices made, as nobody has agreed to them. */
  readonly leftOut: readonly Path[]
  readonly isClosed: boolean
}

function ItemRow({ item, preview, choices, leftOut, isClosed }: ItemRowProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const { keep, drop } = preview
  const choice = choices.of(item)
  const state = item.same ? 'equal' : isContradiction(item, keep, drop) ? 'differs' : 'onlyOne'
  const staysBehind = item.kind === 'box' && leftOut.length > 0
  const isTaken = (side: MergeChoice) =>
    !item.same && !(staysBehind && side === 'drop') && (choice === side || choice === 'both')
  const cell = (side: 'keep' | 'drop') => (
    <td className={isTaken(side) ? 'merge-taken' : item.same ? '' : 'merge-left'}>
      {linesOf(item, preview[side], language).map(line => (
        <span key={line} className="merge-line">
          {line}
        </span>
      ))}
    </td>
  )
  const label = itemLabel(item, language)
  return (
    <tr className={`merge-${state}`}>
      <th scope="row">
        {label}
        <span className={`tag ${state === 'differs' ? 'tag-stamp' : ''}`}>{t(`merge.${state}`)}</span>
      </th>
      {cell('keep')}
      {cell('drop')}
      <td className="merge-choice">
        {item.locked !== null && !item.same && <span className="note-inline">{t(`merge.locked-${item.locked}`)}</span>}
        {!item.same && item.locked === null && (
          <div role="radiogroup" aria-label={label}>
            {possible(item).map(side => (
              <label key={side}>
                <input
                  type="radio"
                  name={item.key}
                  data-item={item.key}
                  checked={choice === side}
                  disabled={isClosed}
                  onChange={() => choices.choose(item, side)}
                  onClick={() => choices.choose(item, side)}
                />
                {t(`merge.choice-${side}`)}
              </label>
            ))}
            {choices.held.some(({ path }) => item.stands !== null && item.paths.includes(path)) && (
              <span className="merge-held">{t('merge.held')}</span>
            )}
            {leftOut.length > 0 && (
              <span className="merge-held">
                {t('merge.closed')}
                {item.kind === 'rows' && ` (${boxNames(leftOut, language)})`}
              </span>
            )}
            {state === 'differs' && (
              <span className="note-inline">
                {choices.isUndecided(item) ? `? ${t('merge.undecided')}` : `✓ ${t('merge.decided')}`}
              </span>
            )}
          </div>
        )}
      </td>
    </tr>
  )
}

/** The item that the keyboard stands on. */
export function keyInHand(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset['item'] : undefined
}

/** Puts the keyboard on an item; without one it stays. */
export function takeInHand(item: Item | undefined): void {
  if (!item) return
  const radios = [...document.querySelectorAll<HTMLInputElement>('.merge-table input[data-item]')]
  const own = radios.filter(({ dataset }) => dataset['item'] === item.key)
  const target = own.find(({ checked }) => checked) ?? own[0]
  target?.focus()
  target?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}
