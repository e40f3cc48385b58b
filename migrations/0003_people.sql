-- Units, persons, positions. Who reports to whom follows from positions.
CREATE TABLE unit (
  id {id},
  parent BIGINT REFERENCES unit(id),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_sv {blob} NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX unit_by_parent ON unit (parent);
-- search is folded: given, family, number, e-mail. The sort keys put the family name first, as Swedish or English do.
CREATE TABLE person (
  id {id},
  number TEXT NOT NULL UNIQUE,
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  email TEXT,
  email_folded TEXT,
  hired BIGINT NOT NULL,
  left_on BIGINT,
  search TEXT NOT NULL,
  sort_sv {blob} NOT NULL,
  sort_en {blob} NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX person_by_email ON person (email_folded);
CREATE INDEX person_by_name ON person (sort_sv, id);
CREATE INDEX person_by_english_name ON person (sort_en, id);
-- left_on is the last day of employment. Positions end on valid_to, the last day they hold.
CREATE TABLE position (
  id {id},
  person BIGINT NOT NULL REFERENCES person(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  title TEXT NOT NULL,
  title_folded TEXT NOT NULL DEFAULT '',
  manager BIGINT REFERENCES person(id),
  fte DOUBLE PRECISION NOT NULL DEFAULT 1,
  valid_from BIGINT NOT NULL,
  valid_to BIGINT
);
CREATE INDEX position_by_person ON position (person, valid_from);
CREATE INDEX position_by_manager ON position (manager);
CREATE INDEX position_by_unit ON position (unit);
CREATE VIEW reporting_line AS
  SELECT person, manager, valid_from, valid_to FROM position WHERE manager IS NOT NULL;
