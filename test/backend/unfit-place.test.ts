import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskEncryption, type DiskProbe } from '../../electron/backend/database/disk-encryption.ts'
import {
  type PlaceProbe,
  readMountInfo,
  readMountOutput,
  refuseUnfitPlace,
} from '../../electron/backend/database/unfit-place.ts'
import { deskAt, listing, temporaryFolder } from './desk.ts'

/** What the place of a folder is refused for on some machine. */
function refusal(dir: string, probe: Partial<PlaceProbe>): string | undefined {
  const machine = { platform: 'linux', env: {}, realPath: (file: string) => file, mounts: () => [], ...probe }
  try {
    refuseUnfitPlace(dir, machine)
    return undefined
  } catch (error) {
    const { code, holder } = error as { code: string; holder: string }
    return `${code} ${holder}`
  }
}

describe('on Windows', () => {
  const windows = (dir: string, more: Partial<PlaceProbe> = {}) => refusal(dir, { platform: 'win32', ...more })

  test('a share is refused, under its own name and behind the letter of a mapped drive', () => {
    expect(windows(String.raw`\\server\daten\Kehu`)).toBe(String.raw`data-on-network \\server\daten`)
    expect(windows('//server/daten/Kehu')).toBe(String.raw`data-on-network \\server\daten`)
    expect(windows(String.raw`\\?\UNC\server\daten\Kehu`)).toBe(String.raw`data-on-network \\server\daten`)
    const realPath = (file: string) => file.replace(/^Z:/, String.raw`\\nas\office`)
    expect(windows(String.raw`Z:\Kehu`, { realPath })).toBe(String.raw`data-on-network \\nas\office`)
  })

  test('a folder of a disk of this machine is not', () => {
    for (const dir of ['C:\\Users\\lin\\AppData\\Local\\Kehu\\data', '\\\\?\\C:\\Kehu', '\\\\.\\C:\\Kehu', 'D:\\客户'])
      expect(windows(dir)).toBeUndefined()
  })

  test.each([
    ['C:\\Users\\lin\\OneDrive - 明珠商贸\\Kehu', 'OneDrive'],
    ['C:\\Users\\lin\\Nutstore\\1\\Kehu', '坚果云'],
    ['D:\\我的坚果云\\Kehu', '坚果云'],
    ['C:\\Users\\lin\\iCloudDrive\\Kehu', 'iCloud'],
    ['C:\\Users\\lin\\Dropbox (Personal)\\Kehu', 'Dropbox'],
    ['D:\\BaiduSyncdisk\\Kehu', '百度网盘'],
  ])('%s is synchronised by %s', (dir, service) => {
    expect(windows(dir)).toBe(`data-in-cloud ${service}`)
  })

  test('OneDrive is known by what Windows says of it, whatever its folder is called', () => {
    const env = { OneDriveCommercial: 'D:\\公司' }
    expect(windows('d:\\公司\\Kehu', { env })).toBe('data-in-cloud OneDrive')
    expect(windows('D:\\公司资料\\Kehu', { env })).toBeUndefined()
  })
})

test('on macOS mounted shares and every service are known', () => {
  const listed = `/dev/disk3s1 on / (apfs, sealed, local)
//lin@nas._smb._tcp.local/office on /Volumes/office (smbfs, nodev, nosuid, mounted by lin)`
  const mac = (dir: string) => refusal(dir, { platform: 'darwin', mounts: () => readMountOutput(listed) })
  expect(mac('/Volumes/office/Kehu')).toBe('data-on-network /Volumes/office')
  expect(mac('/Volumes/officer/Kehu')).toBeUndefined()
  expect(mac('/Users/lin/Library/CloudStorage/OneDrive-Personal/Kehu')).toBe('data-in-cloud OneDrive')
  expect(mac('/Users/lin/Library/Mobile Documents/com~apple~CloudDocs/Kehu')).toBe('data-in-cloud iCloud')
  expect(mac('/Users/lin/Library/Application Support/Kehu/data')).toBeUndefined()
})

test('on Linux mounted shares are known, with blanks in their names and within each other', () => {
  const listed = `26 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 26 0:44 / /mnt/our\\040files rw shared:9 - cifs //nas/office rw
41 40 8:2 / /mnt/our\\040files/disk rw - ext4 /dev/sdb1 rw
42 26 0:50 / /home/lin/nas rw - fuse.sshfs nas:/ rw
43 26 0:51 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
44 26 0:52 / /mnt/windows rw - 9p C: rw
45 26 0:53 / /media/sf_office rw - vboxsf office rw
46 26 0:54 / /mnt/hgfs rw - fuse.vmhgfs-fuse vmhgfs-fuse rw`
  const linux = (dir: string) => refusal(dir, { mounts: () => readMountInfo(listed) })
  expect(linux('/mnt/our files/kehu')).toBe('data-on-network /mnt/our files')
  expect(linux('/mnt/our files/disk/kehu')).toBeUndefined()
  expect(linux('/home/lin/nas')).toBe('data-on-network /home/lin/nas')
  for (const share of ['/run/user/1000/gvfs', '/mnt/windows', '/media/sf_office', '/mnt/hgfs'])
    expect(linux(`${share}/kehu`)).toBe(`data-on-network ${share}`)
  expect(linux('/home/lin/nasty')).toBeUndefined()
})

test('a folder in a synchronised one is refused with its name, also through a link, and nothing is made there', async () => {
  const root = temporaryFolder()
  mkdirSync(path.join(root, 'Dropbox'))
  symlinkSync(path.join(root, 'Dropbox'), path.join(root, 'mine'))
  for (const dir of [path.join(root, 'Dropbox', 'kehu'), path.join(root, 'mine', 'kehu', 'data')]) {
    const desk = deskAt(dir)
    expect(await desk.refusal('customers.list', listing())).toMatchObject({ code: 'not-ready' })
    const { phase, problem } = await desk.ask('app.status', {})
    expect([phase, problem?.code, problem?.holder]).toEqual(['broken', 'data-in-cloud', 'Dropbox'])
    await desk.backend.close()
  }
  expect(readdirSync(path.join(root, 'Dropbox'))).toEqual([])
})

describe('whether a disk is encrypted', () => {
  const told = (platform: string, answer: string | Error) =>
    diskEncryption('C:\\Kehu', {
      platform,
      devices: '',
      ask: async () => {
        if (answer instanceof Error) throw answer
        return answer
      },
    })

  test.each([
    ['win32', '1\r\n', 'encrypted'],
    ['win32', '2\r\n', 'open'],
    ['win32', '5\r\n', 'open'],
    ['win32', '\r\n', 'unknown'],
    ['win32', new Error('spawn powershell.exe ENOENT'), 'unknown'],
    ['darwin', 'FileVault is On.\n', 'encrypted'],
    ['darwin', 'FileVault is On.\nEncryption in progress: Percent completed = 4\n', 'open'],
    ['darwin', 'FileVault is Off.\n', 'open'],
    ['darwin', 'Error: not allowed', 'unknown'],
    ['freebsd', '', 'unknown'],
  ])('%s says %j: %s', async (platform, answer, expected) => {
    expect(await told(platform, answer)).toBe(expected)
  })

  /** Devices as Linux shows them, each with what it is made of. */
  async function linux(parts: Readonly<Record<string, { uuid?: string; slaves?: readonly string[] }>>) {
    const devices = temporaryFolder()
    for (const [name, { uuid, slaves = [] }] of Object.entries(parts)) {
      const device = path.join(devices, 'block', name)
      mkdirSync(path.join(device, 'slaves'), { recursive: true })
      if (uuid) {
        mkdirSync(path.join(device, 'dm'))
        writeFileSync(path.join(device, 'dm/uuid'), uuid)
      }
      for (const slave of slaves) symlinkSync(path.join(devices, 'block', slave), path.join(device, 'slaves', slave))
    }
    mkdirSync(path.join(devices, 'dev/block'), { recursive: true })
    const probe: DiskProbe = { platform: 'linux', devices, ask: async () => '' }
    // The folder of the tests may lie in memory, which has no device.
    const here = import.meta.dirname
    const { dev } = statSync(here)
    const number = `${Math.floor(dev / 256) % 4096}:${(dev % 256) + Math.floor(dev / 2 ** 20) * 256}`
    if (parts['top']) symlinkSync(path.join(devices, 'block/top'), path.join(devices, 'dev/block', number))
    return diskEncryption(here, probe)
  }

  test.runIf(process.platform === 'linux')('Linux tells it of the device and of all that it is made of', async () => {
    expect(await linux({ top: { uuid: 'CRYPT-LUKS2-1' } })).toBe('encrypted')
    expect(await linux({ top: { uuid: 'LVM-1', slaves: ['sda'] }, sda: { uuid: 'CRYPT-LUKS1-2' } })).toBe('encrypted')
    expect(await linux({ top: { uuid: 'LVM-1', slaves: ['a', 'b'] }, a: { uuid: 'CRYPT-1' }, b: {} })).toBe('open')
    expect(await linux({ top: {} })).toBe('open')
    expect(await linux({})).toBe('unknown')
  })
})
