import { all, type Connection, one, run } from '../database/connection.ts'

/** A view as it is kept; its content is JSON. */
export interface StoredView {
  readonly id: number
  readonly ownerId: number
  readonly owner: string
  readonly name: string
  readonly shared: number
  readonly content: string
}

const selectView = `SELECT v.id, v.owner_id AS ownerId, a.name AS owner, v.name, v.shared, v.content
  FROM list_views v JOIN actors a ON a.id = v.owner_id`

/** The views that somebody can choose: the own ones and what others share, in the order of their making. Throws SqliteError. */
export function viewsFor(db: Connection, actorId: number): StoredView[] {
  return all(db, `${selectView} WHERE v.owner_id = ? OR v.shared = 1 ORDER BY v.id`, [actorId])
}

/** One view, or nothing. Throws SqliteError. */
export function viewAt(db: Connection, id: number): StoredView | undefined {
  return one(db, `${selectView} WHERE v.id = ?`, [id])
}

/** What is kept of a view beside its id. */
export type ViewParts = Pick<StoredView, 'ownerId' | 'name' | 'shared' | 'content'>

/** Keeps a new view; answers its id. Throws SqliteError. */
export function addView(db: Connection, { ownerId, name, shared, content }: ViewParts): number {
  const sql = 'INSERT INTO list_views (owner_id, name, shared, content) VALUES (?, ?, ?, ?)'
  return run(db, sql, [ownerId, name, shared, content]).id
}

/** Changes a view. Throws SqliteError. */
export function changeView(db: Connection, id: number, { name, shared, content }: Omit<ViewParts, 'ownerId'>): void {
  run(db, 'UPDATE list_views SET name = ?, shared = ?, content = ? WHERE id = ?', [name, shared, content, id])
}

/** Takes a view away, also from whoever begins with it. Throws SqliteError. */
export function removeView(db: Connection, id: number): void {
  run(db, 'DELETE FROM list_views WHERE id = ?', [id])
}

/** How somebody keeps the list: the columns as JSON and the view to begin with. Throws SqliteError. */
export function listSettings(db: Connection, actorId: number): { layout: string | null; usual: number | null } {
  const sql = 'SELECT layout, usual_view AS usual FROM list_settings WHERE actor_id = ?'
  return one(db, sql, [actorId]) ?? { layout: null, usual: null }
}

/** Keeps somebody's columns. Throws SqliteError. */
export function putLayout(db: Connection, actorId: number, layout: string): void {
  const sql =
    'INSERT INTO list_settings (actor_id, layout) VALUES (?, ?) ON CONFLICT DO UPDATE SET layout = excluded.layout'
  run(db, sql, [actorId, layout])
}

/** Keeps which view somebody begins with. Throws SqliteError. */
export function putUsual(db: Connection, actorId: number, view: number | null): void {
  const sql =
    'INSERT INTO list_settings (actor_id, usual_view) VALUES (?, ?) ON CONFLICT DO UPDATE SET usual_view = excluded.usual_view'
  run(db, sql, [actorId, view])
}
