-- Accounts, what they may do, how they are signed in, and who has read about whom.
CREATE TABLE account (
  id {id},
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  person BIGINT UNIQUE,
  password TEXT,
  active BIGINT NOT NULL DEFAULT 1,
  language TEXT NOT NULL DEFAULT 'sv',
  created BIGINT NOT NULL,
  last_seen BIGINT,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE account_role (
  account BIGINT NOT NULL REFERENCES account(id),
  role TEXT NOT NULL,
  unit BIGINT
);
CREATE INDEX account_role_by_account ON account_role (account);
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES account(id),
  csrf TEXT NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (account);
-- One-time links: the first administrator (no account yet) and invitations.
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  account BIGINT REFERENCES account(id),
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used BIGINT
);
CREATE TABLE api_token (
  id {id},
  account BIGINT NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created BIGINT NOT NULL,
  last_used BIGINT,
  expires BIGINT,
  revoked BIGINT
);
CREATE TABLE setting (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  value TEXT NOT NULL
);
-- answer is what was answered, sealed by the caller; null while the work is under way.
CREATE TABLE idempotency (
  account BIGINT NOT NULL,
  route TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  answer TEXT,
  created BIGINT NOT NULL,
  PRIMARY KEY (account, route, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created);
CREATE TABLE read_log (
  id {id},
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  person BIGINT NOT NULL,
  what TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX read_log_by_person ON read_log (person, at);
