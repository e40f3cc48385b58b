-- Reskilling: programmes that take people to other roles, who has asked to come along, and how far they have come.
CREATE TABLE programme (
  id {id},
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  state TEXT NOT NULL,
  unit BIGINT NOT NULL REFERENCES unit(id),
  ready BIGINT NOT NULL,
  hours_a_week DOUBLE PRECISION NOT NULL,
  owner BIGINT REFERENCES person(id),
  -- What hiring would cost; money is in hundredths of a krona.
  recruitment_cost BIGINT NOT NULL,
  onboarding_weeks DOUBLE PRECISION NOT NULL,
  monthly_salary BIGINT NOT NULL,
  hour_cost BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE programme_role (
  programme BIGINT NOT NULL REFERENCES programme(id),
  role BIGINT NOT NULL REFERENCES role(id),
  headcount BIGINT NOT NULL,
  PRIMARY KEY (programme, role)
);
-- Interest stands while it has not ended and its last day has not passed; it opens the levels that the roles ask for.
CREATE TABLE programme_interest (
  id {id},
  programme BIGINT NOT NULL REFERENCES programme(id),
  person BIGINT NOT NULL REFERENCES person(id),
  edition BIGINT NOT NULL,
  words TEXT NOT NULL,
  since BIGINT NOT NULL,
  ended BIGINT,
  until BIGINT
);
CREATE UNIQUE INDEX programme_interest_that_stands ON programme_interest (programme, person) WHERE ended IS NULL;
CREATE INDEX programme_interest_by_person ON programme_interest (person);
CREATE TABLE programme_interest_role (
  interest BIGINT NOT NULL REFERENCES programme_interest(id),
  role BIGINT NOT NULL REFERENCES role(id),
  PRIMARY KEY (interest, role)
);
CREATE TABLE programme_cohort (
  id {id},
  programme BIGINT NOT NULL REFERENCES programme(id),
  name TEXT NOT NULL,
  starts BIGINT NOT NULL,
  place TEXT NOT NULL,
  mentor BIGINT REFERENCES person(id),
  version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX programme_cohort_by_programme ON programme_cohort (programme);
-- Whoever was selected. The figures are those of the path on the day of the selection.
CREATE TABLE programme_member (
  id {id},
  programme BIGINT NOT NULL REFERENCES programme(id),
  person BIGINT NOT NULL REFERENCES person(id),
  role BIGINT NOT NULL REFERENCES role(id),
  from_role BIGINT REFERENCES role(id),
  cohort BIGINT REFERENCES programme_cohort(id),
  stage TEXT NOT NULL,
  selected BIGINT NOT NULL,
  learning BIGINT,
  trial BIGINT,
  passed BIGINT,
  passed_by BIGINT,
  placed BIGINT,
  left_on BIGINT,
  reason TEXT,
  cost BIGINT NOT NULL,
  hours DOUBLE PRECISION NOT NULL,
  chance DOUBLE PRECISION NOT NULL
);
CREATE UNIQUE INDEX programme_member_once ON programme_member (programme, person) WHERE stage <> 'left';
CREATE INDEX programme_member_by_person ON programme_member (person);
-- What a member is to do, in order: an activity, a level that no activity reaches, or a level to be assessed first.
CREATE TABLE programme_step (
  id {id},
  member BIGINT NOT NULL REFERENCES programme_member(id),
  place BIGINT NOT NULL,
  kind TEXT NOT NULL,
  activity BIGINT REFERENCES activity(id),
  skill BIGINT REFERENCES skill(id),
  level BIGINT,
  hours DOUBLE PRECISION NOT NULL,
  done BIGINT,
  done_by BIGINT
);
CREATE INDEX programme_step_by_member ON programme_step (member, place);
