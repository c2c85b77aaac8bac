import { expect, test } from 'vitest'
import { FileStore } from '../../renderer/form/store.ts'
import type { Draft } from '../../shared/contract/shapes.ts'

const draft = (cells: Draft['cells']): Draft => ({
  key: 'customer:1',
  revision: 1,
  cells,
  masked: {},
  savedAt: '2026-01-01T00:00:00.000Z',
  by: '林晓',
})

test('after a draft was taken nothing that was undone before can be redone over it', () => {
  const store = new FileStore({ 'customer.fax': '1' }, 1)
  store.set('customer.fax', { value: '2' })
  store.undo()
  store.takeDraft(draft({ 'customer.fax': { from: '1', value: '3' } }), () => undefined)
  store.redo()
  expect(store.values['customer.fax']).toBe('3')
  store.undo()
  expect(store.values['customer.fax']).toBe('1')
})

test('a text that is not understood shows its reason once the box is left, and keeps the text over save and undo', () => {
  const store = new FileStore({ 'customer.capital': 100 }, 1)
  store.set('customer.capital', { value: 100, entry: '五十来万', problem: 'notAmount' }, true)
  expect(store.cell('customer.capital').settled).toBeUndefined()
  store.settleAll()
  expect(store.cell('customer.capital')).toEqual({ value: 100, entry: '五十来万', problem: 'notAmount', settled: true })
  expect(store.firstProblem()).toBe('customer.capital')
  expect(store.draftCells()['customer.capital']).toEqual({ from: 100, value: 100, entry: '五十来万' })
  store.undo()
  expect(store.firstProblem()).toBeUndefined()
})

test('a draft that was typed on an older card shows who saved since: it keeps its revision and what its boxes said', () => {
  const store = new FileStore({ 'customer.fax': '同事的' }, 2)
  const began = draft({
    'customer.fax': { from: null, value: '我的' },
    'customer.postcode': { from: null, value: '311200' },
  })
  store.takeDraft(began, () => undefined)
  expect(store.revision).toBe(1)
  expect(store.changes()['customer.fax']).toEqual({ from: null, to: '我的' })
  expect(store.draftCells()['customer.fax']).toEqual({ from: null, value: '我的' })
})
