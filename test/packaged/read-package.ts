import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Build, packagedPrograms } from '../e2e/hosts/desktop.ts'

/** A packaged program: all of it, where its resources lie, and the file that holds Electron with its fuses. */
export interface Package {
  readonly whole: string
  readonly resources: string
  readonly electron: string
}

const framework = 'Frameworks/Electron Framework.framework/Versions/A/Electron Framework'

/** The packaged programs of a build, one for each kind of processor. Throws an Error where there is none. */
export function packagesOf(build: Build): Package[] {
  return packagedPrograms(build).map(program => {
    const folder = path.dirname(program)
    if (path.basename(folder) !== 'MacOS')
      return { whole: folder, resources: path.join(folder, 'resources'), electron: program }
    const contents = path.dirname(folder)
    return {
      whole: path.dirname(contents),
      resources: path.join(contents, 'Resources'),
      electron: path.join(contents, framework),
    }
  })
}

/** A file in an archive of Electron, with its size in bytes and whether it lies outside the archive and carries its hash. */
export interface Archived {
  readonly file: string
  readonly size: number
  readonly unpacked: boolean
  readonly hashed: boolean
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly unpacked?: boolean
  readonly integrity?: object
}

/** Reads the head of an archive, which stands as JSON after four numbers. */
export function readArchive(archive: string): Archived[] {
  const handle = openSync(archive, 'r')
  try {
    const numbers = Buffer.alloc(16)
    readSync(handle, numbers, 0, 16, 0)
    const head = Buffer.alloc(numbers.readUInt32LE(12))
    readSync(handle, head, 0, head.length, 16)
    return filesBelow(JSON.parse(head.toString('utf8')) as Entry, '')
  } finally {
    closeSync(handle)
  }
}

function filesBelow(folder: Entry, at: string): Archived[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files
      ? filesBelow(entry, `${at}${name}/`)
      : [
          {
            file: at + name,
            size: entry.size ?? 0,
            unpacked: entry.unpacked ?? false,
            hashed: entry.integrity !== undefined,
          },
        ],
  )
}

/** The bytes of all files below a folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((total, entry) => total + statSync(path.join(entry.parentPath, entry.name)).size, 0)
}

/** The fuses in their order in Electron. */
export const fuseNames = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
] as const

const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Reads the fuses out of the program itself: a mark, a version, their number, and a digit for each that this Electron knows. */
export function readFuses(program: string): Partial<Record<(typeof fuseNames)[number], boolean>> {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(mark) + mark.length
  if (at < mark.length || bytes[at] !== 1) throw new Error(`${program} has no fuses that this test could read`)
  const states = bytes.subarray(at + 2, at + 2 + (bytes[at + 1] ?? 0))
  return Object.fromEntries(
    fuseNames.flatMap((name, place) => (place < states.length ? [[name, states[place] === '1'.charCodeAt(0)]] : [])),
  )
}
