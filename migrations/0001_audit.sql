-- The trail: what was done, when, by whom; each entry carries the hash of the one before.
CREATE TABLE audit_entry (
  seq BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  action TEXT NOT NULL,
  object BIGINT NOT NULL,
  fields TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_entry_by_object ON audit_entry (action, object);
