import type { CallName, Checked, Output } from '../../../shared/contract/contract.ts'
import type { Context } from './context.ts'
import type { Session } from './session.ts'

/** Calls about the data folder itself and about signing in, which need no person; all others need one. */
type FolderCall = Extract<CallName, `app.${string}` | `session.${string}`>

/** `token` is the session that the call came with, for the calls that are about it. */
type Service<N extends CallName> = (
  from: N extends FolderCall ? Session : Context,
  input: Checked<N>,
  token: string | undefined,
) => Output<N> | Promise<Output<N>>

/** One handler for every call of the contract: a missing one does not compile. */
export type ServiceTable = { readonly [N in CallName]: Service<N> }
