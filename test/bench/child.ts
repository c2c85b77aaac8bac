import { spawnSync } from 'node:child_process'

/**
 * What a Node of its own says as JSON on its standard output, so that neither its memory nor its heap is shared with what was
 * measured before. Throws Error when it fails.
 */
export function childAnswer(args: readonly string[]): unknown {
  const { status, stdout, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`what runs by itself could not be measured: ${error?.message ?? status}`)
  return JSON.parse(stdout)
}
