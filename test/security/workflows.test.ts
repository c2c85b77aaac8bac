import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../.github/workflows')

test.each(readdirSync(folder))(
  '%s runs foreign code only as it was when it was looked at, and may write nothing',
  name => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    const used = [...text.matchAll(/^\s*-?\s*uses:\s*(.+)$/gm)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m)
    // What stands in a secret or in a name of the repository is handed on as a variable, never as a piece of a script.
    for (const [script] of text.matchAll(/^( +)(- )?run:.*\n(?:\1 {2,}.*\n)*/gm)) expect(script).not.toContain('${{')
  },
)

test('a release is read back on every system before it is handed out', () => {
  const text = readFileSync(path.join(folder, 'release.yml'), 'utf8')
  const [made, read, handedOut] = [
    'package -- --installers',
    'test/packaged/unpacked.spec.ts',
    'actions/upload-artifact@',
  ].map(step => text.indexOf(step))
  expect(made).toBeGreaterThan(0)
  expect(read).toBeGreaterThan(made ?? 0)
  expect(handedOut).toBeGreaterThan(read ?? 0)
  expect(/- name: Read back.*\n((?: {8}.*\n)*)/.exec(text)?.[1]).not.toContain('if:')
})
