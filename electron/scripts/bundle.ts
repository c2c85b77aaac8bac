import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type InlineConfig, type Rolldown } from 'vite'
import { licencesFile } from '../../shared/contract/licences.ts'
import { licencesOf } from './licences.ts'
import { root } from './paths.ts'

const programs = {
  main: 'electron/main/index.ts',
  preload: 'electron/preload/index.ts',
  backend: 'electron/backend/index.ts',
  'report-worker': 'electron/backend/jobs/report-worker.ts',
  'import-worker': 'electron/backend/jobs/import-worker.ts',
  'backup-worker': 'electron/backend/jobs/backup-worker.ts',
  'scan-worker': 'electron/backend/jobs/scan-worker.ts',
  'browser-host': 'electron/browser-host/index.ts',
}
export type Program = keyof typeof programs

// Electron's own module, the addon that is packaged beside the bundles, and the reader of cloud archives in exceljs' unzipper
// that is loaded only when somebody asks for one.
const external = ['electron', 'better-sqlite3', '@aws-sdk/client-s3']

/**
 * Bundles every program and the page into an empty folder, with the licences of what went into them. Rejects with the
 * bundler's report when a source is wrong.
 */
export async function bundle(outDir: string): Promise<void> {
  const files: string[] = []
  for (const name of Object.keys(programs) as Program[]) files.push(...(await bundleProgram(outDir, name)))
  const page = await build({
    configFile: path.join(root, 'renderer/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: path.join(outDir, 'renderer') },
  })
  const licences = licencesOf([...files, ...filesOf(page)])
  writeFileSync(path.join(outDir, 'renderer', licencesFile), JSON.stringify(licences))
}

/** Bundles one program into a folder, and gives the source files that went into it. */
export async function bundleProgram(outDir: string, name: Program): Promise<string[]> {
  return filesOf(await build(programConfig(outDir, name, programs[name])))
}

/** The source files that went into what was built. */
function filesOf(built: Awaited<ReturnType<typeof build>>): string[] {
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  return outputs
    .flatMap(({ output }: Rolldown.RolldownOutput) => output)
    .flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
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
