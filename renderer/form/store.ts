import { changedPaths, isEmpty, sameValue, withoutEmpty } from '../../shared/catalogue/derive/value.ts'
import { isMasked, masking, maskOf, type ShownValues } from '../../shared/catalogue/derive/masking.ts'
import type { Path, Value, Values } from '../../shared/catalogue/field.ts'
import type { Changes, Draft } from '../../shared/contract/shapes.ts'
import type { Problem } from '../../shared/domain/parsed.ts'

/** One box as it stands on the screen: its value, and the text as typed while it is being typed or can not be understood. */
export interface Cell {
  readonly value: Value
  readonly entry?: string
  readonly problem?: Problem
  /** The box was left, or saving was tried, with a text that is not understood: the reason is shown. */
  readonly settled?: true
}

interface Edit {
  readonly path: Path
  readonly before: Cell
  readonly after: Cell
}

/** Reads an unfinished text of a draft again. */
type ProblemOf = (path: Path, entry: string) => Problem | undefined

type Listener = () => void

interface StoreOptions {
  readonly given?: Values
  readonly masked?: Readonly<Record<Path, string>>
}

const undoDepth = 500

/**
 * The state of one open customer file, both forms together: what was saved (`base`), what is on the screen, undo and redo.
 * Boxes subscribe one by one, so that a keystroke redraws one box.
 */
export class FileStore {
  #base: Values
  #masked: Readonly<Record<Path, string>>
  #revision: number
  #cells = new Map<Path, Cell>()
  #from = new Map<Path, Value>()
  /** Boxes of a draft behind their masks, with what they say while it is shown; they are unsaved all the same. */
  #kept = new Map<Path, { readonly mask: string; readonly shown?: Cell }>()
  #problemOf: ProblemOf = () => undefined
  #values: Values
  #done: Edit[][] = []
  #undone: Edit[][] = []
  #typingIn: Path | undefined
  #boxListeners = new Map<Path, Set<Listener>>()
  #listeners = new Set<Listener>()

  /**
   * `given` stands in boxes from the start without being saved, such as who fills in a new card; `masked` in the place of delicate
   * answers that are not on the screen.
   */
  constructor(saved: Values, revision: number, { given = {}, masked = {} }: StoreOptions = {}) {
    this.#base = withoutEmpty(saved)
    this.#masked = masked
    this.#values = { ...this.#base, ...given }
    this.#revision = revision
  }

  /** The revision that the screen is based on. */
  get revision(): number {
    return this.#revision
  }

  /** Every known answer as it stands on the screen; the same object until something changes. */
  get values(): Values {
    return this.#values
  }

  cell(path: Path): Cell {
    const cell = this.#cells.get(path)
    if (cell) return cell
    const fresh: Cell = { value: this.#values[path] ?? null }
    this.#cells.set(path, fresh)
    return fresh
  }

  /** What stands in a box in the place of what it says; nothing where it is shown, or was typed anew. */
  mask(path: Path): string | undefined {
    if (this.#isKept(path)) return this.#kept.get(path)?.mask
    return this.#values[path] === undefined && this.#cells.get(path)?.entry === undefined
      ? this.#masked[path]
      : undefined
  }

  /** Which boxes say something, masked ones by their mask: for whoever asks whether there is an answer, not which. */
  get answers(): Values {
    const kept = Object.fromEntries(this.kept.map(path => [path, this.mask(path) ?? null]))
    return { ...this.#masked, ...kept, ...this.#values }
  }

  /** Whether a box stands behind its mask. */
  get isMasked(): boolean {
    return this.kept.length > 0 || Object.keys(this.#masked).some(path => this.mask(path) !== undefined)
  }

  /** The boxes that are known by the draft alone: they are saved as they stand there. */
  get kept(): readonly Path[] {
    return [...this.#kept.keys()].filter(path => this.#isKept(path))
  }

  #isKept(path: Path): boolean {
    const kept = this.#kept.get(path)
    return kept !== undefined && kept.shown === undefined
  }

  /** Whether a delicate answer that was saved stands on the screen. */
  get showsDelicate(): boolean {
    return Object.keys(this.#base).some(isMasked)
  }

  /** Takes the masks off the boxes that are known now; `cells` are those of the draft in hand, which stay changes. */
  reveal(values: Values, cells: Draft['cells'] = {}): void {
    const lifted = Object.keys(this.#masked).filter(path => path in values && this.mask(path) !== undefined)
    this.#base = { ...this.#base, ...Object.fromEntries(lifted.map(path => [path, values[path] ?? null])) }
    this.#masked = Object.fromEntries(Object.entries(this.#masked).filter(([path]) => !lifted.includes(path)))
    for (const path of lifted) this.#write(path, { value: this.#base[path] ?? null })
    for (const path of this.kept) this.#showKept(path, cells[path])
    this.#tellAll()
  }

  /** What is shown of a draft is the person's own from now on: it stays on the screen until it is saved or asked for. */
  takeOver(): void {
    for (const path of this.#kept.keys()) if (!this.#isKept(path)) this.#kept.delete(path)
  }

  /** A box that is no longer in the draft was saved or dropped elsewhere: it says what the card says. */
  #showKept(path: Path, cell: Draft['cells'][Path] | undefined): void {
    const mask = this.mask(path) ?? ''
    this.#kept.delete(path)
    if (!cell) return
    const shown = this.#read(path, cell)
    this.#from.set(path, cell.from)
    this.#kept.set(path, { mask, shown })
    this.#write(path, shown)
  }

  /** Puts a box of a draft behind its mask, and what the card says in it with it. */
  #keep(path: Path, mask: string): void {
    const { [path]: saved, ...others } = this.#base
    if (saved !== undefined) this.#masked = { ...this.#masked, [path]: maskOf(path, saved) }
    this.#base = others
    this.#kept.set(path, { mask })
    this.#write(path, { value: null })
  }

  /** Boxes of a draft that nobody has typed in since they were shown go behind their masks again. */
  #concealKept(): Path[] {
    const rests = [...this.#kept].filter(
      ([path, { shown }]) => shown && sameCell(this.cell(path), shown) && this.isChangedAt(path),
    )
    this.takeOver()
    for (const [path, { mask }] of rests) this.#keep(path, mask)
    return rests.map(([path]) => path)
  }

  /** Puts the masks back on delicate boxes that say what was saved; what is being changed in one stays on the screen until it is saved. */
  conceal(): void {
    const kept = this.#concealKept()
    const rests = (path: Path) => isMasked(path) && !this.isChangedAt(path)
    const { values, masked } = masking(this.#base, path => !rests(path))
    const concealed = Object.keys(masked)
    this.#base = values
    this.#masked = { ...this.#masked, ...masked }
    const gone = [...kept, ...concealed]
    const stays = (step: Edit[]) => step.filter(({ path }) => !gone.includes(path))
    this.#done = this.#done.map(stays).filter(step => step.length > 0)
    this.#undone = this.#undone.map(stays).filter(step => step.length > 0)
    for (const path of concealed) this.#write(path, { value: null })
    this.#tellAll()
  }

  /** Writes a box; successive typing in one box is one step of undo. */
  set(path: Path, after: Cell, typing = false): void {
    const before = this.cell(path)
    if (sameCell(before, after)) return
    const last = this.#done.at(-1)
    if (typing && this.#typingIn === path && last) this.#done[this.#done.length - 1] = merge(last, path, after)
    else this.#done.push([{ path, before, after }])
    if (this.#done.length > undoDepth) this.#done.shift()
    this.#typingIn = typing ? path : undefined
    this.#undone = []
    this.#write(path, after)
    this.#tellAll()
  }

  /** Writes several boxes as one step of undo. */
  setAll(entries: Iterable<readonly [Path, Value]>): void {
    const edits = [...entries].map(([path, value]): Edit => ({ path, before: this.cell(path), after: { value } }))
    if (edits.length > 0) this.#step(edits)
  }

  /** Leaves a box: an understood text becomes its value, and the next typing is a new step of undo. */
  settle(path: Path): void {
    this.#typingIn = undefined
    const cell = this.cell(path)
    if (cell.entry === undefined || cell.settled) return
    this.#write(path, cell.problem ? { ...cell, settled: true } : { value: cell.value })
    this.#tellAll()
  }

  /** Leaves every box, as before a save by key while the cursor still stands in one. */
  settleAll(): void {
    for (const path of this.#cells.keys()) this.settle(path)
  }

  /** Takes the last step back and names the box where it happened. */
  undo(): Path | undefined {
    return this.#travel(this.#done, this.#undone, 'before')
  }

  redo(): Path | undefined {
    return this.#travel(this.#undone, this.#done, 'after')
  }

  /** The boxes that differ from what was saved, with what they said when the typing began. */
  changes(): Changes {
    return Object.fromEntries(
      changedPaths(this.#base, this.#values).map(path => [
        path,
        { from: this.#fromOf(path), to: this.#values[path] ?? null },
      ]),
    )
  }

  /** Whether a box says something else than what was saved. */
  isChangedAt(path: Path): boolean {
    return (
      this.#isKept(path) || !sameValue(this.#base[path], this.#values[path]) || this.cell(path).problem !== undefined
    )
  }

  /** What a box said when its typing began; a draft may have begun on an older answer than the one saved now. */
  #fromOf(path: Path): Value {
    const from = this.#from.get(path)
    return from === undefined ? (this.#base[path] ?? null) : from
  }

  /** The first box whose text can not be understood. */
  firstProblem(): Path | undefined {
    for (const [path, cell] of this.#cells) if (cell.problem) return path
    return undefined
  }

  get isChanged(): boolean {
    return (
      this.kept.length > 0 || this.firstProblem() !== undefined || changedPaths(this.#base, this.#values).length > 0
    )
  }

  /** What a draft keeps: the changed boxes and the texts that are not understood yet. */
  draftCells(): Draft['cells'] {
    const cells: Draft['cells'] = {}
    for (const [path, change] of Object.entries(this.changes())) cells[path] = { from: change.from, value: change.to }
    for (const [path, cell] of this.#cells) {
      if (cell.problem && cell.entry !== undefined)
        cells[path] = { from: this.#fromOf(path), value: cell.value, entry: cell.entry }
    }
    return cells
  }

  /** Puts a draft back on the screen as one step of undo; its delicate boxes stay behind their masks. */
  takeDraft(draft: Draft, problemOf: ProblemOf): void {
    this.#problemOf = problemOf
    // The draft was typed on an older card: whoever saved since then must show up as a conflict.
    this.#revision = Math.min(this.#revision, draft.revision)
    const edits = Object.entries(draft.cells).map(([path, cell]): Edit => {
      this.#from.set(path, cell.from)
      return { path, before: this.cell(path), after: this.#read(path, cell) }
    })
    for (const [path, mask] of Object.entries(draft.masked)) this.#keep(path, mask)
    this.#step(edits)
  }

  #read(path: Path, { value, entry }: Draft['cells'][Path]): Cell {
    const problem = entry === undefined ? undefined : this.#problemOf(path, entry)
    return problem && entry !== undefined ? { value, entry, problem, settled: true } : { value }
  }

  /**
   * Takes over what the database holds now. Boxes in `sent` that still say what was sent count as saved; a box that was typed in
   * meanwhile keeps its text as a change, of what it said before where the answer that stands now is masked. `kept` are the boxes of the
   * draft that were saved with it.
   */
  rebase(
    { values, masked }: ShownValues,
    revision: number,
    sent: Readonly<Record<Path, Value>>,
    kept: readonly Path[] = [],
  ): void {
    const before = this.#base
    this.takeOver()
    for (const path of kept) this.#kept.delete(path)
    const isUntouched = (path: Path) =>
      sameValue(this.cell(path).value, path in sent ? sent[path] : before[path]) && !this.cell(path).problem
    const now = masking(withoutEmpty(values), path => !this.#isKept(path))
    const hidden = { ...masked, ...now.masked }
    const held = Object.keys(hidden).filter(path => before[path] !== undefined && !isUntouched(path))
    this.#base = { ...now.values, ...Object.fromEntries(held.map(path => [path, before[path] ?? null])) }
    this.#masked = Object.fromEntries(Object.entries(hidden).filter(([path]) => !held.includes(path)))
    this.#revision = revision
    this.#from.clear()
    const paths = new Set([...changedPaths(before, this.#base), ...Object.keys(sent), ...Object.keys(this.#masked)])
    for (const path of [...paths].filter(isUntouched)) {
      const { entry } = this.cell(path)
      this.#write(path, { value: this.#base[path] ?? null, ...(entry === undefined ? {} : { entry }) })
    }
    this.#tellAll()
  }

  /** Ends undo and redo: what was submitted is not taken back by a key. */
  forgetSteps(): void {
    this.#done = []
    this.#undone = []
    this.#typingIn = undefined
  }

  /** Calls back when one box changes. */
  subscribe(path: Path, listener: Listener): () => void {
    const listeners = this.#boxListeners.get(path) ?? new Set()
    this.#boxListeners.set(path, listeners)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Calls back when anything changes. */
  subscribeAll(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Several boxes at once are one step of undo, and end whatever was being typed or could be redone. */
  #step(edits: Edit[]): void {
    this.#done.push(edits)
    if (this.#done.length > undoDepth) this.#done.shift()
    this.#undone = []
    this.#typingIn = undefined
    for (const edit of edits) this.#write(edit.path, edit.after)
    this.#tellAll()
  }

  #travel(from: Edit[][], to: Edit[][], side: 'before' | 'after'): Path | undefined {
    const step = from.pop()
    if (!step) return undefined
    to.push(step)
    this.#typingIn = undefined
    for (const edit of side === 'before' ? [...step].reverse() : step) this.#write(edit.path, settled(edit[side]))
    this.#tellAll()
    return step[0]?.path
  }

  #write(path: Path, cell: Cell): void {
    this.#cells.set(path, cell)
    if (!sameValue(this.#values[path], cell.value)) {
      const { [path]: _, ...others } = this.#values
      this.#values = isEmpty(cell.value) ? others : { ...others, [path]: cell.value }
    }
    for (const listener of this.#boxListeners.get(path) ?? []) listener()
  }

  #tellAll(): void {
    for (const listener of this.#listeners) listener()
  }
}

function merge(step: Edit[], path: Path, after: Cell): Edit[] {
  return step.map(edit => (edit.path === path ? { ...edit, after } : edit))
}

function sameCell(one: Cell, other: Cell): boolean {
  return one.entry === other.entry && sameValue(one.value, other.value)
}

/** A box reached by undo is not being typed in: only a text that is not understood stays as text. */
function settled(cell: Cell): Cell {
  return cell.problem ? { ...cell, settled: true } : { value: cell.value }
}
