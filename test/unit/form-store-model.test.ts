import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FileStore } from '../../renderer/form/store.ts'
import { changedPaths, withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Path, Values } from '../../shared/catalogue/field.ts'

const path = fc.constantFrom('a', 'b', 'c')
const step = fc.oneof(
  fc.record({ do: fc.constant('type' as const), path }),
  fc.record({ do: fc.constant('pick' as const), path }),
  fc.record({ do: fc.constant('clear' as const), path }),
  fc.record({ do: fc.constant('all' as const), paths: fc.uniqueArray(path, { minLength: 1 }) }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ do: fc.constant('settle' as const), path }),
)

/** What the store is to be told by: every state that undo can reach, and where it stands among them. */
class Model {
  #states: Values[]
  #at = 0
  #typing: Path | undefined

  constructor(values: Values) {
    this.#states = [values]
  }

  get values(): Values {
    return this.#states[this.#at] ?? {}
  }

  write(values: Values, typing?: Path): void {
    const next = withoutEmpty({ ...this.values, ...values })
    if (!typing || typing !== this.#typing) this.#at++
    this.#states = [...this.#states.slice(0, this.#at), next]
    this.#typing = typing
  }

  leave(): void {
    this.#typing = undefined
  }

  go(by: 1 | -1): void {
    if (this.#states[this.#at + by] === undefined) return
    this.#at += by
    this.#typing = undefined
  }
}

test('the file says what a plain list of its states says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const saved: Values = { a: '甲', b: '乙' }
      const store = new FileStore(saved, 1)
      const model = new Model(saved)
      steps.forEach((action, index) => {
        const text = `text ${index}` // never twice, so that no step is a step on the spot
        switch (action.do) {
          case 'type':
            store.set(action.path, { value: text, entry: text }, true)
            model.write({ [action.path]: text }, action.path)
            break
          case 'pick':
            store.set(action.path, { value: text })
            model.write({ [action.path]: text })
            break
          case 'clear':
            if (model.values[action.path] !== undefined) model.write({ [action.path]: null })
            store.set(action.path, { value: null })
            break
          case 'all':
            store.setAll(action.paths.map(one => [one, text] as const))
            model.write(Object.fromEntries(action.paths.map(one => [one, text])))
            break
          case 'undo':
            store.undo()
            model.go(-1)
            break
          case 'redo':
            store.redo()
            model.go(1)
            break
          case 'settle':
            store.settle(action.path)
            model.leave()
        }
        expect(store.values).toEqual(model.values)
        for (const one of ['a', 'b', 'c']) expect(store.cell(one).value).toBe(model.values[one] ?? null)
        expect(Object.keys(store.changes()).sort()).toEqual(changedPaths(saved, model.values).sort())
      })
    }),
    { numRuns: 300 },
  )
})

test('a save while typing loses nothing that was typed after it', () => {
  const texts = fc.dictionary(path, fc.string({ minLength: 1 }))
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const store = new FileStore({ a: '甲' }, 1)
      for (const [box, text] of Object.entries(before)) store.set(box, { value: text })
      const sent = Object.fromEntries(Object.entries(store.changes()).map(([box, { to }]) => [box, to]))
      for (const [box, text] of Object.entries(after)) store.set(box, { value: text })
      const saved = { a: '甲', ...sent }
      store.rebase({ values: saved, masked: {} }, 2, sent)
      expect(store.values).toEqual({ ...saved, ...after })
      expect(Object.keys(store.changes()).sort()).toEqual(changedPaths(saved, { ...saved, ...after }).sort())
    }),
  )
})
