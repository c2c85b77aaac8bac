import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import path from 'node:path'

interface Need {
  readonly name: string
  /** Debian's package. */
  readonly apt: string
  /** How to get it elsewhere. */
  readonly elsewhere: string
  readonly isThere: () => boolean
  /** Whether what is there is the one that Debian's package brings; another will do where there is no such package. */
  readonly isBest?: () => boolean
}

const onLinux = process.platform === 'linux'

// Chromium without its own window: no two seconds of a processor for every page on what nobody sees.
const headlessShell = 'chromium-headless-shell'

const needs: readonly Need[] = [
  {
    name: 'Chromium',
    apt: headlessShell,
    elsewhere: 'install Chromium or Google Chrome, or name one in CHROMIUM',
    isThere: () => findChromium() !== undefined,
    isBest: () => path.basename(findChromium() ?? '') === headlessShell || Boolean(process.env['CHROMIUM']),
  },
  {
    name: 'a display for Electron (Xvfb)',
    apt: 'xvfb',
    elsewhere: 'install Xvfb (Fedora: xorg-x11-server-Xvfb)',
    isThere: () => !onLinux || Boolean(process.env['DISPLAY']) || findProgram('Xvfb') !== undefined,
  },
  {
    name: 'LibreOffice Calc',
    apt: 'libreoffice-calc',
    elsewhere: 'install LibreOffice and put its soffice on the PATH',
    isThere: () => findProgram('soffice') !== undefined,
  },
  {
    name: "LibreOffice's bridge to Python",
    apt: 'python3-uno',
    elsewhere: 'install the Python bridge of LibreOffice (Fedora: libreoffice-pyuno)',
    isThere: () => spawnSync('/usr/bin/python3', ['-c', 'import uno']).status === 0,
  },
  {
    name: 'libfaketime, for the specs that live some days later',
    apt: 'libfaketime',
    elsewhere: 'install libfaketime',
    isThere: () => !onLinux || globSync('/usr/{lib,lib64,lib/*}/faketime/libfaketime.so.1').length > 0,
  },
  {
    name: 'pdftoppm and pdfinfo',
    apt: 'poppler-utils',
    elsewhere: 'install poppler (macOS: brew install poppler)',
    isThere: () => findProgram('pdftoppm') !== undefined && findProgram('pdfinfo') !== undefined,
  },
  {
    name: 'the fonts Noto Serif CJK SC and Noto Sans CJK SC',
    apt: 'fonts-noto-cjk',
    elsewhere: 'install them from Google Fonts',
    isThere: () => !onLinux || ['Noto Serif CJK SC', 'Noto Sans CJK SC'].every(hasFont),
  },
]

/** Where a Chromium or Chrome lies on this machine; undefined when there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM } = process.env
  if (CHROMIUM) return CHROMIUM
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  const named = [headlessShell, 'chromium', 'google-chrome'].map(findProgram).find(file => file !== undefined)
  return named ?? places.find(place => existsSync(place))
}

/**
 * Installs what the tests need from the system where that is possible (root on Debian), and gives one sentence for each thing
 * that is still missing.
 */
export function meetSystemNeeds(): string[] {
  const missing = needs.filter(need => !(need.isBest ?? need.isThere)())
  if (missing.length > 0 && process.getuid?.() === 0 && findProgram('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = ['install', '-y', '--no-install-recommends', ...missing.map(need => need.apt)]
    for (const args of [['update'], install]) spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 2, 2] })
  }
  return missing.filter(need => !need.isThere()).map(need => `missing: ${need.name} (${howToGet(need)}).`)
}

const howToGet = ({ apt, elsewhere }: Need) => (findProgram('apt-get') ? `as root, apt-get install ${apt}` : elsewhere)

function findProgram(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name + suffix))
    .find(file => existsSync(file))
}

function hasFont(family: string): boolean {
  const { stdout } = spawnSync('fc-list', [family, 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}
