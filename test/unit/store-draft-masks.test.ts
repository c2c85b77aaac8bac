import { expect, test } from 'vitest'
import { FileStore } from '../../renderer/form/store.ts'
import type { Draft } from '../../shared/contract/shapes.ts'

const draft = (masked: Draft['masked']): Draft => ({
  key: 'customer:1',
  revision: 1,
  cells: {},
  masked,
  savedAt: '2026-01-01T00:00:00.000Z',
  by: '林晓',
})

const phone = 'people.principal.1.homePhone'
const home = 'people.principal.1.homeAddress'
const typedByAnother = { [home]: { from: '良渚', value: '余杭' }, [phone]: { from: null, value: '138', entry: '138?' } }

/** A card with a delicate box, and a draft in which two of them were typed. */
function maskedStore(): FileStore {
  const store = new FileStore({ 'customer.fax': '1' }, 1, { masked: { [home]: '****' } })
  store.takeDraft(draft({ [home]: '****', [phone]: '****' }), () => 'notAmount')
  return store
}
const seen = (store: FileStore) => [home, phone].map(path => store.mask(path) ?? store.cell(path).value)

test('delicate boxes of a draft are changes that the page knows by their masks alone', () => {
  const store = maskedStore()
  expect(seen(store)).toEqual(['****', '****'])
  expect([store.isChanged, store.isChangedAt(phone), store.isMasked]).toEqual([true, true, true])
  expect([store.kept, store.changes(), store.draftCells()]).toEqual([[home, phone], {}, {}])
  expect(store.answers).toMatchObject({ [home]: '****', [phone]: '****' })
})

test('they are shown with what the draft says, unfinished texts too, and masked again without being lost', () => {
  const store = maskedStore()
  store.reveal({ [home]: '良渚' }, typedByAnother)
  expect(seen(store)).toEqual(['余杭', '138'])
  expect(store.cell(phone)).toMatchObject({ entry: '138?', problem: 'notAmount' })
  expect(store.kept).toEqual([])
  expect(store.draftCells()).toEqual(typedByAnother)
  store.conceal()
  expect(seen(store)).toEqual(['****', '****'])
  expect([store.kept, store.draftCells()]).toEqual([[home, phone], {}])
})

test('what is typed in one while it is shown stays on the screen, with what stood there before the draft', () => {
  const store = maskedStore()
  store.reveal({ [home]: '良渚' }, typedByAnother)
  store.set(home, { value: '西溪' })
  store.conceal()
  expect(seen(store)).toEqual(['西溪', '****'])
  expect([store.kept, store.changes()]).toEqual([[phone], { [home]: { from: '良渚', to: '西溪' } }])
  store.undo()
  expect(store.changes()[home]).toEqual({ from: '良渚', to: '余杭' })
})

test('a draft that is taken while the card is shown hides what stood in its boxes, and empties none of them', () => {
  const store = new FileStore({ [home]: '良渚' }, 1)
  store.takeDraft(draft({ [home]: '' }), () => undefined)
  expect([store.mask(home), store.changes()]).toEqual(['', {}])
  store.rebase({ values: { [home]: '良渚', 'customer.fax': '2' }, masked: {} }, 2, {})
  expect([store.mask(home), store.kept, store.changes()]).toEqual(['', [home], {}])
})

test('with the save they are masks of what is saved, and one that was dropped elsewhere says what the card says', () => {
  const store = maskedStore()
  store.rebase({ values: {}, masked: { [home]: '****' } }, 2, {}, store.kept)
  expect([store.kept, store.isChanged, store.mask(home), store.mask(phone)]).toEqual([[], false, '****', undefined])
  const dropped = maskedStore()
  dropped.reveal({ [home]: '良渚' }, {})
  expect([dropped.kept, dropped.isChanged, ...seen(dropped)]).toEqual([[], false, '良渚', null])
})

test('what is asked about stays on the screen, and taking it back is no change', () => {
  const store = maskedStore()
  store.reveal({ [home]: '良渚' }, typedByAnother)
  store.takeOver()
  store.conceal()
  expect([store.kept, store.changes()[home]]).toEqual([[], { from: '良渚', to: '余杭' }])
  store.setAll([[home, '良渚']])
  expect([store.kept, store.changes()[home]]).toEqual([[], undefined])
})
