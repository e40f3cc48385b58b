-- Crosswalks: tables that say what concepts of one taxonomy are in another, as they are published. The taxonomy with
-- the lower id is `one`.
CREATE TABLE crosswalk (
  id {id},
  one BIGINT NOT NULL REFERENCES taxonomy(id),
  other BIGINT NOT NULL REFERENCES taxonomy(id),
  filename TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  imported BIGINT NOT NULL,
  account BIGINT NOT NULL,
  UNIQUE (one, other)
);
-- source is of `one`, target of `other`. broad: the target is the broader of the two; narrow: the narrower.
CREATE TABLE counterpart (
  crosswalk BIGINT NOT NULL REFERENCES crosswalk(id),
  source BIGINT NOT NULL REFERENCES concept(id),
  correspondence TEXT NOT NULL,
  target BIGINT NOT NULL REFERENCES concept(id),
  PRIMARY KEY (source, target)
);
CREATE INDEX counterpart_by_target ON counterpart (target);
