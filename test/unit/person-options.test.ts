import { expect, test } from 'vitest'
import { personReadings } from '../../electron/backend/search/pinyin.ts'
import { personOptions, searchOfPeople } from '../../renderer/ui/person-options.ts'

const people = ['单文斌', '王雪梅', 'Bob Li'].map((name, index) => {
  const { initials, pinyin } = personReadings(name)
  return { id: index + 1, name, roles: [], readings: [...initials, ...pinyin] }
})
const found = (typed: string) =>
  personOptions(people)
    .filter(option => searchOfPeople.filterOption(typed, option))
    .map(({ label }) => label)

test.each([
  ['文斌', ['单文斌']],
  ['swb', ['单文斌']],
  ['ＳＷ', ['单文斌']],
  ["shan'wen", ['单文斌']],
  ['wang xue', ['王雪梅']],
  ['xm', ['王雪梅']],
  ['bob li', ['Bob Li']],
  ['', ['单文斌', '王雪梅', 'Bob Li']],
  ['zzz', []],
])('%s finds %j', (typed, names) => {
  expect(found(typed)).toEqual(names)
})

test('nobody is offered before the people are known', () => {
  expect(personOptions(undefined)).toEqual([])
})
