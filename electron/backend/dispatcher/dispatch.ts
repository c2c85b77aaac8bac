import { type CallName, contract } from '../../../shared/contract/contract.ts'
import type { Outcome } from '../../../shared/contract/errors.ts'
import { failed } from '../../../shared/contract/failed.ts'
import { noteRefusal } from '../services/audit/note-refusal.ts'
import { CallFailure } from '../services/call-failure.ts'
import { type Context, may } from '../services/context.ts'
import { services } from '../services/services.ts'
import type { Session } from '../services/session.ts'
import { answerFailure } from './answer-failure.ts'
import { refusedFields } from './refused-fields.ts'

/** How long a call waits for a folder that is being opened. */
const openingPatience = 10_000 // ms

/**
 * Carries out any call of the contract for whoever has signed in to the session `token`, and answers a value or an error, whatever
 * comes in; it never throws.
 */
export async function dispatch(
  session: Session,
  name: string,
  input: unknown,
  token?: string,
): Promise<Outcome<unknown>> {
  const trace = session.options.newId()
  if (!isCall(name)) return failed('unknown-call', trace)
  try {
    return await carryOut(session, { name, input, token }, trace)
  } catch (error) {
    return answerFailure(session, name, trace, error)
  }
}

/** A file takes long to be made and waits where it is noted; whoever stops an import must not wait for it. */
function waitsForWriting(name: CallName): boolean {
  return (
    contract[name].kind === 'command' &&
    !('delivers' in contract[name]) &&
    !name.startsWith('imports.') &&
    name !== 'exports.cancel'
  )
}

interface Asked {
  readonly name: CallName
  readonly input: unknown
  readonly token: string | undefined
}

async function carryOut(session: Session, { name, input, token }: Asked, trace: string): Promise<Outcome<unknown>> {
  // The status is what tells a window that waits for the folder how long it still has to.
  const opened = name === 'app.status' || (await session.settled(openingPatience))
  if (!opened) return failed('not-ready', trace)
  if (contract[name].kind === 'command') session.refuseTakenAway()
  let from = admit(session, name, token)
  const checked = contract[name].input.safeParse(input)
  if (!checked.success) return failed('invalid-input', trace, refusedFields(checked.error))
  if (waitsForWriting(name) && session.writing.isClosed) {
    await session.writing.pass()
    // Meanwhile another database may have taken the place of the one before.
    from = admit(session, name, token)
  }
  // The table pairs every name with a handler for that name's input, which the compiler can not follow through a variable.
  const service = services[name] as (from: Session | Context, input: unknown, token: string | undefined) => unknown
  return { ok: true, value: await service(from, checked.data, token) }
}

/** What a call is carried out with, once it is clear that whoever makes it may. Throws CallFailure. */
function admit(session: Session, name: CallName, token: string | undefined): Session | Context {
  const { access, kind } = contract[name]
  if (access === 'anyone') return session
  const context = present(session, name, token)
  if (access === 'person' || may(context, access)) return context
  // What a screen only looks for is no attempt at anything.
  if (kind === 'command') noteRefusal(context, name)
  throw new CallFailure('not-allowed')
}

/** What only a person of a certain right decides; whoever tries it without being there is in the log. */
const guarded = /^(approval|policy|account|limit|personal)\./

function present(session: Session, name: CallName, token: string | undefined): Context {
  try {
    return session.context(token, name)
  } catch (error) {
    const { access, kind } = contract[name]
    // A window that was left open goes on saving its drafts and asking for its lists; that is no attempt at anything.
    if (error instanceof CallFailure && error.code !== 'not-ready' && kind === 'command' && guarded.test(access))
      noteRefusal({ ...session.ports, actor: session.whose(token) }, name, { code: error.code })
    throw error
  }
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}
