/** What was imported, by whom, and what each import did to which customer, so that it can be taken back (rules 16). */
export const imports = `
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  file_name TEXT NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  same INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  undone_at TEXT
) STRICT;

-- The revision that a customer had after the import; a row goes when it is taken back, and so may its customer.
CREATE TABLE imported_customers (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  customer_id INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (import_id, customer_id)
) STRICT, WITHOUT ROWID;

-- Which box each column of a sheet with these heads filled the last time.
CREATE TABLE import_mappings (
  heads TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A customer that is taken back must not be looked for in every answer that was ever given.
CREATE INDEX requests_by_customer ON requests (customer_id);
`
