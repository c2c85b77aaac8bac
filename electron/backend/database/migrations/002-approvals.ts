/** Accounts, the audit log, attachments and verification, and the approval chain. Amounts are 分, days ISO dates, instants UTC. */
export const approvals = `
ALTER TABLE actors ADD COLUMN staff_no TEXT;
ALTER TABLE actors ADD COLUMN phone TEXT;
ALTER TABLE actors ADD COLUMN address TEXT;
ALTER TABLE actors ADD COLUMN bank_account_no TEXT;
CREATE UNIQUE INDEX actors_by_staff_no ON actors (staff_no) WHERE staff_no IS NOT NULL;

-- What a command answered a person, so that it is carried out once however often it is sent.
CREATE TABLE answers (
  request_id TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  call TEXT NOT NULL,
  at TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (request_id, actor_id, call)
) STRICT, WITHOUT ROWID;

-- One account a person: the key is the person.
CREATE TABLE accounts (
  actor_id INTEGER PRIMARY KEY REFERENCES actors (id),
  password TEXT NOT NULL,
  must_change INTEGER NOT NULL,
  password_set_at TEXT NOT NULL,
  password_set_by INTEGER NOT NULL REFERENCES actors (id),
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  disabled_at TEXT,
  last_sign_in_at TEXT
) STRICT;

CREATE TABLE roles (
  actor_id INTEGER NOT NULL REFERENCES accounts (actor_id),
  role TEXT NOT NULL,
  given_at TEXT NOT NULL,
  given_by INTEGER NOT NULL REFERENCES actors (id),
  PRIMARY KEY (actor_id, role)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER roles_apart BEFORE INSERT ON roles
  WHEN EXISTS (SELECT 1 FROM roles h WHERE h.actor_id = NEW.actor_id
    AND ((NEW.role = 'administrator' AND h.role IN ('officeHead', 'salesManager', 'marketingVp', 'generalManager'))
      OR (h.role = 'administrator' AND NEW.role IN ('officeHead', 'salesManager', 'marketingVp', 'generalManager'))))
  BEGIN SELECT raise(ABORT, 'an administrator holds no post'); END;

CREATE TABLE sessions (
  token_digest TEXT PRIMARY KEY,
  actor_id INTEGER NOT NULL REFERENCES accounts (actor_id),
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  locked_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  local_at TEXT NOT NULL,
  actor_id INTEGER REFERENCES actors (id),
  machine TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  before_digest TEXT,
  after_digest TEXT,
  reason TEXT,
  facts TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_log_by_object ON audit_log (object, seq);
-- INSERT OR REPLACE takes a row away without a DELETE.
CREATE TRIGGER audit_log_replaces_none BEFORE INSERT ON audit_log WHEN EXISTS (SELECT 1 FROM audit_log WHERE seq = NEW.seq OR hash = NEW.hash)
  BEGIN SELECT raise(ABORT, 'audit_log is append-only'); END;
CREATE TRIGGER audit_log_keeps_rows BEFORE UPDATE ON audit_log BEGIN SELECT raise(ABORT, 'audit_log is append-only'); END;
CREATE TRIGGER audit_log_keeps_all BEFORE DELETE ON audit_log BEGIN SELECT raise(ABORT, 'audit_log is append-only'); END;

-- A digest of a delicate value is salted; the salt goes when the person asks to be forgotten, and the chain stays whole.
CREATE TABLE audit_salts (
  object TEXT PRIMARY KEY,
  salt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by INTEGER NOT NULL REFERENCES actors (id)
) STRICT;
CREATE INDEX attachments_by_customer ON attachments (customer_id);
CREATE INDEX attachments_by_hash ON attachments (sha256);

CREATE TABLE verifications (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  item TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  verifier_id INTEGER NOT NULL REFERENCES actors (id),
  facts TEXT NOT NULL,
  note TEXT,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX verifications_by_customer ON verifications (customer_id);
CREATE TRIGGER verifications_frozen BEFORE UPDATE ON verifications BEGIN SELECT raise(ABORT, 'a verification does not change'); END;
CREATE TRIGGER verifications_stay BEFORE DELETE ON verifications BEGIN SELECT raise(ABORT, 'verifications are kept'); END;

CREATE TABLE verification_files (
  verification_id INTEGER NOT NULL REFERENCES verifications (id),
  attachment_id INTEGER NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (verification_id, attachment_id)
) STRICT, WITHOUT ROWID;

-- By what customers can turn out to be the same, each fact in the one spelling in which it is compared.
CREATE TABLE customer_marks (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL,
  mark TEXT NOT NULL,
  PRIMARY KEY (customer_id, kind, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_marks_by_mark ON customer_marks (kind, mark);

CREATE TABLE proposals (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  state TEXT NOT NULL,
  proposed_by INTEGER NOT NULL REFERENCES actors (id),
  proposed_at TEXT NOT NULL,
  decided_by INTEGER REFERENCES actors (id),
  decided_at TEXT,
  starts_on TEXT,
  reason TEXT,
  decision_reason TEXT
) STRICT;
CREATE TRIGGER proposals_stay BEFORE DELETE ON proposals BEGIN SELECT raise(ABORT, 'proposals are kept'); END;
CREATE TRIGGER proposals_decided BEFORE UPDATE ON proposals WHEN OLD.state <> 'open'
  BEGIN SELECT raise(ABORT, 'a decided proposal does not change'); END;
CREATE TRIGGER proposals_not_own BEFORE UPDATE OF decided_by ON proposals
  WHEN NEW.decided_by = OLD.proposed_by OR NEW.decided_by = json_extract(OLD.content, '$.account')
  BEGIN SELECT raise(ABORT, 'nobody decides a proposal of their own'); END;

CREATE TABLE delegations (
  id INTEGER PRIMARY KEY,
  actor_id INTEGER NOT NULL REFERENCES accounts (actor_id),
  post TEXT NOT NULL,
  delegate_id INTEGER NOT NULL REFERENCES accounts (actor_id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;

ALTER TABLE customers ADD COLUMN salesperson_id INTEGER REFERENCES actors (id);
CREATE INDEX customers_by_creation ON customers (created_at, salesperson_id, developed_by);
ALTER TABLE credit_files ADD COLUMN begun_at TEXT;
ALTER TABLE credit_files ADD COLUMN begun_by INTEGER REFERENCES actors (id);
-- Answers taken over from the card before that nobody has confirmed yet: a JSON list of paths.
ALTER TABLE credit_files ADD COLUMN carried TEXT;

CREATE TABLE applications (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  credit_id INTEGER NOT NULL REFERENCES credit_files (id),
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  revision INTEGER NOT NULL,
  salesperson_id INTEGER REFERENCES actors (id),
  amount INTEGER,
  starts_on TEXT,
  ends_on TEXT,
  reason TEXT,
  plan TEXT,
  begun_by INTEGER NOT NULL REFERENCES actors (id),
  begun_at TEXT NOT NULL,
  withdrawal_asked_at TEXT,
  withdrawal_reason TEXT,
  decided_at TEXT,
  approved_limit INTEGER,
  approved_grade TEXT,
  valid_from TEXT,
  valid_to TEXT,
  closed_on TEXT,
  is_first INTEGER,
  released_on TEXT
) STRICT;
CREATE INDEX applications_by_customer ON applications (customer_id);
CREATE INDEX applications_by_credit ON applications (credit_id);
CREATE INDEX applications_by_state ON applications (state);
CREATE TRIGGER applications_stay BEFORE DELETE ON applications BEGIN SELECT raise(ABORT, 'applications are kept'); END;
CREATE TRIGGER applications_decided BEFORE UPDATE OF customer_id, credit_id, kind, state, amount, approved_limit, approved_grade, valid_from, valid_to,
  is_first ON applications
  WHEN OLD.state IN ('approved', 'rejected', 'withdrawn')
  BEGIN SELECT raise(ABORT, 'a decided application does not change'); END;

-- What was submitted, exactly as it was, one row a revision.
CREATE TABLE submissions (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES applications (id),
  revision INTEGER NOT NULL,
  submitted_by INTEGER NOT NULL REFERENCES actors (id),
  submitted_at TEXT NOT NULL,
  submitted_on TEXT NOT NULL,
  total_limit INTEGER NOT NULL,
  matrix TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  digest TEXT NOT NULL,
  flags TEXT NOT NULL,
  UNIQUE (application_id, revision)
) STRICT;
CREATE TRIGGER submissions_replace_none BEFORE INSERT ON submissions
  WHEN EXISTS (SELECT 1 FROM submissions WHERE id = NEW.id OR (application_id = NEW.application_id AND revision = NEW.revision))
  BEGIN SELECT raise(ABORT, 'a submission does not change'); END;
CREATE TRIGGER submissions_frozen BEFORE UPDATE ON submissions BEGIN SELECT raise(ABORT, 'a submission does not change'); END;
CREATE TRIGGER submissions_stay BEFORE DELETE ON submissions BEGIN SELECT raise(ABORT, 'submissions are kept'); END;

CREATE TABLE approval_steps (
  submission_id INTEGER NOT NULL REFERENCES submissions (id),
  place INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  post TEXT NOT NULL,
  state TEXT NOT NULL,
  opened_at TEXT,
  signer_id INTEGER REFERENCES accounts (actor_id),
  on_behalf_of INTEGER REFERENCES accounts (actor_id),
  granted INTEGER,
  grade TEXT,
  valid_to TEXT,
  comment TEXT,
  flags_seen TEXT,
  evidence TEXT,
  signed_at TEXT,
  signed_on TEXT,
  packet_id TEXT,
  confirmed_digest TEXT,
  PRIMARY KEY (submission_id, place, attempt)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER approval_steps_signed BEFORE UPDATE OF submission_id, place, attempt, post, state, signer_id, on_behalf_of, granted, grade, valid_to, comment,
  flags_seen, evidence, signed_at, signed_on, packet_id ON approval_steps WHEN OLD.state IN ('signed', 'returned', 'rejected')
  BEGIN SELECT raise(ABORT, 'a signature does not change'); END;
CREATE TRIGGER approval_steps_stay BEFORE DELETE ON approval_steps BEGIN SELECT raise(ABORT, 'steps are kept'); END;
CREATE TRIGGER approval_steps_replace_none BEFORE INSERT ON approval_steps
  WHEN EXISTS (SELECT 1 FROM approval_steps WHERE submission_id = NEW.submission_id AND place = NEW.place AND attempt = NEW.attempt)
  BEGIN SELECT raise(ABORT, 'a signature does not change'); END;
-- A signature that is kept after a rework comes in with its step.
CREATE TRIGGER approval_steps_kept_not_own BEFORE INSERT ON approval_steps
  WHEN NEW.signer_id IN (SELECT submitted_by FROM submissions WHERE id = NEW.submission_id)
    OR NEW.signer_id IN (SELECT a.salesperson_id FROM submissions s JOIN applications a ON a.id = s.application_id WHERE s.id = NEW.submission_id)
  BEGIN SELECT raise(ABORT, 'nobody signs an application of their own'); END;
CREATE TRIGGER approval_steps_not_own BEFORE UPDATE OF signer_id ON approval_steps
  WHEN NEW.signer_id IN (SELECT submitted_by FROM submissions WHERE id = NEW.submission_id)
    OR NEW.signer_id IN (SELECT a.salesperson_id FROM submissions s JOIN applications a ON a.id = s.application_id WHERE s.id = NEW.submission_id)
  BEGIN SELECT raise(ABORT, 'nobody signs an application of their own'); END;
CREATE TRIGGER approval_steps_one_level BEFORE UPDATE OF signer_id ON approval_steps
  WHEN EXISTS (SELECT 1 FROM approval_steps o WHERE o.submission_id = NEW.submission_id AND o.place <> NEW.place
    AND o.signer_id = NEW.signer_id AND o.state = 'signed')
  BEGIN SELECT raise(ABORT, 'one person signs one level'); END;

CREATE TABLE opinions (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES applications (id),
  revision INTEGER NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES actors (id),
  asked_at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES accounts (actor_id),
  question TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT
) STRICT;

-- Something happened that asks for an early review (rules 9); after the due day the limit is frozen.
CREATE TABLE review_demands (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  cause TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  settled_at TEXT
) STRICT;
CREATE INDEX review_demands_by_customer ON review_demands (customer_id);

-- An approval packet that went out: all that its sheets were made from, to be compared with what comes back.
CREATE TABLE packets (
  id TEXT PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submissions (id),
  place INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  content TEXT NOT NULL,
  digest TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES actors (id),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packet_returns (
  id INTEGER PRIMARY KEY,
  packet_id TEXT NOT NULL REFERENCES packets (id),
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  evidence TEXT NOT NULL,
  signer_id INTEGER NOT NULL REFERENCES accounts (actor_id),
  on_behalf_of INTEGER REFERENCES accounts (actor_id),
  scan_id INTEGER REFERENCES attachments (id),
  imported_by INTEGER NOT NULL REFERENCES actors (id),
  imported_at TEXT NOT NULL,
  confirmed_by INTEGER REFERENCES actors (id),
  confirmed_at TEXT
) STRICT;
CREATE INDEX packet_returns_by_state ON packet_returns (state);

-- The public keys of approvers, as an administrator took them down in person.
CREATE TABLE signing_keys (
  actor_id INTEGER PRIMARY KEY REFERENCES accounts (actor_id),
  public_key TEXT NOT NULL UNIQUE,
  registered_at TEXT NOT NULL,
  registered_by INTEGER NOT NULL REFERENCES actors (id)
) STRICT;

-- The key pair with which a person's own copy of the program signs packets; the private half is locked with the password.
CREATE TABLE own_keys (
  actor_id INTEGER PRIMARY KEY REFERENCES accounts (actor_id),
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
`
