import type { Context } from '../context.ts'

/** What the thread of an import writes with. */
export type ImportWriting = Pick<Context, 'db' | 'clock' | 'machine' | 'newId'> & {
  readonly actor: { readonly id: number }
}
