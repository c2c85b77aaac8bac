/**
 * Merged customers. A card that was merged keeps all its rows; `merged_into` names the card that lives on, always the last one of a
 * chain of merges, and whoever asks for that one is answered with both. Instants UTC; `changes`, `traces` and the cards are JSON.
 */
export const merge = `
ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id);
CREATE INDEX customers_by_survivor ON customers (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE merges (
  id INTEGER PRIMARY KEY,
  keep_id INTEGER NOT NULL REFERENCES customers (id),
  drop_id INTEGER NOT NULL REFERENCES customers (id),
  merged_at TEXT NOT NULL,
  merged_by INTEGER NOT NULL REFERENCES actors (id),
  reason TEXT NOT NULL,
  -- Both cards as they stood before.
  keep_before TEXT NOT NULL,
  drop_before TEXT NOT NULL,
  -- The boxes that the merge changed, from what to what.
  changes TEXT NOT NULL,
  -- What else it changed, so that it can be taken back.
  traces TEXT NOT NULL,
  keep_revision INTEGER NOT NULL,
  undone_at TEXT,
  undone_by INTEGER REFERENCES actors (id),
  undo_revision INTEGER,
  CHECK (keep_id <> drop_id)
) STRICT;
CREATE INDEX merges_by_survivor ON merges (keep_id);
CREATE UNIQUE INDEX merges_in_force ON merges (drop_id) WHERE undone_at IS NULL;
CREATE TRIGGER merges_stay BEFORE DELETE ON merges BEGIN SELECT raise(ABORT, 'merges are kept'); END;
CREATE TRIGGER merges_frozen BEFORE UPDATE OF keep_id, drop_id, merged_at, merged_by, reason, keep_before, drop_before, changes, traces,
  keep_revision ON merges BEGIN SELECT raise(ABORT, 'a merge does not change'); END;
CREATE TRIGGER merges_undone_once BEFORE UPDATE ON merges WHEN OLD.undone_at IS NOT NULL
  BEGIN SELECT raise(ABORT, 'a merge is taken back once'); END;

-- What was changed and lasts: not what a merge changed that was taken back, nor its taking back. What a merge wrote is marked, since
-- it takes nobody's earlier word away.
CREATE VIEW lasting_history AS
  SELECT h.id, h.customer_id, h.revision, h.at, h.actor_id, h.path, h.old, h.new,
    EXISTS (SELECT 1 FROM merges m WHERE m.keep_id = h.customer_id AND m.keep_revision = h.revision) AS by_merge
  FROM history h
  WHERE NOT EXISTS (SELECT 1 FROM merges m WHERE m.keep_id = h.customer_id AND m.undone_at IS NOT NULL
    AND h.revision IN (m.keep_revision, m.undo_revision));
`
