-- Notices: what the house tells an account, in the app at once and by e-mail if its owner wants that. The same of one
-- day is told once. Accounts are never deleted, and PostgreSQL would look each of a hundred thousand up again, so nothing
-- refers to them.
-- mail: null while it waits for a letter, 0 when it needs none, else the letter it is in.
CREATE TABLE notice (
  id {id},
  account BIGINT NOT NULL,
  kind TEXT NOT NULL,
  subject BIGINT NOT NULL,
  day BIGINT NOT NULL,
  required BIGINT NOT NULL,
  number BIGINT NOT NULL,
  facts TEXT NOT NULL,
  path TEXT NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT,
  mail BIGINT
);
CREATE UNIQUE INDEX notice_once ON notice (kind, subject, day, account);
CREATE INDEX notice_by_account ON notice (account, id);
CREATE INDEX notice_to_mail ON notice (account) WHERE mail IS NULL;
CREATE INDEX notice_by_mail ON notice (mail) WHERE mail > 0;
-- Letters: one to an account at a time, with all that waits for it. due is also the lease of the server that sends it.
CREATE TABLE mail (
  id {id},
  account BIGINT NOT NULL REFERENCES account(id),
  state TEXT NOT NULL,
  message_id TEXT NOT NULL,
  created BIGINT NOT NULL,
  due BIGINT NOT NULL,
  attempts BIGINT NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  finished BIGINT
);
CREATE INDEX mail_by_state ON mail (state, due);
CREATE INDEX mail_open ON mail (account) WHERE state = 'waiting';
-- One row while the mail server itself cannot be used: then no letter is tried before `until`.
CREATE TABLE mail_trouble (
  id BIGINT PRIMARY KEY,
  since BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  until BIGINT NOT NULL,
  problem TEXT NOT NULL,
  answer TEXT NOT NULL
);
ALTER TABLE account ADD COLUMN mail TEXT NOT NULL DEFAULT 'everything';
-- Rounds that have to be answered, and when those who had not were reminded: once a day at most, by the server (account
-- 0) or by hand.
ALTER TABLE round ADD COLUMN required BIGINT NOT NULL DEFAULT 0;
CREATE TABLE round_reminder (
  round BIGINT NOT NULL REFERENCES round(id),
  day BIGINT NOT NULL,
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  reached BIGINT NOT NULL,
  PRIMARY KEY (round, day)
);
