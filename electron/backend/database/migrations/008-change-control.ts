/** Change control of the card (rules 7, 17): formal customers, change requests, and what was true before. Instants UTC, days ISO, values JSON. */
export const changeControl = `
-- When a card became a 正式客户 (rules 21), which it stays.
ALTER TABLE customers ADD COLUMN formal_since TEXT;
ALTER TABLE customers ADD COLUMN archive_reason TEXT;
ALTER TABLE customers ADD COLUMN archived_by INTEGER REFERENCES actors (id);
-- Whoever let a change of a key box through; the actor is the one who asked for it.
ALTER TABLE history ADD COLUMN approved_by INTEGER REFERENCES actors (id);

CREATE TABLE change_requests (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  requested_by INTEGER NOT NULL REFERENCES actors (id),
  requested_at TEXT NOT NULL,
  decided_by INTEGER REFERENCES actors (id),
  decided_at TEXT,
  opinion TEXT,
  callback TEXT,
  callback_by INTEGER REFERENCES actors (id),
  callback_at TEXT
) STRICT;
CREATE INDEX change_requests_by_customer ON change_requests (customer_id);
CREATE INDEX change_requests_by_state ON change_requests (state);

CREATE TABLE change_items (
  request_id INTEGER NOT NULL REFERENCES change_requests (id),
  path TEXT NOT NULL,
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  PRIMARY KEY (request_id, path)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER change_requests_stay BEFORE DELETE ON change_requests BEGIN SELECT raise(ABORT, 'change requests are kept'); END;
CREATE TRIGGER change_requests_decided BEFORE UPDATE ON change_requests WHEN OLD.state <> 'pending'
  BEGIN SELECT raise(ABORT, 'a decided change request does not change'); END;
CREATE TRIGGER change_requests_frozen BEFORE UPDATE OF customer_id, reason, requested_by, requested_at ON change_requests
  BEGIN SELECT raise(ABORT, 'what was asked for does not change'); END;
CREATE TRIGGER change_requests_not_own BEFORE UPDATE ON change_requests
  WHEN (NEW.state IN ('approved', 'returned') AND NEW.decided_by IS OLD.requested_by) OR NEW.callback_by = OLD.requested_by
  BEGIN SELECT raise(ABORT, 'nobody approves a change of their own'); END;
CREATE TRIGGER change_requests_called_back BEFORE UPDATE OF state ON change_requests
  WHEN NEW.state = 'approved' AND coalesce(json_extract(NEW.callback, '$.agrees'), 0) <> 1
    AND EXISTS (SELECT 1 FROM change_items WHERE request_id = OLD.id AND path = 'customer.bankAccountNo')
  BEGIN SELECT raise(ABORT, 'another bank account needs a call-back'); END;
CREATE TRIGGER change_items_frozen BEFORE UPDATE ON change_items BEGIN SELECT raise(ABORT, 'what was asked for does not change'); END;
CREATE TRIGGER change_items_stay BEFORE DELETE ON change_items BEGIN SELECT raise(ABORT, 'change requests are kept'); END;
CREATE TRIGGER change_items_replace_none BEFORE INSERT ON change_items
  WHEN EXISTS (SELECT 1 FROM change_items WHERE request_id = NEW.request_id AND path = NEW.path)
  BEGIN SELECT raise(ABORT, 'what was asked for does not change'); END;
CREATE TRIGGER change_items_one_pending BEFORE INSERT ON change_items
  WHEN EXISTS (SELECT 1 FROM change_items i JOIN change_requests r ON r.id = i.request_id
    WHERE i.path = NEW.path AND r.state = 'pending'
      AND r.customer_id = (SELECT customer_id FROM change_requests WHERE id = NEW.request_id))
  BEGIN SELECT raise(ABORT, 'one change of a box waits at a time'); END;

CREATE TABLE former_names (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  name TEXT NOT NULL,
  until TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actors (id)
) STRICT;
CREATE INDEX former_names_by_customer ON former_names (customer_id);

-- 旧证号: numbers that a 统一社会信用代码 took the place of; kind names the box that they stood in.
CREATE TABLE old_numbers (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  until TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actors (id)
) STRICT;
CREATE INDEX old_numbers_by_customer ON old_numbers (customer_id);

-- Every bank account with its first and last day; the one without a last day is that of the card.
CREATE TABLE bank_accounts (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  account TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT
) STRICT;
CREATE INDEX bank_accounts_by_customer ON bank_accounts (customer_id);
INSERT INTO bank_accounts (customer_id, account, from_on)
  SELECT c.id, c.bank_account_no, date(coalesce(
    (SELECT max(h.at) FROM history h WHERE h.customer_id = c.id AND h.path = 'customer.bankAccountNo'), c.created_at), 'localtime')
  FROM customers c WHERE c.bank_account_no IS NOT NULL ORDER BY c.id;
-- Cards that were there before are looked at once, when the database is opened.
INSERT INTO settings (key, value) SELECT 'formalUnread', '1' WHERE EXISTS (SELECT 1 FROM customers);
`
