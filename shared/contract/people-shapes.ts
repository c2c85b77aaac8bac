import * as z from 'zod'
import { posts, rights, roles } from '../domain/roles.ts'

export const personId = z.int().positive()
export const person = z.object({ id: personId, name: z.string() })
export type Person = z.infer<typeof person>

export const post = z.enum(posts)
export const role = z.enum(roles)
export const right = z.enum(rights)

/** A calendar day, ISO. */
export const day = z.iso.date()
/** An amount in 分. */
export const fen = z.int().min(0).max(900_000_000_000_000)
export const reason = z.string().trim().max(2000)
export const password = z.string().min(1).max(200)
/** A password that is being chosen: at least eight characters. */
export const newPassword = z.string().min(8).max(200)
