import { languages } from '../../../../shared/text/language.ts'
import { importingTexts } from '../../../../shared/text/importing.ts'
import type { TableKind } from '../../../../shared/domain/imports.ts'
import type { Connection } from '../../database/connection.ts'
import { putMapping, rememberedMapping, type RememberedMapping } from '../../repositories/imports.ts'
import { sha256 } from '../audit/canonical-json.ts'

/** The first of some kinds as which a sheet with these heads was imported before, and what its columns filled. Throws SqliteError. */
export function rememberedAs(
  db: Connection,
  kinds: readonly TableKind[],
  heads: readonly string[],
): { readonly kind: TableKind; readonly columns: RememberedMapping } | undefined {
  for (const kind of kinds) {
    const columns = rememberedMapping(db, headsKey(kind, heads))
    if (columns) return { kind, columns }
  }
  return undefined
}

/** Remembers what the columns of a sheet filled. Throws SqliteError. */
export function remember(
  db: Connection,
  {
    kind,
    heads,
    columns,
  }: { readonly kind: TableKind; readonly heads: readonly string[]; readonly columns: RememberedMapping },
  at: string,
): void {
  putMapping(db, headsKey(kind, heads), columns, at)
}

const reasons = new Set(languages.map(language => importingTexts(language).why))

/** Sheets with the same heads are alike, whatever the order of their columns; 错误说明 is only there when its rows come back. */
function headsKey(kind: TableKind, heads: readonly string[]): string {
  const own = heads.filter(head => head !== '' && !reasons.has(head)).sort()
  return sha256(JSON.stringify(kind === 'customers' ? own : { kind, heads: own }))
}
