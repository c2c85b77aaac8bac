import path from 'node:path'
import { expect, test } from 'vitest'
import { readOptions } from '../../electron/browser-host/options.ts'
import { readStart } from '../../electron/main/start-options.ts'
import { dataPlaces } from '../../shared/domain/data-places.ts'

test('Windows keeps the data in the local profile, which is not copied at logoff', () => {
  const home = 'C:\\Users\\lin'
  const env = { LOCALAPPDATA: 'D:\\Profiles\\lin\\AppData\\Local', APPDATA: 'D:\\Profiles\\lin\\AppData\\Roaming' }
  expect(dataPlaces({ platform: 'win32', env, home }).data).toBe('D:\\Profiles\\lin\\AppData\\Local\\Kehu\\data')
  expect(dataPlaces({ platform: 'win32', env: {}, home }).data).toBe('C:\\Users\\lin\\AppData\\Local\\Kehu\\data')
})

test('macOS keeps it in Application Support', () => {
  const places = dataPlaces({ platform: 'darwin', env: {}, home: '/Users/lin' })
  expect(places.data).toBe('/Users/lin/Library/Application Support/Kehu/data')
})

test('Linux follows the XDG rules and ignores a relative folder', () => {
  const place = (folder?: string) =>
    dataPlaces({ platform: 'linux', env: { XDG_DATA_HOME: folder }, home: '/home/lin' }).data
  expect(place()).toBe('/home/lin/.local/share/kehu/data')
  expect(place('/srv/lin')).toBe('/srv/lin/kehu/data')
  expect(place('data')).toBe('/home/lin/.local/share/kehu/data')
})

test('the sample company never lies in the folder of the real data', () => {
  for (const platform of ['win32', 'darwin', 'linux']) {
    const { data, sample, window } = dataPlaces({ platform, env: {}, home: '/home/lin' })
    expect(new Set([data, sample, window]).size).toBe(3)
  }
  expect(readOptions(['--sample']).dataDir).not.toBe(readOptions([]).dataDir)
})

test('a named folder is taken as it is, for the sample company too', () => {
  expect(readOptions(['--data-dir', 'some/where', '--sample', '--port', '8123'])).toEqual({
    port: 8123,
    dataDir: path.resolve('some/where'),
    sample: true,
  })
})

test.each([
  [['--port', 'x'], 'not a port'],
  [['--port', '65536'], 'not a port'],
  [['--port=-1'], 'not a port'],
  [['--unknown'], 'Unknown option'],
  [['DIR'], 'Unexpected argument'],
])('refuses %j', (args, reason) => {
  expect(() => readOptions(args)).toThrow(reason)
})

test('each data folder has a window of its own, so that one runs per folder', () => {
  const machine = { platform: 'linux', env: {}, home: '/home/lin' }
  const start = (...argv: string[]) => readStart(['/opt/kehu/kehu', '--inspect=0', ...argv], machine)
  expect(start()).toEqual({
    dataDir: '/home/lin/.local/share/kehu/data',
    sample: false,
    windowDir: '/home/lin/.local/share/kehu/window',
  })
  expect(start('--data-dir', '/srv/kehu').dataDir).toBe('/srv/kehu')
  expect(start('--data-dir=/srv/kehu')).toEqual(start('--data-dir', '/srv/kehu'))
  expect(start('--sample')).toMatchObject({ sample: true, dataDir: '/home/lin/.local/share/kehu/sample' })
  const folders = [start(), start('--sample'), start('--data-dir', '/srv/kehu')].map(options => options.windowDir)
  expect(new Set(folders).size).toBe(3)
})
