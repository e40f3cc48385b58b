-- Background work: what was asked for, how far it has come, how it ended.
CREATE TABLE job (
  id {id},
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  progress DOUBLE PRECISION NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  input TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  problem TEXT NOT NULL DEFAULT '',
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  started BIGINT,
  finished BIGINT,
  node TEXT NOT NULL DEFAULT '',
  heartbeat BIGINT NOT NULL DEFAULT 0,
  attempts BIGINT NOT NULL DEFAULT 0,
  cancel BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX job_by_state ON job (state, id);
CREATE INDEX job_by_account ON job (account, id);
