-- Inventory rounds: HR asks a group about its skills for some weeks. Who is in it and what is asked is fixed when it
-- opens, by role profile rather than by person and skill: a hundred thousand people share a few hundred profiles.
CREATE TABLE round (
  id {id},
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  skills_from TEXT NOT NULL,
  opens BIGINT NOT NULL,
  closes BIGINT NOT NULL,
  opened BIGINT,
  closed BIGINT,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
-- What a draft says: units with everything below them, roles, skills, and who answers.
CREATE TABLE round_unit (
  round BIGINT NOT NULL REFERENCES round(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  PRIMARY KEY (round, unit)
);
CREATE TABLE round_role (
  round BIGINT NOT NULL REFERENCES round(id),
  role BIGINT NOT NULL REFERENCES role(id),
  PRIMARY KEY (round, role)
);
CREATE TABLE round_skill (
  round BIGINT NOT NULL REFERENCES round(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  PRIMARY KEY (round, skill)
);
CREATE TABLE round_voice (
  round BIGINT NOT NULL REFERENCES round(id),
  voice TEXT NOT NULL,
  PRIMARY KEY (round, voice)
);
-- From the opening on. profile 0 stands for the chosen skills. Members and cases are copied from rows that refer to
-- their round and unit: PostgreSQL would look each of them up again, which took half of the opening.
CREATE TABLE round_member (
  round BIGINT NOT NULL,
  person BIGINT NOT NULL REFERENCES person(id),
  profile BIGINT NOT NULL,
  PRIMARY KEY (round, person, profile)
);
CREATE TABLE round_question (
  round BIGINT NOT NULL REFERENCES round(id),
  profile BIGINT NOT NULL,
  skill BIGINT NOT NULL REFERENCES skill(id),
  PRIMARY KEY (round, profile, skill)
);
-- One voice about one person. unit is where the person stood at the opening; whoever answers for the manager is the
-- manager of the day.
CREATE TABLE round_case (
  id {id},
  round BIGINT NOT NULL,
  person BIGINT NOT NULL REFERENCES person(id),
  unit BIGINT NOT NULL,
  voice TEXT NOT NULL,
  questions BIGINT NOT NULL,
  answered BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX round_case_by_person ON round_case (person, round, voice);
CREATE INDEX round_case_by_round ON round_case (round, voice, person);
-- assessment is the statement that a level became; the other answers are of the round alone.
CREATE TABLE round_answer (
  round_case BIGINT NOT NULL REFERENCES round_case(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  kind TEXT NOT NULL,
  level BIGINT,
  assessment BIGINT REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (round_case, skill)
);
-- How far it has come, by the units of the cases themselves and, as unit 0, over all of them; changed in the
-- transaction of the answer.
CREATE TABLE round_count (
  round BIGINT NOT NULL REFERENCES round(id),
  unit BIGINT NOT NULL,
  voice TEXT NOT NULL,
  cases BIGINT NOT NULL,
  begun BIGINT NOT NULL,
  done BIGINT NOT NULL,
  PRIMARY KEY (round, unit, voice)
);
