/** How people keep the list of customers: named views, and each person's own columns. The contents are JSON of the contract. */
export const listViews = `
CREATE TABLE list_views (
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL REFERENCES actors (id),
  name TEXT NOT NULL,
  shared INTEGER NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (owner_id, name)
) STRICT;

CREATE TABLE list_settings (
  actor_id INTEGER PRIMARY KEY REFERENCES actors (id),
  layout TEXT,
  usual_view INTEGER REFERENCES list_views (id) ON DELETE SET NULL
) STRICT;
`
