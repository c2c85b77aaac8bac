import { useState } from 'react'
import { changedPaths } from '../../../shared/catalogue/derive/value.ts'
import { type HeldBox, type MergeChoice, mergeOutcome } from '../../../shared/domain/merge.ts'
import { isContradiction, type Item, type Preview } from './item-values.ts'

/** What is taken from which card, and what nobody has looked at yet. */
export interface Choices {
  readonly of: (item: Item) => MergeChoice
  readonly choose: (item: Item, choice: MergeChoice) => void
  /** Goes on to the next possibility on the left or on the right. */
  readonly turn: (item: Item, by: 1 | -1) => void
  readonly isUndecided: (item: Item) => boolean
  readonly undecided: number
  /** Boxes in which the surviving card changes. */
  readonly taken: number
  /** Key boxes that stand, and that somebody else has to approve in the chosen form. */
  readonly held: readonly HeldBox[]
  readonly all: Readonly<Record<string, MergeChoice>>
}

/** The possibilities of an item from left to right. */
export function possible({ kind, locked }: Item): readonly MergeChoice[] {
  if (locked !== null) return ['keep']
  return kind === 'rows' ? ['keep', 'both', 'drop'] : ['keep', 'drop']
}

/** Keeps the choices of a person; where nothing was chosen, what is proposed holds. */
export function useChoices({ items, keep, drop }: Pick<Preview, 'items' | 'keep' | 'drop'>): Choices {
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeChoice>>>({})
  const of = (item: Item) => chosen[item.key] ?? item.proposed
  const choose = (item: Item, choice: MergeChoice) => {
    if (possible(item).includes(choice)) setChosen(before => ({ ...before, [item.key]: choice }))
  }
  const isUndecided = (item: Item) => chosen[item.key] === undefined && isContradiction(item, keep, drop)
  const all = Object.fromEntries(items.filter(item => !item.same).map(item => [item.key, of(item)]))
  const { values, held } = mergeOutcome(keep.values, drop.values, items, all)
  return {
    of,
    choose,
    turn(item, by) {
      const sides = possible(item)
      const next = sides[Math.min(sides.length - 1, Math.max(0, sides.indexOf(of(item)) + by))]
      if (next) choose(item, next)
    },
    isUndecided,
    undecided: items.filter(isUndecided).length,
    taken: changedPaths(keep.values, values).length,
    held,
    all,
  }
}
