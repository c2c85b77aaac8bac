import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** The lines below a head of the settings of the installers. */
const below = (head: string) =>
  new RegExp(`^${head}:\\n((?: +.*\\n)+)`, 'm').exec(read('electron-builder.yml'))?.[1] ?? ''

test('an AppImage is started as it is, with the sandbox of Chromium', () => {
  expect(below('appImage')).toBe('  executableArgs: []\n')
})

test('the installer for Windows is for one person and asks for no rights, whoever starts it', () => {
  for (const line of [
    'oneClick: false',
    'perMachine: false',
    'allowElevation: false',
    'include: resources/installer.nsh',
  ])
    expect(below('nsis')).toContain(`  ${line}\n`)
  expect(read('resources/installer.nsh')).toMatch(
    /^!macro customInstallMode\n(?: {2}!ifndef BUILD_UNINSTALLER\n) {4}StrCpy \$isForceCurrentInstall "1"\n/m,
  )
  // Electron's own builder reads the answer of the macro under this name.
  const template = read('node_modules/app-builder-lib/templates/nsis/multiUserUi.nsh')
  expect(template).toMatch(/!insertmacro customInstallMode[^]*\$isForceCurrentInstall == "1"/)
})

test('the builder takes what stands in the settings for the arguments of an AppImage, and adds none', () => {
  const target = read('node_modules/app-builder-lib/out/targets/appimage/AppImageTarget.js')
  expect(target).toContain('this.options.executableArgs) !== null && _b !== void 0 ? _b : defaultArgs')
})
