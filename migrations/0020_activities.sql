-- Learning activities: what can be taken, what it costs, what it raises, when it is held and what it asks for first.
CREATE TABLE activity (
  id {id},
  key TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_sv TEXT NOT NULL,
  description_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  provider TEXT NOT NULL,
  language TEXT NOT NULL,
  online BIGINT NOT NULL,
  place TEXT NOT NULL,
  -- Money is in hundredths of the currency.
  seat_cost BIGINT NOT NULL,
  session_cost BIGINT NOT NULL,
  currency TEXT NOT NULL,
  hours DOUBLE PRECISION NOT NULL,
  seats BIGINT,
  valid_from BIGINT NOT NULL,
  valid_to BIGINT,
  archived BIGINT,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
-- Whoever can do the skill at least at from_level is at to_level afterwards, with the probability.
CREATE TABLE activity_raise (
  activity BIGINT NOT NULL REFERENCES activity(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  from_level BIGINT NOT NULL,
  to_level BIGINT NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (activity, skill)
);
CREATE INDEX activity_raise_by_skill ON activity_raise (skill);
-- A time at which it is held; the place and the seats of the activity where it says none.
CREATE TABLE activity_session (
  id {id},
  activity BIGINT NOT NULL REFERENCES activity(id),
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  place TEXT NOT NULL,
  seats BIGINT
);
CREATE INDEX activity_session_by_activity ON activity_session (activity, starts);
-- What must be done or known first; acyclic.
CREATE TABLE activity_after (
  activity BIGINT NOT NULL REFERENCES activity(id),
  required BIGINT NOT NULL REFERENCES activity(id),
  PRIMARY KEY (activity, required)
);
CREATE TABLE activity_entry (
  activity BIGINT NOT NULL REFERENCES activity(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT NOT NULL,
  PRIMARY KEY (activity, skill)
);
