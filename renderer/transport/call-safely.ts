import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { Transport } from './transport.ts'

/** The commands whose answer must not be lost, as a record hangs on it. */
export type SavingCall = 'customers.create' | 'customers.save'

const pauses = [200, 800, 2000] // ms; a restarted backend is back within them

/**
 * Makes a saving call; when its answer is lost, asks by the request id whether it was carried out. The error comes back only
 * when it was not, or when nobody could be asked; trying again with the same request id is then safe in both cases.
 */
export async function callSafely<N extends SavingCall>(
  transport: Transport,
  name: N,
  input: Input<N>,
): Promise<Outcome<Output<SavingCall>>> {
  const outcome: Outcome<Output<SavingCall>> = await transport.call(name, input)
  if (outcome.ok || !isLost(outcome.error.code)) return outcome
  for (const pause of pauses) {
    await new Promise(resolve => setTimeout(resolve, pause))
    const asked = await transport.call('requests.outcome', { requestId: input.requestId })
    if (asked.ok) return asked.value.saved ? { ok: true, value: asked.value.saved } : outcome
  }
  return outcome
}

const isLost = (code: string) => code === 'backend-restarted' || code === 'unreachable'
