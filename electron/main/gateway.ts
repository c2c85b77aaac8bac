import { randomUUID } from 'node:crypto'
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { contract } from '../../shared/contract/contract.ts'
import type { ErrorCode, Outcome } from '../../shared/contract/errors.ts'
import { failed } from '../../shared/contract/failed.ts'
import type { HostCalls } from '../../shared/contract/host-calls.ts'
import { delivered, type Status, status } from '../../shared/contract/shapes.ts'
import { uploadLimit } from '../../shared/contract/uploads.ts'
import { bridgeChannel, uploadChannel } from '../../shared/contract/window.ts'
import type { WindowText } from '../../shared/text/zh-CN/window.ts'
import { chooseTarget } from './choose-target.ts'
import { deliver, type Outbox } from './deliver.ts'
import type { WindowLog } from './log.ts'
import { isOurPage } from './page-address.ts'
import type { Supervisor } from './supervisor.ts'
import { type WindowState, windowCalls } from './window-calls.ts'

/** What the gateway leads to. `onStatus` hears of every status that passes, since the menu speaks its language. */
export interface GatewayOptions {
  readonly supervisor: Supervisor
  readonly state: WindowState
  readonly log: WindowLog
  readonly texts: () => WindowText
  onStatus(status: Status): void
}

/** Opens the only doors of the main process, one for calls and one for files: both for the top frame of our own windows, answering with values. */
export function openGateway(options: GatewayOptions): void {
  const open = (channel: string, carryOut: (window: BrowserWindow, ...given: unknown[]) => Promise<Outcome<unknown>>) =>
    ipcMain.handle(channel, async (event, ...given: unknown[]) => {
      const window = senderWindow(event)
      if (!window) return fail('unknown-call')
      try {
        return await carryOut(window, ...given)
      } catch (error) {
        const outcome = fail('unexpected')
        // The message may quote what a person typed, the name of the error can not.
        const kind = error instanceof Error ? error.name : typeof error
        options.log.failed('gateway-failed', { kind, traceId: outcome.error.traceId })
        return outcome
      }
    })
  open(bridgeChannel, async (window, name, input, session) =>
    typeof name === 'string' ? answer(options, window, { name, input, session }) : fail('unknown-call'),
  )
  open(uploadChannel, async (_window, bytes) => {
    if (!(bytes instanceof ArrayBuffer)) return fail('invalid-input')
    if (bytes.byteLength > uploadLimit) return fail('file-too-large')
    return options.supervisor.call('host.upload', { bytes } satisfies HostCalls['host.upload']['input'])
  })
}

const logLines = 50

async function answer(
  options: GatewayOptions,
  window: BrowserWindow,
  { name, input, session }: { name: string; input: unknown; session: unknown },
): Promise<Outcome<unknown>> {
  const { supervisor, state } = options
  const handlers = windowCalls(state)
  if (isKey(handlers, name)) return handlers[name](window, input)
  // Calls between the main process and the backend are in no contract, so a page can not make them.
  if (!isKey(contract, name)) return fail('unknown-call')
  const outcome = await supervisor.call(name, input, typeof session === 'string' ? session : undefined)
  if (!outcome.ok) return outcome
  if (name === 'app.report')
    return { ok: true, value: withWindowLog(contract[name].output.parse(outcome.value), options) }
  const call = contract[name]
  if (call.output === status) options.onStatus(status.parse(outcome.value))
  if (name === 'app.setUp' || name === 'session.signIn')
    options.onStatus(contract[name].output.parse(outcome.value).status)
  if (!('delivers' in call)) return outcome
  const { download } = delivered.parse(outcome.value)
  if (download === undefined) return outcome
  return deliver(download, outboxOf(supervisor), chooseTarget(window, state.preferences))
}

/** The data process can not read what went wrong around it, which may be the very thing that somebody asks for help about. */
function withWindowLog(report: { text: string }, { log, texts }: GatewayOptions): { text: string } {
  const lines = log.tail(logLines)
  return lines.length === 0
    ? report
    : { text: [report.text, '', `${texts().failures} (window.log):`, ...lines].join('\n') }
}

function outboxOf(supervisor: Supervisor): Outbox {
  const ask = async <N extends keyof HostCalls>(name: N, input: HostCalls[N]['input']) =>
    (await supervisor.call(name, input)) as Outcome<HostCalls[N]['value']>
  return {
    file: download => ask('host.outboxFile', { download }),
    drop: download => ask('host.dropOutbox', { download }),
  }
}

/** The window a call came from; undefined for a frame within a page, a foreign page, or a window that is going. */
function senderWindow({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow | undefined {
  const isTop = senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url)
  return isTop ? (BrowserWindow.fromWebContents(sender) ?? undefined) : undefined
}

const isKey = <T extends object>(table: T, key: string): key is string & keyof T => Object.hasOwn(table, key)
const fail = (code: ErrorCode) => failed(code, randomUUID())
