/** What was said about customers that look alike, how customers belong together, and what a scan of the whole file found. */
export const duplicates = `
-- Names and numbers are compared from now on, too; the marks of everybody are made anew when the file is opened.
DELETE FROM customer_marks;

-- 不是重复, or let through by the sales manager: stays quiet while both names are what they were. first_id is the smaller one.
CREATE TABLE duplicate_answers (
  first_id INTEGER NOT NULL REFERENCES customers (id),
  second_id INTEGER NOT NULL REFERENCES customers (id),
  answer TEXT NOT NULL,
  first_name TEXT NOT NULL,
  second_name TEXT NOT NULL,
  reason TEXT,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  at TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_answers_by_second ON duplicate_answers (second_id);

-- Of a branch link the first is the head and the second the branch.
CREATE TABLE customer_links (
  id INTEGER PRIMARY KEY,
  first_id INTEGER NOT NULL REFERENCES customers (id),
  second_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES actors (id),
  made_at TEXT NOT NULL,
  ended_by INTEGER REFERENCES actors (id),
  ended_at TEXT,
  CHECK (first_id <> second_id)
) STRICT;
CREATE UNIQUE INDEX customer_links_once ON customer_links (min(first_id, second_id), max(first_id, second_id)) WHERE ended_at IS NULL;
CREATE INDEX customer_links_by_first ON customer_links (first_id) WHERE ended_at IS NULL;
CREATE INDEX customer_links_by_second ON customer_links (second_id) WHERE ended_at IS NULL;
CREATE TRIGGER customer_links_stay BEFORE DELETE ON customer_links BEGIN SELECT raise(ABORT, 'links are ended, not deleted'); END;

CREATE TABLE duplicate_pairs (
  first_id INTEGER NOT NULL REFERENCES customers (id),
  second_id INTEGER NOT NULL REFERENCES customers (id),
  certain TEXT NOT NULL,
  shared TEXT NOT NULL,
  score INTEGER NOT NULL,
  parts TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duplicate_pairs_by_weight ON duplicate_pairs (certain = '', score DESC, first_id, second_id);
`
