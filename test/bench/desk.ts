import { randomUUID } from 'node:crypto'
import { dispatch } from '../../electron/backend/dispatcher/dispatch.ts'
import type { Connection } from '../../electron/backend/database/connection.ts'
import { createLogger } from '../../electron/backend/log/logger.ts'
import { Session } from '../../electron/backend/services/session.ts'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'

/** The password of 林晓, who sets every folder up that is measured. */
export const benchPassword = 'bench-password'

/** A backend on a data folder, and the connection that it works with, so that what stands beside it has the same cache and disk. */
export interface Desk {
  readonly db: Connection
  /** Makes a call by the road of every screen, input check and dispatcher included. Throws Error where it is refused. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  leave(): Promise<void>
}

/** Opens a data folder as createBackend does. Throws Error when it can not be opened. */
export async function deskAt(dataDir: string): Promise<Desk> {
  const logger = createLogger(dataDir, randomUUID())
  const options = { dataDir, sample: false, version: '', workerPath: '', clock: () => new Date(), newId: randomUUID }
  const session = new Session({ ...options, machine: 'bench', passwordCost: 2 ** 10, logger })
  await session.open()
  const first = { company: '示例商贸公司', person: '林晓', password: benchPassword, language: 'zh-CN' }
  const begun = await dispatch(session, 'app.setUp', first)
  if (!begun.ok) throw new Error(`nobody could sign in: ${begun.error.code}`)
  const { session: token } = begun.value as Output<'app.setUp'>
  return {
    db: session.folder.db,
    async ask(name, input) {
      const outcome = await dispatch(session, name, input, token)
      if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.error.code}`)
      return outcome.value as Output<typeof name>
    },
    leave: () => session.close(),
  }
}
