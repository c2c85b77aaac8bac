import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { _electron, type ElectronApplication, errors, expect } from '@playwright/test'
import type { Desktop } from './desktop.ts'
import { type Host, laterEnvironment, type Places, programEnvironment, screen } from './host.ts'

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>

// Once in about a hundred times the driver attaches while the first page is just arriving, misses that it came, and waits for
// ever for it (seen in its log of the protocol): the window itself is there. So it is given up after a while and attached anew.
async function launch(options: LaunchOptions, attempts = 3): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: 15_000 })
  } catch (error) {
    if (attempts === 1 || !(error instanceof errors.TimeoutError)) throw error
    return launch(options, attempts - 1)
  }
}

function later(days: number): Record<string, string> {
  const { LD_PRELOAD, ...rest } = laterEnvironment(days)
  return LD_PRELOAD === undefined ? rest : { ...rest, LATER: LD_PRELOAD }
}

/** The packaged program in a real window, with further arguments for its Chromium. */
export function electronHost(places: Places, desktop: Desktop, further: readonly string[]): Host {
  let running: ElectronApplication | undefined

  return {
    async start(daysLater = 0) {
      const { dataDir, home, programArguments } = places
      running = await launch({
        executablePath: desktop.program,
        args: ['--lang=zh-CN', ...further, '--data-dir', dataDir, ...programArguments],
        env: { ...programEnvironment(home), ...desktop.environment, ...later(daysLater) },
      })
      const page = await running.firstWindow()
      await running.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
      }, screen.viewport)
      return page
    },

    async stop() {
      await running?.close()
      running = undefined
    },

    async giveUp() {
      if (running?.process().exitCode !== null) return
      await running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach(window => window.destroy()))
    },

    async kill() {
      const child = running?.process()
      if (!child) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      running = undefined
    },

    main() {
      if (!running) throw new Error('the program does not run')
      return running
    },

    async exportFile(action) {
      if (!running) throw new Error('the program does not run')
      // The person in the dialog keeps the suggested name and chooses our folder.
      const target = await running.evaluateHandle(({ dialog }, folder) => {
        const chosen = { filePath: '' }
        const keepName = (defaultPath = '') => {
          chosen.filePath = `${folder}/${defaultPath.split(/[\\/]/).pop() ?? ''}`
          return { canceled: false, filePath: chosen.filePath }
        }
        dialog.showSaveDialog = async (...args: unknown[]) =>
          keepName((args.at(-1) as Electron.SaveDialogOptions).defaultPath)
        return chosen
      }, places.exports)
      await action()
      await expect.poll(async () => existsSync((await target.jsonValue()).filePath), { timeout: 3 * 60_000 }).toBe(true)
      return path.normalize((await target.jsonValue()).filePath)
    },

    async chooseFile(file, action) {
      if (!running) throw new Error('the program does not run')
      await running.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
      }, file)
      await action()
    },
  }
}
