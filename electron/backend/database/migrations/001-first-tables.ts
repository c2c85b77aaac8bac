/**
 * The first tables. The columns of the forms stand as literal text: the catalogue moves on, a migration never changes again
 * (a test holds the sum of all migrations against the catalogue).
 */
export const firstTables = `
CREATE TABLE actors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  archived_at TEXT,
  completeness INTEGER NOT NULL,
  name_sort TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES actors (id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES actors (id),
  customer_no TEXT NOT NULL,
  card_no TEXT,
  name TEXT NOT NULL,
  address TEXT,
  phone TEXT,
  postcode TEXT,
  fax TEXT,
  ownership_type TEXT,
  ownership_type_other TEXT,
  category TEXT,
  category_other TEXT,
  grade TEXT,
  business_reg_no TEXT,
  tax_no TEXT,
  bank_name TEXT,
  bank_account_no TEXT,
  capital INTEGER,
  working_capital INTEGER,
  opened_on TEXT,
  sales_area REAL,
  warehouse_area REAL,
  employee_count INTEGER,
  premises_tenure TEXT,
  vehicle_count INTEGER,
  vehicle_note TEXT,
  transport_modes TEXT,
  transport_modes_other TEXT,
  payment_method TEXT,
  turnover INTEGER,
  turnover_period TEXT,
  coverage_area TEXT,
  developed_on TEXT,
  developed_by TEXT,
  filled_by TEXT,
  filled_on TEXT,
  founded_on TEXT,
  trading_since TEXT,
  UNIQUE (customer_no),
  UNIQUE (card_no)
) STRICT;
CREATE INDEX customers_by_pinyin ON customers (archived_at IS NOT NULL, name_sort);
CREATE INDEX customers_by_number ON customers (archived_at IS NOT NULL, length(customer_no), customer_no);
CREATE INDEX customers_by_change ON customers (archived_at IS NOT NULL, changed_at);

CREATE TABLE people (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  role TEXT NOT NULL,
  place INTEGER NOT NULL,
  name TEXT,
  sex TEXT,
  birth TEXT,
  ethnicity TEXT,
  position TEXT,
  married TEXT,
  phone TEXT,
  home_address TEXT,
  quality TEXT,
  home_phone TEXT,
  PRIMARY KEY (customer_id, role, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_lines (
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  place INTEGER NOT NULL,
  line TEXT,
  brand_company TEXT,
  monthly_sales INTEGER,
  share_pct REAL,
  is_ours INTEGER,
  PRIMARY KEY (customer_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE credit_files (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  sequence INTEGER NOT NULL,
  status TEXT NOT NULL,
  card_no TEXT,
  business_form TEXT,
  business_form_other TEXT,
  location_type TEXT,
  location_type_other TEXT,
  owner_personality TEXT,
  owner_temperament TEXT,
  owner_interests TEXT,
  owner_honorary_posts TEXT,
  owner_education TEXT,
  owner_origin TEXT,
  owner_career TEXT,
  owner_eloquence TEXT,
  owner_outlook TEXT,
  owner_habits TEXT,
  owner_habits_other TEXT,
  owner_strengths TEXT,
  owner_special_skill TEXT,
  owner_weaknesses TEXT,
  owner_technical_skill TEXT,
  owner_drive TEXT,
  owner_dedication TEXT,
  owner_planning TEXT,
  owner_health TEXT,
  owner_successor TEXT,
  owner_staff_morale TEXT,
  shop_site TEXT,
  shop_decor TEXT,
  shop_insurance TEXT,
  shop_insurance_other TEXT,
  shop_owned_property INTEGER,
  shop_owned_area REAL,
  shop_owned_floors INTEGER,
  shop_owned_market_value INTEGER,
  shop_rented_property INTEGER,
  shop_rented_area REAL,
  shop_rented_floors INTEGER,
  shop_rented_monthly_rent INTEGER,
  accounts_bank_credit TEXT,
  accounts_books TEXT,
  accounts_peer_rating TEXT,
  accounts_community_rating TEXT,
  accounts_payment_attitude TEXT,
  accounts_remarks TEXT,
  sales_opinion TEXT,
  requested_limit INTEGER,
  approved_limit INTEGER,
  approved_grade TEXT,
  filled_by TEXT,
  filled_on TEXT,
  UNIQUE (customer_id, sequence),
  UNIQUE (card_no)
) STRICT;

CREATE TABLE approvals (
  credit_id INTEGER NOT NULL REFERENCES credit_files (id),
  post TEXT NOT NULL,
  actor_id INTEGER REFERENCES actors (id),
  signature TEXT,
  signed_on TEXT,
  PRIMARY KEY (credit_id, post)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  path TEXT NOT NULL,
  old TEXT NOT NULL,
  new TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_customer ON history (customer_id, revision);

CREATE TABLE drafts (
  key TEXT PRIMARY KEY,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  revision INTEGER NOT NULL,
  cells TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE requests (
  request_id TEXT PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  revision INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_search (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id),
  number TEXT NOT NULL,
  names TEXT NOT NULL,
  others TEXT NOT NULL
) STRICT;

CREATE TABLE export_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actors (id),
  kind TEXT NOT NULL,
  customers INTEGER NOT NULL,
  with_delicate INTEGER NOT NULL
) STRICT;
`
