import path from 'node:path'
import log from 'electron-log/node'

/** Writes down that something happened; facts are numbers, booleans and codes, never what a person typed. */
export type LogEvent = (event: string, facts?: Readonly<Record<string, number | boolean | null | string>>) => void

/** Opens the log of the window, apart from the one of the data process so that no file has two writers. */
export function openLog(windowDir: string): LogEvent {
  const logger = log.create({ logId: 'window' })
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => path.join(windowDir, 'logs', 'window.log')
  logger.transports.file.maxSize = 1024 * 1024
  return (event, facts = {}) => logger.info(event, facts)
}
