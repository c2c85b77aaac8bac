import { freezesWithCredit, mayRead, mayWrite } from '../../../shared/catalogue/derive/sections.ts'
import type { Path } from '../../../shared/catalogue/field.ts'
import type { Right } from '../../../shared/domain/roles.ts'

/** What decides which boxes of an open file may be written. */
export interface FileStanding {
  /** Nothing may be written: the customer is archived, or a draft waits for an answer. */
  readonly isClosed: boolean
  /** The KH002 in hand was submitted; the facts that KH001 shares stay open. */
  readonly isFrozen: boolean
  readonly rights: readonly Right[]
  /** Boxes for which a change waits for its approval; another one has to wait for it. */
  readonly pending?: { readonly has: (path: Path) => boolean }
}

/** Which boxes the person at the screen may write and which they may see. */
export interface BoxAccess {
  readonly isReadOnly: (path: Path) => boolean
  readonly isHidden: (path: Path) => boolean
}

/** Answers for every box by itself: whether it is closed, frozen with a submission, or not the person's to write or to see. */
export function boxAccess({ isClosed, isFrozen, rights, pending }: FileStanding): BoxAccess {
  return {
    isReadOnly: path =>
      isClosed || (isFrozen && freezesWithCredit(path)) || !mayWrite(path, rights) || pending?.has(path) === true,
    isHidden: path => !mayRead(path, rights),
  }
}
