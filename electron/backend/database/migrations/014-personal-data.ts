/**
 * What the company holds personal data for, what each person agreed to, what people have asked for, and what is kept on after its time
 * (rules 11). A consent means the person of that name on the card, wherever in the table of people the name stands.
 */
export const personalData = `
CREATE TABLE personal_purposes (
  id INTEGER PRIMARY KEY,
  class TEXT NOT NULL,
  purpose TEXT NOT NULL,
  necessity TEXT NOT NULL,
  retention_months INTEGER NOT NULL CHECK (retention_months > 0),
  needs_consent INTEGER NOT NULL CHECK (needs_consent IN (0, 1)),
  set_at TEXT NOT NULL,
  set_by INTEGER NOT NULL REFERENCES actors (id)
) STRICT;
CREATE INDEX personal_purposes_by_class ON personal_purposes (class, id);
CREATE TRIGGER personal_purposes_frozen BEFORE UPDATE ON personal_purposes BEGIN SELECT raise(ABORT, 'a purpose gets a new version'); END;
CREATE TRIGGER personal_purposes_stay BEFORE DELETE ON personal_purposes BEGIN SELECT raise(ABORT, 'purposes are kept'); END;

CREATE TABLE consents (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  class TEXT NOT NULL,
  given_on TEXT NOT NULL,
  manner TEXT NOT NULL,
  note TEXT,
  attachment_id INTEGER REFERENCES attachments (id),
  recorded_at TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES actors (id),
  withdrawn_on TEXT,
  withdrawn_at TEXT,
  withdrawn_by INTEGER REFERENCES actors (id),
  withdrawal_note TEXT
) STRICT;
CREATE INDEX consents_by_customer ON consents (customer_id);
CREATE TRIGGER consents_given BEFORE UPDATE OF customer_id, subject, class, given_on, manner, recorded_at, recorded_by ON consents
  BEGIN SELECT raise(ABORT, 'a consent does not change'); END;
CREATE TRIGGER consents_withdrawn BEFORE UPDATE OF withdrawn_on, withdrawn_at, withdrawn_by ON consents WHEN OLD.withdrawn_on IS NOT NULL
  BEGIN SELECT raise(ABORT, 'a withdrawal does not change'); END;
CREATE TRIGGER consents_stay BEFORE DELETE ON consents BEGIN SELECT raise(ABORT, 'consents are kept'); END;

-- Whose identity paper an attachment is.
CREATE TABLE attachment_persons (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachments (id),
  subject TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE personal_requests (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES actors (id),
  state TEXT NOT NULL,
  outcome TEXT,
  closed_at TEXT,
  closed_by INTEGER REFERENCES actors (id)
) STRICT;
CREATE INDEX personal_requests_by_state ON personal_requests (state, due_on);
CREATE INDEX personal_requests_by_customer ON personal_requests (customer_id);
CREATE TRIGGER personal_requests_stay BEFORE DELETE ON personal_requests BEGIN SELECT raise(ABORT, 'requests are kept'); END;
CREATE TRIGGER personal_requests_closed BEFORE UPDATE OF kind, received_on, due_on, state, closed_at, closed_by ON personal_requests
  WHEN OLD.state <> 'open' BEGIN SELECT raise(ABORT, 'a closed request does not change'); END;

CREATE TABLE retention_extensions (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  class TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by INTEGER NOT NULL REFERENCES actors (id)
) STRICT;
CREATE INDEX retention_extensions_by_customer ON retention_extensions (customer_id, class);
`
