import type * as z from 'zod'
import type { Right } from '../domain/roles.ts'

/** Who may make a call: `anyone` also before signing in; `person` whoever is signed in; else whoever has the right. */
export type Access = 'anyone' | 'person' | Right

/** One call of the contract. A command changes something; `delivers` means that it answers with a file in the outbox. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
  readonly access: Access
  readonly delivers?: true
}

type Parts<I extends z.ZodType, O extends z.ZodType> = Omit<Call<I, O>, 'kind'>

/** Describes a call that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Call<I, O> {
  return { kind: 'query', ...parts }
}

/** Describes a call that changes something. */
export function command<I extends z.ZodType, O extends z.ZodType>(parts: Parts<I, O>): Call<I, O> {
  return { kind: 'command', ...parts }
}
