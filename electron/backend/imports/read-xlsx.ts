import { posix } from 'node:path'
import { zipEntries } from '../files/zip-entries.ts'
import { sheetRows } from './sheet-rows.ts'
import { TableError, type TableSheet } from './table.ts'
import { type Archive, isTrue, readNumberKinds, readSharedStrings, readWhole } from './xlsx-parts.ts'

interface SheetEntry {
  readonly name: string
  readonly isHidden: boolean
  readonly relation: string
}

/**
 * The sheets of a workbook as Excel, WPS, LibreOffice and programs with prefixed or strict namespaces write it.
 * @throws TableError
 */
export async function openXlsx(bytes: Buffer): Promise<readonly TableSheet[]> {
  const archive = openArchive(bytes)
  const main = await mainPart(archive)
  const { sheets, from1904 } = await readContents(archive, main)
  const relations = await readRelations(archive, main)
  const byKind = (kind: string) => [...relations.values()].find(relation => relation.kind === kind)?.target
  const strings = once(async () => {
    const part = byKind('sharedStrings')
    return part === undefined ? [] : readSharedStrings(archive, part)
  })
  const kinds = once(async () => {
    const part = byKind('styles')
    return part === undefined ? [] : readNumberKinds(archive, part)
  })
  return sheets.flatMap(({ name, isHidden, relation }): TableSheet[] => {
    const part = relations.get(relation)
    if (part?.kind !== 'worksheet') return [] // a sheet may be a chart
    return [
      {
        name,
        isHidden,
        knowsText: true,
        from1904,
        async *rows(work) {
          yield* sheetRows(
            { archive, part: part.target, strings: await strings(), kinds: await kinds(), from1904 },
            work,
          )
        },
      },
    ]
  })
}

function openArchive(bytes: Buffer): Archive {
  const list = zipEntries(bytes)
  if (!list) throw new TableError('damaged')
  const entries = new Map(list.map(entry => [entry.name.toLowerCase(), entry]))
  const names = [...entries.keys()]
  if (names.some(name => /(^|\/)vba[^/]*\.bin$|^xl\/macrosheets\//.test(name))) throw new TableError('macro-file')
  if (!entries.has('[content_types].xml') || !names.some(name => /workbook\d*\.xml$/.test(name)))
    throw new TableError('other-format')
  return { bytes, entries }
}

async function mainPart(archive: Archive): Promise<string> {
  if (!archive.entries.has('_rels/.rels')) return 'xl/workbook.xml'
  const relations = await readRelations(archive, '')
  return [...relations.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
}

async function readContents(archive: Archive, main: string) {
  const sheets: SheetEntry[] = []
  let from1904 = false
  await readWhole(archive, main, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (tag !== 'sheet') return
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      const isHidden = /hidden/i.test(attributes.state ?? '')
      sheets.push({ name: attributes.name ?? '', isHidden, relation })
    },
    text() {
      // The contents are attributes only.
    },
    close() {
      // Sheets hold nothing here.
    },
  })
  return { sheets, from1904 }
}

/** Where the parts are that a part refers to, by the id of the reference; '' stands for the whole file. */
async function readRelations(archive: Archive, part: string) {
  const folder = posix.dirname(part)
  const name = part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations = new Map<string, { readonly kind: string; readonly target: string }>()
  await readWhole(archive, name, {
    open(tag, { Id: id, Type: type = '', Target: target = '' }) {
      if (tag !== 'Relationship' || id === undefined) return
      const path = target.startsWith('/') ? target.slice(1) : posix.join(part === '' ? '' : folder, target)
      relations.set(id, { kind: posix.basename(type), target: path })
    },
    text() {
      // References are attributes only.
    },
    close() {
      // They hold nothing.
    },
  })
  return relations
}

/** Reads at the first time it is asked for and remembers the answer. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= read())
}
