/**
 * What customers are found by, and an index of it. The texts that were kept before are dropped: the program makes them anew after
 * it has opened, as their shape is its own. `search_fresh` names the customers whose text is newer than the index; a segment of the
 * index is always read as one part, which is only put in its place when it is whole.
 */
export const search = `
DROP TABLE customer_search;
CREATE TABLE customer_search (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  facts TEXT NOT NULL,
  shown TEXT NOT NULL
) STRICT;

CREATE TABLE search_fresh (
  customer_id INTEGER PRIMARY KEY,
  changes INTEGER NOT NULL
) STRICT;

CREATE TABLE search_segments (
  segment INTEGER PRIMARY KEY,
  part INTEGER NOT NULL
) STRICT;

CREATE TABLE search_grams (
  part INTEGER NOT NULL,
  gram TEXT NOT NULL,
  places BLOB NOT NULL,
  PRIMARY KEY (part, gram)
) STRICT, WITHOUT ROWID;
`
