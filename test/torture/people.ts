import { setTimeout } from 'node:timers/promises'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import { samplePassword } from '../../shared/domain/sample.ts'
import type { Victim } from './victim.ts'

/** Somebody of the sample company at work in the process. */
export interface Person {
  readonly victim: Victim
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
}

/** Waits until the folder is open. Throws an Error where it can not be opened, Killed. */
export async function opened(victim: Victim): Promise<void> {
  for (;;) {
    const { phase, problem } = await victim.ask('app.status', {})
    if (phase === 'broken') throw new Error(`the folder could not be opened: ${problem?.code ?? ''}`)
    if (phase !== 'opening') return
    await setTimeout(5)
  }
}

/** Lets somebody sign in with the first thing that is asked for: a password takes longer to look at than most jobs take. */
export function signInWhenAsked(victim: Victim, name: string): Person {
  let person: Promise<Person> | undefined
  return {
    victim,
    async ask(call, input) {
      person ??= signIn(victim, name)
      return (await person).ask(call, input)
    },
  }
}

/** Lets somebody sign in. */
export async function signIn(victim: Victim, name: string): Promise<Person> {
  const { people } = await victim.ask('session.people', {})
  const id = people.find(person => person.name === name)?.id
  if (id === undefined) throw new Error(`nobody is called ${name}`)
  const { session } = await victim.ask('session.signIn', { id, password: samplePassword })
  return { victim, ask: (call, input) => victim.ask(call, input, session) }
}
