-- Files handed in for import: their bytes until they are applied, what was found in them, and mappings worth keeping.
CREATE TABLE import (
  id {id},
  kind TEXT NOT NULL,
  filename TEXT NOT NULL,
  size BIGINT NOT NULL,
  state TEXT NOT NULL,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  file_columns TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  mapping TEXT NOT NULL DEFAULT '',
  row_count BIGINT,
  outcome TEXT NOT NULL DEFAULT '',
  job BIGINT
);
CREATE INDEX import_by_state ON import (state, created);
-- In pieces, so that any node can read the file and no row is large.
CREATE TABLE import_chunk (
  import BIGINT NOT NULL REFERENCES import(id),
  seq BIGINT NOT NULL,
  bytes {blob} NOT NULL,
  PRIMARY KEY (import, seq)
);
CREATE TABLE import_problem (
  import BIGINT NOT NULL REFERENCES import(id),
  seq BIGINT NOT NULL,
  file_row BIGINT NOT NULL,
  file_column TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,
  details TEXT NOT NULL,
  warning BIGINT NOT NULL,
  PRIMARY KEY (import, seq)
);
CREATE TABLE import_change (
  import BIGINT NOT NULL REFERENCES import(id),
  seq BIGINT NOT NULL,
  file_row BIGINT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (import, seq)
);
CREATE TABLE import_mapping (
  id {id},
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (kind, name)
);
