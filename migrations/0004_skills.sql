-- The catalogue: scales, skills with anchors, roles with versioned profiles, and who holds a role.
CREATE TABLE scale (
  id {id},
  key TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  lowest BIGINT NOT NULL,
  highest BIGINT NOT NULL
);
CREATE TABLE scale_level (
  scale BIGINT NOT NULL REFERENCES scale(id),
  level BIGINT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  anchor_sv TEXT NOT NULL,
  anchor_en TEXT NOT NULL,
  PRIMARY KEY (scale, level)
);
CREATE TABLE skill_group (
  id {id},
  parent BIGINT REFERENCES skill_group(id),
  key TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL
);
CREATE TABLE skill (
  id {id},
  key TEXT NOT NULL UNIQUE,
  skill_group BIGINT REFERENCES skill_group(id),
  kind TEXT NOT NULL,
  scale BIGINT NOT NULL REFERENCES scale(id),
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_sv TEXT NOT NULL,
  description_en TEXT NOT NULL,
  alternative_sv TEXT NOT NULL,
  alternative_en TEXT NOT NULL,
  hours_per_level DOUBLE PRECISION NOT NULL,
  retired BIGINT NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE skill_anchor (
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT NOT NULL,
  text_sv TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (skill, level)
);
CREATE TABLE role (
  id {id},
  key TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_sv TEXT NOT NULL,
  description_en TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
);
-- A profile holds from valid_from until the next one of the same role does.
CREATE TABLE role_profile (
  id {id},
  role BIGINT NOT NULL REFERENCES role(id),
  valid_from BIGINT NOT NULL,
  note TEXT NOT NULL,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (role, valid_from)
);
CREATE TABLE requirement (
  profile BIGINT NOT NULL REFERENCES role_profile(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT NOT NULL,
  importance BIGINT NOT NULL,
  must BIGINT NOT NULL,
  PRIMARY KEY (profile, skill)
);
CREATE INDEX requirement_by_skill ON requirement (skill);
CREATE TABLE role_holder (
  id {id},
  person BIGINT NOT NULL REFERENCES person(id),
  role BIGINT NOT NULL REFERENCES role(id),
  valid_from BIGINT NOT NULL,
  valid_to BIGINT
);
CREATE INDEX role_holder_by_person ON role_holder (person, valid_from);
CREATE INDEX role_holder_by_role ON role_holder (role);
CREATE TABLE installed_pack (
  key TEXT PRIMARY KEY,
  at BIGINT NOT NULL
);
