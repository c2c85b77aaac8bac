/** What was said about two customers is kept for each pair of names: a name that is only asked for takes nothing away (rules 8, 17). */
export const pairAnswers = `
CREATE TABLE answers_by_name (
  first_id INTEGER NOT NULL REFERENCES customers (id),
  second_id INTEGER NOT NULL REFERENCES customers (id),
  answer TEXT NOT NULL,
  first_name TEXT NOT NULL,
  second_name TEXT NOT NULL,
  reason TEXT,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  at TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id, first_name, second_name),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
INSERT INTO answers_by_name (first_id, second_id, answer, first_name, second_name, reason, actor_id, at)
  SELECT first_id, second_id, answer, first_name, second_name, reason, actor_id, at FROM duplicate_answers;
DROP TABLE duplicate_answers;
ALTER TABLE answers_by_name RENAME TO duplicate_answers;
CREATE INDEX duplicate_answers_by_second ON duplicate_answers (second_id);
`
