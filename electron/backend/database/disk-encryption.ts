import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { DiskEncryption } from '../../../shared/domain/backups.ts'

/** What a system is asked about its disks: the words of a command, or the devices that Linux shows as files. */
export interface DiskProbe {
  readonly platform: string
  readonly ask: (command: string, ...args: string[]) => Promise<string>
  /** The folder of devices, /sys. */
  readonly devices: string
}

const patience = 10_000 // ms

const thisMachine: DiskProbe = {
  platform: process.platform,
  devices: '/sys',
  ask: async (command, ...args) =>
    (await promisify(execFile)(command, args, { timeout: patience, windowsHide: true })).stdout,
}

/**
 * Whether the system says that the disk of a folder is encrypted. What it does not say, and what can not be asked without more rights,
 * is `unknown`: nothing is guessed.
 */
export async function diskEncryption(dir: string, probe: DiskProbe = thisMachine): Promise<DiskEncryption> {
  try {
    if (probe.platform === 'win32')
      return bitLocker(await probe.ask('powershell.exe', '-NoProfile', '-Command', shellAsks(dir)))
    if (probe.platform === 'darwin') return fileVault(await probe.ask('/usr/bin/fdesetup', 'status'))
    if (probe.platform === 'linux') return linuxDevice(statSync(dir).dev, probe.devices)
    return 'unknown'
  } catch (error) {
    if (error instanceof Error) return 'unknown'
    throw error
  }
}

// The shell knows it for everybody; `manage-bde` and `Get-BitLockerVolume` answer administrators alone.
function shellAsks(dir: string): string {
  const drive = path.win32
    .parse(dir)
    .root.slice(0, 2)
    .replace(/[^A-Za-z:]/g, '')
  return `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`
}

/** 1 on, 2 off, 3 being turned on, 4 being turned off, 5 suspended, 6 locked (System.Volume.BitLockerProtection). */
function bitLocker(answer: string): DiskEncryption {
  const state = answer.trim()
  if (state === '1') return 'encrypted'
  return ['2', '3', '4', '5'].includes(state) ? 'open' : 'unknown'
}

function fileVault(answer: string): DiskEncryption {
  if (/FileVault is On\./.test(answer) && !/in progress/i.test(answer)) return 'encrypted'
  return /FileVault is (Off|On)\./.test(answer) ? 'open' : 'unknown'
}

/** A device is encrypted when it, or every device that it is made of, is one of dm-crypt. */
function linuxDevice(dev: number, devices: string): DiskEncryption {
  // As glibc takes a device number apart.
  const major = Math.floor(dev / 2 ** 8) % 2 ** 12
  const minor = (dev % 2 ** 8) + Math.floor(dev / 2 ** 20) * 2 ** 8
  const device = path.join(devices, 'dev/block', `${major}:${minor}`)
  // A file system without a device of its own (btrfs, a container, memory) does not say what it lies on.
  if (major === 0 || !existsSync(device)) return 'unknown'
  return isCrypt(device) ? 'encrypted' : 'open'
}

function isCrypt(device: string): boolean {
  const uuid = path.join(device, 'dm/uuid')
  if (existsSync(uuid) && readFileSync(uuid, 'utf8').startsWith('CRYPT-')) return true
  const slaves = path.join(device, 'slaves')
  const parts = existsSync(slaves) ? readdirSync(slaves) : []
  return parts.length > 0 && parts.every(part => isCrypt(path.join(slaves, part)))
}
