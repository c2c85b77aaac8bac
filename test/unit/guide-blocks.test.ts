import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { guideBlocks } from '../../renderer/features/help/guide-blocks.ts'

const folder = path.resolve(import.meta.dirname, '../../resources/guide')

test('a page of the guide is read in heads, paragraphs, lists and tables, each language by itself', () => {
  const page =
    '# 人\n\n第一行\n接着\n\n1. **甲**\n2. 乙\n   还有\n\n| a | b |\n| --- | --- |\n| c | d |\n\n![图](x.png)\n\n---\n\n# Person\n'
  expect(guideBlocks(page, false)).toEqual([
    { kind: 'h1', text: '人' },
    { kind: 'p', text: '第一行 接着' },
    { kind: 'ol', items: ['**甲**', '乙 还有'] },
    {
      kind: 'table',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
  ])
  expect(guideBlocks(page, true)).toEqual([{ kind: 'h1', text: 'Person' }])
})

test('every page of the guide says something in both languages, and shows no sign that is left over', () => {
  for (const name of readdirSync(folder))
    for (const isEnglish of [false, true]) {
      const blocks = guideBlocks(readFileSync(path.join(folder, name), 'utf8'), isEnglish)
      expect(blocks.length).toBeGreaterThan(2)
      expect(JSON.stringify(blocks)).not.toMatch(/"(#|\||- |\d+\. |!\[)|\]\(/)
    }
})
