-- What may come: a name for a set of assumptions about demand, leaving, hiring and learning. The assumptions are one
-- JSON text, read and checked as a whole; units and roles in it may be gone when it is read again.
CREATE TABLE scenario (
  id {id},
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  base BIGINT NOT NULL,
  assumptions TEXT NOT NULL,
  changed BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
