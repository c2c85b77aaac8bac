import { describe, expect, test } from 'vitest'
import { type Cell, FileStore } from '../../renderer/form/store.ts'
import { withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import type { Path, Value, Values } from '../../shared/catalogue/field.ts'
import type { Draft } from '../../shared/contract/shapes.ts'
import { bareCustomer } from '../fixtures/full-customer.ts'

const name = 'customer.name'
const capital = 'customer.capital'
const address = 'customer.address'
const modes = 'customer.transportModes'

const storeOf = (values: Values = bareCustomer, given?: Values) => new FileStore(values, 3, { given: given ?? {} })
const misread = (entry: string, value: Value = null): Cell => ({ value, entry, problem: 'notAmount' })

/** Types a text letter by letter, as a box without a format takes it. */
function type(store: FileStore, path: Path, text: string): void {
  for (let length = 1; length <= text.length; length++) {
    const typed = text.slice(0, length)
    store.set(path, { value: typed, entry: typed }, true)
  }
}

function draftOf(store: FileStore): Draft {
  const cells = JSON.parse(JSON.stringify(store.draftCells())) as Draft['cells']
  return {
    key: 'customer:1',
    revision: store.revision,
    cells,
    masked: {},
    savedAt: '2026-11-22T08:00:00.000Z',
    by: '林晓',
  }
}

describe('what is on the screen', () => {
  test('is what was saved, without its empty answers, until something is typed', () => {
    const store = storeOf({ ...bareCustomer, [address]: '', [modes]: [] })
    expect(store.values).toEqual(bareCustomer)
    expect(store.cell(name)).toEqual({ value: bareCustomer[name] })
    expect(store.cell(address)).toEqual({ value: null })
    expect([store.isChanged, store.changes(), store.revision]).toEqual([false, {}, 3])
  })

  test('what stands in a new card from the start is not saved yet', () => {
    const store = storeOf({}, { 'customer.filledBy': '林晓' })
    expect(store.values).toEqual({ 'customer.filledBy': '林晓' })
    expect(store.isChanged).toBe(true)
    expect(store.changes()).toEqual({ 'customer.filledBy': { from: null, to: '林晓' } })
  })

  test('is the same object until something changes, so that nothing is drawn again without need', () => {
    const store = storeOf()
    const before = store.values
    store.set(name, { value: bareCustomer[name] ?? null })
    expect(store.values).toBe(before)
    store.set(name, { value: '甲' })
    expect(store.values).not.toBe(before)
  })

  test('changes with the box, and an emptied box is a change', () => {
    const store = storeOf()
    store.set(capital, { value: 100 })
    store.set(name, { value: '' })
    expect(store.values).toEqual({ ...withoutEmpty({ ...bareCustomer, [name]: '' }), [capital]: 100 })
    expect(store.changes()).toEqual({
      [capital]: { from: null, to: 100 },
      [name]: { from: bareCustomer[name], to: null },
    })
    store.set(name, { value: bareCustomer[name] ?? null })
    store.set(capital, { value: null })
    expect([store.isChanged, store.changes()]).toEqual([false, {}])
  })

  test('a text that is not understood is shown and named, and keeps the file from counting as saved', () => {
    const store = storeOf()
    expect(store.firstProblem()).toBeUndefined()
    store.set(capital, misread('很多'))
    expect(store.cell(capital)).toEqual(misread('很多'))
    expect([store.firstProblem(), store.isChanged, store.changes()]).toEqual([capital, true, {}])
    store.settleAll()
    expect(store.cell(capital)).toMatchObject(misread('很多'))
    store.set(capital, { value: null })
    expect([store.firstProblem(), store.isChanged]).toEqual([undefined, false])
  })
})

describe('undo', () => {
  test('takes the typing in one box back in one step, and names the box', () => {
    const store = storeOf()
    type(store, name, '甲乙丙')
    expect(store.values[name]).toBe('甲乙丙')
    expect(store.undo()).toBe(name)
    expect(store.values).toEqual(bareCustomer)
    expect(store.redo()).toBe(name)
    expect(store.values[name]).toBe('甲乙丙')
    expect(store.redo()).toBeUndefined()
  })

  test('has a step for each time that a box was typed in, and for each box', () => {
    const store = storeOf()
    type(store, name, '甲')
    store.settle(name)
    type(store, name, '甲乙')
    type(store, address, '丙')
    type(store, name, '丁')
    const said: (readonly Value[])[] = []
    while (store.undo()) said.push([store.values[name] ?? null, store.values[address] ?? null])
    expect(said).toEqual([
      ['甲乙', '丙'],
      ['甲乙', null],
      ['甲', null],
      [bareCustomer[name], null],
    ])
  })

  test('a pick is a step of its own, also between two runs of typing', () => {
    const store = storeOf()
    type(store, name, '甲')
    store.set(name, { value: '乙' })
    type(store, name, '丙')
    store.undo()
    expect(store.values[name]).toBe('乙')
    store.undo()
    expect(store.values[name]).toBe('甲')
  })

  test('several boxes written at once go back at once', () => {
    const store = storeOf()
    store.setAll([
      [name, '甲'],
      [capital, 5],
    ])
    store.setAll([])
    expect(store.undo()).toBe(name)
    expect(store.values).toEqual(bareCustomer)
    expect(store.undo()).toBeUndefined()
    store.redo()
    expect(store.values).toEqual({ ...bareCustomer, [name]: '甲', [capital]: 5 })
  })

  test('shows a value again, not the text it was typed as, but a text that was not understood as it was', () => {
    const store = storeOf()
    store.set(capital, { value: 5_000, entry: '50' }, true)
    store.settle(capital)
    store.set(capital, misread('50 多'), true)
    store.set(name, { value: '甲' })
    while (store.undo());
    store.redo()
    expect(store.cell(capital)).toEqual({ value: 5_000 })
    store.redo()
    expect(store.cell(capital)).toMatchObject(misread('50 多'))
  })

  test('what was taken back can not come again after something else was typed', () => {
    const store = storeOf()
    type(store, name, '甲')
    store.undo()
    type(store, address, '乙')
    expect(store.redo()).toBeUndefined()
    expect(store.values).toEqual({ ...bareCustomer, [address]: '乙' })
  })

  test('reaches back five hundred steps', () => {
    const store = storeOf()
    for (let count = 1; count <= 501; count++) store.set(capital, { value: count })
    let steps = 0
    while (store.undo()) steps++
    expect([steps, store.values[capital]]).toEqual([500, 1])
  })

  test('writing what a box says already is no step', () => {
    const store = storeOf()
    store.set(name, { value: bareCustomer[name] ?? null })
    store.set(address, { value: '' })
    expect(store.undo()).toBeUndefined()
  })
})

describe('listeners', () => {
  test('of a box hear of that box alone, those of the file of everything, and none after it left', () => {
    const store = storeOf()
    const heard: string[] = []
    const leave = store.subscribe(name, () => heard.push('name'))
    const leaveAll = store.subscribeAll(() => heard.push('any'))
    store.set(address, { value: '甲' })
    store.set(name, { value: '乙' })
    store.undo()
    expect(heard).toEqual(['any', 'name', 'any', 'name', 'any'])
    leave()
    leaveAll()
    store.set(name, { value: '丙' })
    expect(heard).toHaveLength(5)
  })
})

describe('after a save', () => {
  const sent = (store: FileStore) =>
    Object.fromEntries(Object.entries(store.changes()).map(([path, { to }]) => [path, to]))

  test('nothing is changed any more, and undo leads behind the save', () => {
    const store = storeOf()
    type(store, name, '甲')
    const saved = { ...bareCustomer, [name]: '甲' }
    store.rebase({ values: saved, masked: {} }, 4, sent(store))
    expect([store.revision, store.isChanged, store.values]).toEqual([4, false, saved])
    store.undo()
    expect(store.changes()).toEqual({ [name]: { from: '甲', to: bareCustomer[name] } })
  })

  test('a box that was typed in meanwhile keeps its text as a change from what was saved', () => {
    const store = storeOf()
    type(store, name, '甲')
    const values = sent(store)
    type(store, name, '甲乙')
    store.rebase({ values: { ...bareCustomer, ...values }, masked: {} }, 4, values)
    expect(store.cell(name)).toEqual({ value: '甲乙', entry: '甲乙' })
    expect(store.changes()).toEqual({ [name]: { from: '甲', to: '甲乙' } })
  })

  test('a box that the program or somebody else has changed shows it, unless it was typed in', () => {
    const store = storeOf()
    type(store, name, '甲')
    const others = { ...bareCustomer, [name]: '乙', [address]: '丙', 'customer.cardNo': 'KH001-9' }
    store.rebase({ values: others, masked: {} }, 5, {})
    expect(store.values).toEqual({ ...others, [name]: '甲' })
    expect(store.changes()).toEqual({ [name]: { from: '乙', to: '甲' } })
  })

  test('the cursor stays in the box that was saved while it stood there', () => {
    const store = storeOf()
    store.set(capital, { value: 50_000_000, entry: '50万' }, true)
    store.rebase({ values: { ...bareCustomer, [capital]: 50_000_000 }, masked: {} }, 4, sent(store))
    expect(store.cell(capital)).toEqual({ value: 50_000_000, entry: '50万' })
  })

  test('a text that is not understood stays where it was typed', () => {
    const store = storeOf({ ...bareCustomer, [capital]: 5 })
    store.set(capital, misread('很多', 5))
    store.rebase({ values: { ...bareCustomer, [capital]: 7 }, masked: {} }, 4, {})
    expect(store.cell(capital)).toEqual(misread('很多', 5))
    expect(store.firstProblem()).toBe(capital)
  })
})

describe('a draft', () => {
  const never = () => undefined

  test('puts changes and unfinished texts back as they were, in one step of undo', () => {
    const typed = storeOf()
    type(typed, name, '甲')
    typed.set(modes, { value: ['rail', 'other'] })
    typed.set(capital, misread('很多'), true)
    const store = storeOf()
    const asked: unknown[] = []
    store.takeDraft(draftOf(typed), (path, entry) => {
      asked.push([path, entry])
      return 'notAmount'
    })
    expect(asked).toEqual([[capital, '很多']])
    expect(store.values).toEqual(typed.values)
    expect(store.cell(capital)).toMatchObject(misread('很多'))
    expect(store.draftCells()).toEqual(typed.draftCells())
    store.undo()
    expect(store.values).toEqual(bareCustomer)
    expect(store.isChanged).toBe(false)
  })

  test('remembers what a box said when it was typed in, so that a clash is seen after a restart', () => {
    const typed = storeOf()
    type(typed, name, '甲')
    const present = { ...bareCustomer, [name]: '乙' }
    const store = storeOf(present)
    store.takeDraft(draftOf(typed), never)
    expect(store.changes()).toEqual({ [name]: { from: bareCustomer[name], to: '甲' } })
    store.rebase({ values: { ...present, [name]: '甲' }, masked: {} }, 4, { [name]: '甲' })
    type(store, name, '丙')
    expect(store.changes()).toEqual({ [name]: { from: '甲', to: '丙' } })
  })

  test('drops a text that is understood by now', () => {
    const store = storeOf()
    const cells = { [capital]: { from: null, value: 5, entry: '0.05' } }
    store.takeDraft({ ...draftOf(store), cells }, never)
    expect(store.cell(capital)).toEqual({ value: 5 })
  })

  test('of an unchanged file is empty', () => {
    const store = storeOf()
    type(store, name, '甲')
    store.undo()
    expect(store.draftCells()).toEqual({})
  })
})

describe('an answer that was taken over', () => {
  test('counts as touched while it says something else than what was saved, and no longer when it says the same again', () => {
    const store = storeOf({ ...bareCustomer, [address]: '人民路 1 号' })
    expect(store.isChangedAt(address)).toBe(false)
    store.set(address, { value: '人民路 2 号' })
    expect(store.isChangedAt(address)).toBe(true)
    expect(store.isChangedAt(name)).toBe(false)
    store.set(address, { value: '人民路 1 号' })
    expect(store.isChangedAt(address)).toBe(false)
  })

  test('counts as touched while its text is not understood', () => {
    const store = storeOf()
    store.set(capital, misread('五百'))
    expect(store.isChangedAt(capital)).toBe(true)
  })
})

test('what was done before a submission is neither undone nor done again', () => {
  const store = storeOf()
  store.set(name, { value: '甲' })
  store.set(name, { value: '乙' })
  store.undo()
  store.forgetSteps()
  expect([store.undo(), store.redo()]).toEqual([undefined, undefined])
  expect(store.values[name]).toBe('甲')
})

describe('masks', () => {
  const phone = 'people.principal.1.homePhone'
  const home = 'people.principal.1.homeAddress'
  const masks = { [phone]: '138****5678', [home]: '****' }
  const masked = () => new FileStore(bareCustomer, 3, { masked: masks })
  const asShown = (store: FileStore) => [
    store.mask(phone),
    store.cell(phone).value,
    store.mask(home),
    store.cell(home).value,
  ]

  test('stand in the place of what a box says, and are no change', () => {
    const store = masked()
    expect(asShown(store)).toEqual(['138****5678', null, '****', null])
    expect([store.isMasked, store.showsDelicate, store.isChanged]).toEqual([true, false, false])
  })

  test('are lifted and put back, and what is being changed stays on the screen with what it was', () => {
    const store = masked()
    store.reveal({ [phone]: '13812345678', [home]: '良渚' })
    expect(asShown(store)).toEqual([undefined, '13812345678', undefined, '良渚'])
    expect([store.isMasked, store.showsDelicate, store.isChanged]).toEqual([false, true, false])
    store.set(home, { value: '余杭' })
    store.conceal()
    expect(asShown(store)).toEqual(['138****5678', null, undefined, '余杭'])
    expect(store.changes()).toEqual({ [home]: { from: '良渚', to: '余杭' } })
  })

  test('hide nothing that was emptied, and are not undone', () => {
    const store = masked()
    store.reveal({ [phone]: '13812345678', [home]: '良渚' })
    store.set(home, { value: null })
    store.set(phone, { value: '1' })
    store.set(phone, { value: '13812345678' })
    store.conceal()
    expect(asShown(store)).toEqual(['138****5678', null, undefined, null])
    store.undo()
    expect(asShown(store)).toEqual(['138****5678', null, undefined, '良渚'])
    expect(store.undo()).toBeUndefined()
    expect(store.cell(phone).value).toBeNull()
  })

  test('come back with a save for all that the person did not type', () => {
    const store = masked()
    store.reveal({ [phone]: '13812345678', [home]: '良渚' })
    store.set(home, { value: '余杭' })
    store.rebase({ values: { ...bareCustomer, [home]: '余杭' }, masked: { [phone]: '138****5678' } }, 4, {
      [home]: '余杭',
    })
    expect(asShown(store)).toEqual(['138****5678', null, undefined, '余杭'])
    expect([store.isChanged, store.showsDelicate]).toEqual([false, true])
  })

  test('stand before what others wrote meanwhile, and what is being changed, emptied too, stays a change of what it said', () => {
    const store = masked()
    store.reveal({ [phone]: '13812345678', [home]: '良渚' })
    store.set(phone, { value: null })
    store.set(home, { value: '余杭' })
    const others = { values: bareCustomer, masked: { [phone]: '139****8765', [home]: '****' } }
    store.rebase(others, 5, { [home]: '余杭' })
    expect(asShown(store)).toEqual([undefined, null, '****', null])
    expect([store.revision, store.changes()]).toEqual([5, { [phone]: { from: '13812345678', to: null } }])
  })
})
