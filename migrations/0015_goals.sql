-- Business goals, how far they have come, and the skills they need.
CREATE TABLE goal (
  id {id},
  parent BIGINT REFERENCES goal(id),
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_sv TEXT NOT NULL,
  description_en TEXT NOT NULL,
  owner BIGINT NOT NULL REFERENCES person(id),
  metric_sv TEXT NOT NULL,
  metric_en TEXT NOT NULL,
  measure_sv TEXT NOT NULL,
  measure_en TEXT NOT NULL,
  baseline DOUBLE PRECISION NOT NULL,
  target DOUBLE PRECISION NOT NULL,
  starts BIGINT NOT NULL,
  due BIGINT NOT NULL,
  weight BIGINT NOT NULL,
  dropped BIGINT,
  dropped_because TEXT NOT NULL DEFAULT '',
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
-- The units it concerns, with everything below them; the whole organisation when there are none.
CREATE TABLE goal_unit (
  goal BIGINT NOT NULL REFERENCES goal(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  PRIMARY KEY (goal, unit)
);
-- What the metric was on a day.
CREATE TABLE goal_reading (
  goal BIGINT NOT NULL REFERENCES goal(id),
  day BIGINT NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  note TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (goal, day)
);
-- So many people who hold the role, or work in the unit, are to have the skill at the level on the day.
CREATE TABLE goal_need (
  id {id},
  goal BIGINT NOT NULL REFERENCES goal(id),
  role BIGINT REFERENCES role(id),
  unit BIGINT REFERENCES unit(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT NOT NULL,
  headcount BIGINT NOT NULL,
  due BIGINT NOT NULL,
  must BIGINT NOT NULL,
  consequence BIGINT NOT NULL,
  scarcity BIGINT NOT NULL,
  -- What management chose against the formula, and why: another priority, or deliberately no money.
  chosen_priority DOUBLE PRECISION,
  not_funded BIGINT NOT NULL DEFAULT 0,
  chosen_because TEXT NOT NULL DEFAULT '',
  chosen_by BIGINT NOT NULL DEFAULT 0,
  chosen BIGINT
);
CREATE INDEX goal_need_by_goal ON goal_need (goal);
CREATE INDEX goal_need_by_skill ON goal_need (skill);
