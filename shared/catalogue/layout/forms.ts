import { kh001 } from './kh001.ts'
import { kh002 } from './kh002.ts'
import type { FormLayout, FormName } from './layout.ts'

/** The two paper forms by their number. */
export const forms: Readonly<Record<FormName, FormLayout>> = { KH001: kh001, KH002: kh002 }
