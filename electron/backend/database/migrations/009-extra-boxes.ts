/** Boxes that a company adds, their typed answers, tags, and the days of a card: when it was filed and last found right (rules 21). */
export const extraBoxes = `
CREATE TABLE extra_boxes (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
  place INTEGER NOT NULL,
  label TEXT NOT NULL,
  label_zh_tw TEXT,
  label_en TEXT,
  retired_at TEXT,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES actors (id)
) STRICT;

CREATE TABLE extra_options (
  box_id INTEGER NOT NULL REFERENCES extra_boxes (id),
  code TEXT NOT NULL,
  place INTEGER NOT NULL,
  label TEXT NOT NULL,
  label_zh_tw TEXT,
  label_en TEXT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  PRIMARY KEY (box_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE extra_answers (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  box_id INTEGER NOT NULL REFERENCES extra_boxes (id),
  text_value TEXT,
  number_value REAL,
  date_value TEXT,
  choice_value TEXT,
  PRIMARY KEY (customer_id, box_id),
  FOREIGN KEY (box_id, choice_value) REFERENCES extra_options (box_id, code),
  CHECK ((text_value IS NOT NULL) + (number_value IS NOT NULL) + (date_value IS NOT NULL) + (choice_value IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX extra_answers_by_box ON extra_answers (box_id);

CREATE TABLE tags (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  tag TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by INTEGER NOT NULL REFERENCES actors (id),
  PRIMARY KEY (customer_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (tag, customer_id);

CREATE TABLE card_facts (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  filed_on TEXT,
  checked_on TEXT,
  checked_by INTEGER REFERENCES actors (id),
  no_code_reason TEXT
) STRICT;
CREATE INDEX customers_by_age ON customers (archived_at, created_at);

-- A database that holds nobody yet has no figures of 完整度 that would have to be made anew.
INSERT INTO settings (key, value) SELECT 'weightsVersion', '1' WHERE NOT EXISTS (SELECT 1 FROM customers);
`
