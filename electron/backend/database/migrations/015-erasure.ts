/**
 * What one person asked to be forgotten (rules 6, 11). A salt holds from a row of the log on until it is forgotten; a record that does
 * not change may be rewritten once for each erasure that names it, in the transaction of that erasure. `logged_in` is the row of the
 * log that tells of it, `digest` what a rewritten record amounts to from then on.
 */
export const erasure = `
ALTER TABLE audit_salts RENAME TO salts_before;
CREATE TABLE audit_salts (
  object TEXT NOT NULL,
  from_seq INTEGER NOT NULL,
  salt TEXT,
  forgotten_in INTEGER,
  PRIMARY KEY (object, from_seq),
  CHECK ((salt IS NULL) = (forgotten_in IS NOT NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO audit_salts (object, from_seq, salt) SELECT object, 0, salt FROM salts_before;
DROP TABLE salts_before;

CREATE TABLE erasures (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  subject TEXT NOT NULL,
  scope TEXT NOT NULL,
  erased_at TEXT NOT NULL,
  erased_by INTEGER NOT NULL REFERENCES actors (id),
  logged_in INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX erasures_by_customer ON erasures (customer_id);
CREATE TABLE erased_records (
  erasure_id INTEGER NOT NULL REFERENCES erasures (id),
  kind TEXT NOT NULL CHECK (kind IN ('submission', 'verification', 'packet', 'merge', 'changeRequest')),
  record TEXT NOT NULL,
  digest TEXT,
  PRIMARY KEY (erasure_id, kind, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_records_by_record ON erased_records (kind, record);
CREATE TRIGGER erasures_replace_none BEFORE INSERT ON erasures
  WHEN EXISTS (SELECT 1 FROM erasures WHERE id = NEW.id OR logged_in = NEW.logged_in)
  BEGIN SELECT raise(ABORT, 'an erasure does not change'); END;
CREATE TRIGGER erasures_frozen BEFORE UPDATE ON erasures BEGIN SELECT raise(ABORT, 'an erasure does not change'); END;
CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures BEGIN SELECT raise(ABORT, 'erasures are kept'); END;
CREATE TRIGGER erased_records_replace_none BEFORE INSERT ON erased_records
  WHEN EXISTS (SELECT 1 FROM erased_records WHERE erasure_id = NEW.erasure_id AND kind = NEW.kind AND record = NEW.record)
  BEGIN SELECT raise(ABORT, 'an erasure does not change'); END;
CREATE TRIGGER erased_records_frozen BEFORE UPDATE ON erased_records BEGIN SELECT raise(ABORT, 'an erasure does not change'); END;
CREATE TRIGGER erased_records_stay BEFORE DELETE ON erased_records BEGIN SELECT raise(ABORT, 'erasures are kept'); END;

-- The last erasure that rewrote a record: each one can do so once.
ALTER TABLE submissions ADD COLUMN erased_in INTEGER REFERENCES erasures (id);
ALTER TABLE verifications ADD COLUMN erased_in INTEGER REFERENCES erasures (id);
ALTER TABLE packets ADD COLUMN erased_in INTEGER REFERENCES erasures (id);
ALTER TABLE merges ADD COLUMN erased_in INTEGER REFERENCES erasures (id);
ALTER TABLE change_requests ADD COLUMN erased_in INTEGER REFERENCES erasures (id);
ALTER TABLE change_items ADD COLUMN erased_in INTEGER REFERENCES erasures (id);
-- The rows that an erasure itself left behind: whoever carried it out has no hand in what the card says.
ALTER TABLE history ADD COLUMN erasure_id INTEGER REFERENCES erasures (id);

DROP TRIGGER submissions_frozen;
CREATE TRIGGER submissions_frozen BEFORE UPDATE ON submissions
  WHEN NEW.id IS NOT OLD.id OR NEW.application_id IS NOT OLD.application_id OR NEW.revision IS NOT OLD.revision
    OR NEW.submitted_by IS NOT OLD.submitted_by OR NEW.submitted_at IS NOT OLD.submitted_at OR NEW.submitted_on IS NOT OLD.submitted_on
    OR NEW.total_limit IS NOT OLD.total_limit OR NEW.matrix IS NOT OLD.matrix OR NEW.flags IS NOT OLD.flags
    OR coalesce(NEW.erased_in, 0) <= coalesce(OLD.erased_in, 0) OR NOT EXISTS (
      SELECT 1 FROM erased_records WHERE erasure_id = NEW.erased_in AND kind = 'submission' AND record = OLD.id || '' AND digest = NEW.digest)
  BEGIN SELECT raise(ABORT, 'a submission does not change'); END;

DROP TRIGGER verifications_frozen;
CREATE TRIGGER verifications_frozen BEFORE UPDATE ON verifications
  WHEN NEW.id IS NOT OLD.id OR NEW.customer_id IS NOT OLD.customer_id OR NEW.item IS NOT OLD.item OR NEW.checked_on IS NOT OLD.checked_on
    OR NEW.verifier_id IS NOT OLD.verifier_id OR NEW.note IS NOT OLD.note OR NEW.recorded_at IS NOT OLD.recorded_at
    OR coalesce(NEW.erased_in, 0) <= coalesce(OLD.erased_in, 0) OR NOT EXISTS (
      SELECT 1 FROM erased_records WHERE erasure_id = NEW.erased_in AND kind = 'verification' AND record = OLD.id || '')
  BEGIN SELECT raise(ABORT, 'a verification does not change'); END;

DROP TRIGGER merges_frozen;
CREATE TRIGGER merges_frozen BEFORE UPDATE OF keep_id, drop_id, merged_at, merged_by, reason, keep_before, drop_before, changes, traces,
  keep_revision, erased_in ON merges
  WHEN NEW.keep_id IS NOT OLD.keep_id OR NEW.drop_id IS NOT OLD.drop_id OR NEW.merged_at IS NOT OLD.merged_at
    OR NEW.merged_by IS NOT OLD.merged_by OR NEW.reason IS NOT OLD.reason OR NEW.traces IS NOT OLD.traces
    OR NEW.keep_revision IS NOT OLD.keep_revision
    OR coalesce(NEW.erased_in, 0) <= coalesce(OLD.erased_in, 0) OR NOT EXISTS (
      SELECT 1 FROM erased_records WHERE erasure_id = NEW.erased_in AND kind = 'merge' AND record = OLD.id || '')
  BEGIN SELECT raise(ABORT, 'a merge does not change'); END;
DROP TRIGGER merges_undone_once;
CREATE TRIGGER merges_undone_once BEFORE UPDATE OF undone_at, undone_by, undo_revision ON merges WHEN OLD.undone_at IS NOT NULL
  BEGIN SELECT raise(ABORT, 'a merge is taken back once'); END;

DROP TRIGGER change_requests_decided;
CREATE TRIGGER change_requests_decided BEFORE UPDATE ON change_requests
  WHEN OLD.state <> 'pending' AND (NEW.id IS NOT OLD.id OR NEW.state IS NOT OLD.state OR NEW.decided_by IS NOT OLD.decided_by
    OR NEW.decided_at IS NOT OLD.decided_at OR NEW.opinion IS NOT OLD.opinion OR NEW.callback_by IS NOT OLD.callback_by
    OR NEW.callback_at IS NOT OLD.callback_at
    OR coalesce(NEW.erased_in, 0) <= coalesce(OLD.erased_in, 0) OR NOT EXISTS (
      SELECT 1 FROM erased_records WHERE erasure_id = NEW.erased_in AND kind = 'changeRequest' AND record = OLD.id || ''))
  BEGIN SELECT raise(ABORT, 'a decided change request does not change'); END;
DROP TRIGGER change_items_frozen;
CREATE TRIGGER change_items_frozen BEFORE UPDATE ON change_items
  WHEN NEW.request_id IS NOT OLD.request_id OR NEW.path IS NOT OLD.path
    OR coalesce(NEW.erased_in, 0) <= coalesce(OLD.erased_in, 0) OR NOT EXISTS (
      SELECT 1 FROM erased_records WHERE erasure_id = NEW.erased_in AND kind = 'changeRequest' AND record = OLD.request_id || '')
  BEGIN SELECT raise(ABORT, 'what was asked for does not change'); END;

DROP VIEW lasting_history;
CREATE VIEW lasting_history AS
  SELECT h.id, h.customer_id, h.revision, h.at, h.actor_id, h.path, h.old, h.new,
    EXISTS (SELECT 1 FROM merges m WHERE m.keep_id = h.customer_id AND m.keep_revision = h.revision) AS by_merge
  FROM history h
  WHERE h.erasure_id IS NULL AND NOT EXISTS (SELECT 1 FROM merges m WHERE m.keep_id = h.customer_id AND m.undone_at IS NOT NULL
    AND h.revision IN (m.keep_revision, m.undo_revision));
`
