import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type Package, packagesOf, readArchive, readFuses, sizeOf } from './read-package.ts'

// What needs neither a display nor a program that runs, so that a release reads back every program that it has just made.

const megabyte = 1024 * 1024

const release = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
}

/** Looks at every program that was made for people, one for each kind of processor. */
function ofEach(look: (program: Package) => void): void {
  const made = packagesOf('package')
  expect(made.length).toBeGreaterThan(0)
  for (const program of made) look(program)
}

test('the fuses in the program are the ones that were decided', () => {
  ofEach(({ electron }) => {
    const fuses = readFuses(electron)
    expect(fuses).toMatchObject(release)
    expect(fuses.GrantFileProtocolExtraPrivileges ?? false).toBe(false)
  })
})

test('the archive holds what is named and nothing else, with one addon outside', () => {
  ofEach(({ resources }) => {
    const files = readArchive(path.join(resources, 'app.asar'))
    const groups = files.map(({ file }) =>
      file
        .replace(/^renderer\/assets\/[\w.-]+\.(js|css|svg|woff2|png)$/, 'renderer/assets')
        .replace(/^[a-z]+-worker\.cjs$/, 'worker.cjs')
        .replace(/^node_modules\/better-sqlite3\/lib\/.*/, 'node_modules/better-sqlite3/lib'),
    )
    const addon = files.filter(({ unpacked }) => unpacked)
    expect(addon.map(({ file }) => path.posix.extname(file))).toEqual(['.node'])
    expect([...new Set(groups)].sort()).toEqual([
      'backend.cjs',
      'main.cjs',
      'node_modules/better-sqlite3/LICENSE',
      addon[0]?.file,
      'node_modules/better-sqlite3/lib',
      'node_modules/better-sqlite3/package.json',
      'package.json',
      'preload.cjs',
      'renderer/assets',
      'renderer/index.html',
      'renderer/licences.json',
      'worker.cjs',
    ])
    expect(files.filter(({ hashed }) => !hashed)).toEqual([])
    expect(existsSync(path.join(resources, 'app.asar.unpacked', addon[0]?.file ?? ''))).toBe(true)
    expect(existsSync(path.join(resources, 'app'))).toBe(false)
  })
})

test('the program stays as small as the README says', () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8')
  expect(readme).toContain('at most 350 MB, of which 20 MB are Kehu')
  ofEach(({ whole, resources }) => {
    expect(sizeOf(whole) / megabyte).toBeLessThan(350)
    // On macOS the licences of Chromium lie among them, which are not ours.
    const ours = sizeOf(path.join(resources, 'app.asar.unpacked')) + statSync(path.join(resources, 'app.asar')).size
    expect(ours / megabyte).toBeLessThan(20)
  })
})

test('the licences of Chromium lie beside the program', () => {
  ofEach(({ whole, resources }) => {
    const places = [whole, resources].map(folder => path.join(folder, 'LICENSES.chromium.html'))
    expect(places.some(place => existsSync(place))).toBe(true)
  })
})
