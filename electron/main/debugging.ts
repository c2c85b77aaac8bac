import inspector from 'node:inspector'
import { app } from 'electron'

/**
 * Takes away the switches that would open Chromium's debugger to every program of this machine. The fuse that keeps the
 * debugger of Node shut knows nothing of them, so they follow it: only where that debugger could open may this one.
 * Has to be called before the program is ready.
 */
export function refuseDebugger(): void {
  if (!app.isPackaged || inspector.url() !== undefined) return
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.removeSwitch(name)
}
