-- Plans of learning: within what they are made, what came out, and what each person is to do.
CREATE TABLE plan (
  id {id},
  name TEXT NOT NULL,
  frame TEXT NOT NULL,
  state TEXT NOT NULL,
  -- The published plan that it replaces: what that one promised is kept.
  based_on BIGINT REFERENCES plan(id),
  job BIGINT REFERENCES job(id),
  -- Counts the changes of the frame; what was solved is of the edition named beside it.
  edition BIGINT NOT NULL DEFAULT 1,
  solved_edition BIGINT NOT NULL DEFAULT 0,
  -- What it comes to, as of when it was solved; the trail entry up to which the people were known.
  told TEXT NOT NULL DEFAULT '',
  solved BIGINT,
  seen BIGINT NOT NULL DEFAULT 0,
  -- Why it was sent back, by whom it was approved.
  because TEXT NOT NULL DEFAULT '',
  approver BIGINT,
  published BIGINT,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE plan_lock (
  id {id},
  plan BIGINT NOT NULL REFERENCES plan(id),
  kind TEXT NOT NULL,
  person BIGINT REFERENCES person(id),
  unit BIGINT REFERENCES unit(id),
  activity BIGINT REFERENCES activity(id),
  -- What a manager has said of an earlier solution: kept for the next, told to nobody.
  reviewed BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX plan_lock_by_plan ON plan_lock (plan);
CREATE INDEX plan_lock_by_person ON plan_lock (person);
-- The proof, in pieces.
CREATE TABLE plan_proof (
  plan BIGINT NOT NULL REFERENCES plan(id),
  seq BIGINT NOT NULL,
  bytes {blob} NOT NULL,
  PRIMARY KEY (plan, seq)
);
-- What one person is to do; what their manager and they themselves say of it.
CREATE TABLE plan_item (
  id {id},
  plan BIGINT NOT NULL REFERENCES plan(id),
  person BIGINT NOT NULL REFERENCES person(id),
  activity BIGINT NOT NULL REFERENCES activity(id),
  session BIGINT,
  quarter BIGINT NOT NULL,
  starts BIGINT NOT NULL,
  hours DOUBLE PRECISION NOT NULL,
  cost BIGINT NOT NULL,
  must BIGINT NOT NULL,
  -- How much dearer, and it would not have been chosen, but this instead.
  margin BIGINT,
  instead BIGINT REFERENCES activity(id),
  review TEXT NOT NULL DEFAULT 'waiting',
  swapped_to BIGINT REFERENCES activity(id),
  review_because TEXT NOT NULL DEFAULT '',
  reviewer BIGINT,
  reviewed BIGINT,
  answer TEXT NOT NULL DEFAULT 'none',
  answer_because TEXT NOT NULL DEFAULT '',
  answered BIGINT
);
CREATE INDEX plan_item_by_plan ON plan_item (plan, person);
CREATE INDEX plan_item_by_person ON plan_item (person);
-- What it works towards: a goal's need, or what a role requires.
CREATE TABLE plan_item_step (
  item BIGINT NOT NULL REFERENCES plan_item(id),
  goal BIGINT REFERENCES goal(id),
  role BIGINT REFERENCES role(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  from_level BIGINT NOT NULL,
  to_level BIGINT NOT NULL,
  steps DOUBLE PRECISION NOT NULL
);
CREATE INDEX plan_item_step_by_item ON plan_item_step (item);
-- Whoever has gaps and nothing planned: why, what came nearest, and how much cheaper it would have had to be.
CREATE TABLE plan_person (
  plan BIGINT NOT NULL REFERENCES plan(id),
  person BIGINT NOT NULL REFERENCES person(id),
  why TEXT NOT NULL,
  activity BIGINT REFERENCES activity(id),
  lacks BIGINT,
  PRIMARY KEY (plan, person)
);
CREATE INDEX plan_person_by_person ON plan_person (person);
-- What was really paid.
CREATE TABLE plan_cost (
  id {id},
  plan BIGINT NOT NULL REFERENCES plan(id),
  activity BIGINT NOT NULL REFERENCES activity(id),
  day BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  note TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX plan_cost_by_plan ON plan_cost (plan);
