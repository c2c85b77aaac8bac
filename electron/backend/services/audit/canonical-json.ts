import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../shared/domain/canonical-json.ts'

export { canonicalJson } from '../../../../shared/domain/canonical-json.ts'

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The digest of a plain value. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value))
}
