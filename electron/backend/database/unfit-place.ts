import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { errorCode, StartFailure } from './start-failure.ts'

/** What a machine says about its folders. */
export interface PlaceProbe {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where a path leads in the end; of a mapped drive on Windows, the share. */
  readonly realPath: (file: string) => string
  readonly mounts: () => readonly Mount[]
}

interface Mount {
  readonly point: string
  readonly type: string
}

// SQLite's locks do not hold on shares, and two machines that believe to have the folder alone tear the database.
const networkTypes =
  /^(nfs\d?|cifs|smb\w*|smbfs|afpfs|ncpfs|webdav|davfs\w*|afs|ceph|glusterfs|9p|vboxsf|fuse\.(sshfs|rclone|davfs\w*|curlftpfs|smbnetfs|glusterfs|s3fs|gvfsd-fuse|vmhgfs-fuse))$/

// Whatever synchronises a folder copies the database while it is written to, and puts an older one in its place.
const cloudFolders: readonly (readonly [service: string, pattern: RegExp])[] = [
  ['OneDrive', /^(onedrive( - .+)?|skydrive)$/i],
  ['坚果云', /^(nutstore( files)?|(我的)?坚果云)$/i],
  ['iCloud', /^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['Google Drive', /^(google ?drive|my drive|我的云端硬盘)$/i],
  ['百度网盘', /^(baidusyncdisk|百度网盘同步空间)$/i],
  ['WPS 云盘', /^(wps ?drive|wps ?云盘)$/i],
  ['微云', /^(weiyun|微云(同步助手)?)$/i],
  ['阿里云盘', /^(aliyundrive|阿里云盘)$/i],
  ['Nextcloud', /^(nextcloud|owncloud)$/i],
  ['MEGA', /^megasync$/i],
]

/**
 * Refuses a folder on a share or in one that a cloud service synchronises, before anything is made in it (rules 19).
 * @throws StartFailure `data-on-network`, `data-in-cloud` with the name of the share or service
 */
export function refuseUnfitPlace(dir: string, probe: PlaceProbe = thisMachine): void {
  const places = [dir, realPlace(dir, probe)]
  for (const place of places) {
    const share = shareOf(place, probe)
    if (share !== undefined) throw new StartFailure('data-on-network', 'share', share)
  }
  for (const place of places) {
    const service = serviceOf(place, probe)
    if (service !== undefined) throw new StartFailure('data-in-cloud', 'synchronised', service)
  }
}

/** Where a folder lies in the end; what is not made yet lies in what is there. */
function realPlace(dir: string, probe: PlaceProbe): string {
  const paths = probe.platform === 'win32' ? path.win32 : path.posix
  const missing: string[] = []
  for (let there = dir; ; there = paths.dirname(there)) {
    try {
      return paths.join(probe.realPath(there), ...missing)
    } catch (error) {
      const code = errorCode(error)
      if (!code.startsWith('E') || paths.dirname(there) === there) return dir
      missing.unshift(paths.basename(there))
    }
  }
}

function shareOf(place: string, { platform, mounts }: PlaceProbe): string | undefined {
  if (platform === 'win32') {
    const [, server, share] =
      /^(?:\\\\\?\\UNC\\|\\\\(?![?.]\\))([^\\]+)\\([^\\]+)/i.exec(place.replaceAll('/', '\\')) ?? []
    return server === undefined || share === undefined ? undefined : `\\\\${server}\\${share}`
  }
  const [nearest] = mounts()
    .filter(({ point }) => point === '/' || place === point || place.startsWith(`${point}/`))
    .sort((a, b) => b.point.length - a.point.length)
  return nearest && networkTypes.test(nearest.type) ? nearest.point : undefined
}

function serviceOf(place: string, { platform, env }: PlaceProbe): string | undefined {
  const parts = place.split(platform === 'win32' ? /[\\/]/ : '/').filter(part => part !== '')
  // macOS keeps what any service synchronises in one folder, each under its name.
  const at = parts.indexOf('CloudStorage')
  if (platform === 'darwin' && at > 0 && parts[at - 1] === 'Library')
    return parts[at + 1]?.split('-')[0] ?? 'CloudStorage'
  const roots = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].map(name => env[name])
  if (roots.some(root => root && isWithin(place, root))) return 'OneDrive'
  return cloudFolders.find(([, pattern]) => parts.some(part => pattern.test(part)))?.[0]
}

function isWithin(place: string, root: string): boolean {
  const [inner, outer] = [place, root].map(each => each.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase())
  return inner !== undefined && outer !== undefined && (inner === outer || inner.startsWith(`${outer}\\`))
}

/** The mounts that Linux lists in /proc/self/mountinfo. */
export function readMountInfo(text: string): Mount[] {
  return text.split('\n').flatMap(line => {
    const [before = '', after = ''] = line.split(' - ')
    const point = before.split(' ')[4]
    const [type = ''] = after.split(' ')
    // Blanks and some other signs are written in octal.
    const written = point?.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))
    return written ? [{ point: written, type }] : []
  })
}

/** The mounts that macOS tells with `mount`. */
export function readMountOutput(text: string): Mount[] {
  return [...text.matchAll(/^.+? on (.+) \((\w+)[,)]/gm)].map(([, point = '', type = '']) => ({ point, type }))
}

const thisMachine: PlaceProbe = {
  platform: process.platform,
  env: process.env,
  realPath: file => realpathSync.native(file),
  mounts() {
    if (process.platform === 'darwin') return readMountOutput(execFileSync('/sbin/mount', { encoding: 'utf8' }))
    const list = '/proc/self/mountinfo'
    return existsSync(list) ? readMountInfo(readFileSync(list, 'utf8')) : []
  },
}
