-- What people want: skills, roles they are curious about, and whether managers elsewhere may find them.
CREATE TABLE wished_skill (
  person BIGINT NOT NULL REFERENCES person(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT,
  at BIGINT NOT NULL,
  PRIMARY KEY (person, skill)
);
CREATE INDEX wished_skill_by_skill ON wished_skill (skill);
CREATE TABLE wished_role (
  person BIGINT NOT NULL REFERENCES person(id),
  role BIGINT NOT NULL REFERENCES role(id),
  at BIGINT NOT NULL,
  PRIMARY KEY (person, role)
);
CREATE INDEX wished_role_by_role ON wished_role (role);
-- Every consent there has been, with the edition of the words that were agreed to; it holds while it is not withdrawn.
CREATE TABLE consent (
  id {id},
  person BIGINT NOT NULL REFERENCES person(id),
  edition BIGINT NOT NULL,
  own_ratings BIGINT NOT NULL,
  given BIGINT NOT NULL,
  withdrawn BIGINT
);
CREATE INDEX consent_by_person ON consent (person);
CREATE UNIQUE INDEX consent_that_holds ON consent (person) WHERE withdrawn IS NULL;

-- Where the unit is; nothing: where the one above it is.
ALTER TABLE unit ADD COLUMN place TEXT;
