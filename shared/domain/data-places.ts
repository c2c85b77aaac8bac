/** What a host knows about the machine when it looks for its folders. */
export interface Machine {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** The folders of one user: the real data, the sample company apart from it, and the state of windows on this machine. */
export interface Places {
  readonly data: string
  readonly sample: string
  readonly window: string
}

/**
 * Where the program keeps its folders unless it is told otherwise; both hosts reckon here, so that they find the same data.
 * On Windows this is the local profile: a roaming one is copied at logoff, which could tear a database in use.
 */
export function dataPlaces({ platform, env, home }: Machine): Places {
  const windows = platform === 'win32'
  const join = (...parts: string[]) => parts.join(windows ? '\\' : '/')
  const base = windows
    ? join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Kehu')
    : platform === 'darwin'
      ? join(home, 'Library', 'Application Support', 'Kehu')
      : join(absolute(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'kehu')
  return { data: join(base, 'data'), sample: join(base, 'sample'), window: join(base, 'window') }
}

// The XDG rules say that a relative path is to be ignored.
const absolute = (path: string | undefined) => (path?.startsWith('/') ? path : undefined)
