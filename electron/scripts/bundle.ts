import path from 'node:path'
import { build, type InlineConfig } from 'vite'
import { root } from './paths.ts'

const programs = {
  main: 'electron/main/index.ts',
  preload: 'electron/preload/index.ts',
  backend: 'electron/backend/index.ts',
  'report-worker': 'electron/backend/jobs/report-worker.ts',
  'import-worker': 'electron/backend/jobs/import-worker.ts',
  'backup-worker': 'electron/backend/jobs/backup-worker.ts',
  'browser-host': 'electron/browser-host/index.ts',
}

// Electron's own module, the addon that is packaged beside the bundles, and the reader of cloud archives in exceljs' unzipper
// that is loaded only when somebody asks for one.
const external = ['electron', 'better-sqlite3', '@aws-sdk/client-s3']

/** Bundles every program and the page into an empty folder. Rejects with the bundler's report when a source is wrong. */
export async function bundle(outDir: string): Promise<void> {
  for (const [name, entry] of Object.entries(programs)) await build(programConfig(outDir, name, entry))
  await build({
    configFile: path.join(root, 'renderer/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: path.join(outDir, 'renderer') },
  })
}

// CommonJS, each program in one file: older Electrons load no ES module as main, and a sandboxed preload can load no second file.
function programConfig(outDir: string, name: string, entry: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        external,
        input: { [name]: path.join(root, entry) },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}
