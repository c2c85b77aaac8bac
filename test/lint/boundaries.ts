import { builtinModules } from 'node:module'

/** A pattern on the text of an import, in Rust's syntax of regular expressions (no look-around), and what to say about it. */
export type Forbidden = { regex: string; message: string }

/** Folders, as globs from the top of the repository, and the imports that are an error in them. */
export type Boundary = { files: string[]; forbidden: Forbidden[] }

const packages = (...names: string[]): Forbidden => ({
  regex: `^(${names.join('|')})(/|$)`,
  message: 'This package does not belong into this folder: see the import table of the architecture.',
})

const folders = (...names: string[]): Forbidden => ({
  regex: String.raw`^(\.\./)+(${names.join('|')})(/|$)`,
  message: 'This folder may not be imported from here: see the import table of the architecture.',
})

const electron = packages('electron', 'electron-store', 'electron-log/main', 'electron-log/preload')
const page = packages('react', 'react-dom', 'react-i18next', 'antd', 'wouter', '@ant-design', '@tanstack')
const node: Forbidden = {
  regex: `^(node:|(${builtinModules.filter(name => /^[a-z]\w*$/.test(name)).join('|')})(/|$))`,
  message: 'This code has to run without Node.',
}
const anyPackage: Forbidden = {
  regex: '^([^.z]|z[^o]|zo[^d]|zod[^/])',
  message: 'shared/ uses its own files and zod, nothing else.',
}
const neighbour: Forbidden = {
  regex: String.raw`^\.\./[^.]`,
  message: 'A feature never imports another feature: what two of them need belongs to form/, ui/ or shared/.',
}
const inProcessHostOnly: Forbidden = {
  regex: String.raw`^(\.\./)+backend/([^c]|c[^r]|cr[^e])`,
  message: 'Of the backend, the browser host uses what starts it in this process (create-backend.ts) and nothing else.',
}

const backend = [electron, page, folders('main', 'preload', 'browser-host', 'scripts', 'renderer', 'test')]
const renderer = [
  electron,
  node,
  packages('better-sqlite3', 'exceljs', 'electron-log'),
  folders('electron', 'main', 'preload', 'backend', 'browser-host', 'test'),
]
const layers = ['dispatcher', 'services', 'repositories', 'database', 'reports', 'jobs']
const tools = ['log', 'search', 'sample', 'files']
const inBackend = (layer: string, ...forbidden: string[]): Boundary => ({
  files: [`electron/backend/${layer}/**`],
  forbidden: [...backend, folders(...forbidden)],
})
const inRenderer = (folder: string, ...forbidden: Forbidden[]): Boundary => ({
  files: [`renderer/${folder}/**`],
  forbidden: [...renderer, ...forbidden],
})

/**
 * The import table of the architecture. Of two entries that match a file the later one counts alone, so the entry of an
 * inner folder repeats what its area forbids.
 */
export const boundaries: Boundary[] = [
  { files: ['shared/**'], forbidden: [anyPackage, folders('electron', 'renderer', 'test', 'resources')] },

  { files: ['electron/backend/**'], forbidden: backend },
  inBackend('dispatcher', 'repositories', 'database', 'reports', 'jobs'),
  inBackend('services', 'dispatcher'),
  inBackend('repositories', 'dispatcher', 'services', 'reports', 'jobs'),
  inBackend('database', 'dispatcher', 'services', 'repositories', 'reports', 'jobs'),
  inBackend('reports', 'dispatcher', 'services', 'jobs'),
  inBackend('jobs', 'dispatcher', 'services'),
  // The thread of an import carries a use case out, as the process around it does.
  { files: ['electron/backend/jobs/import-worker.ts'], forbidden: [...backend, folders('dispatcher')] },
  // These know nothing of the layers that use them.
  inBackend('imports', ...layers, ...tools.filter(tool => tool !== 'files')),
  ...tools.map(tool => inBackend(tool, ...layers, ...tools.filter(other => other !== tool), 'imports')),

  {
    files: ['electron/{main,preload}/**'],
    // The backend is a program of its own that main starts by its path.
    forbidden: [page, folders('backend', 'browser-host', 'scripts', 'renderer', 'test')],
  },
  {
    files: ['electron/browser-host/**'],
    forbidden: [electron, page, folders('main', 'preload', 'scripts', 'renderer', 'test'), inProcessHostOnly],
  },

  { files: ['renderer/**'], forbidden: renderer },
  inRenderer('features', neighbour, folders('app', 'features')),
  inRenderer('form', folders('app', 'features')),
  inRenderer('{ui,transport}', folders('app', 'features', 'form')),
]
