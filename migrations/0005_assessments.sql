-- What people can do, as dated statements. Rows are only added; what no longer counts is named in assessment_end.
-- source is a number (assessments/assessment.hpp says which): millions of rows are read at every start.
CREATE TABLE assessment (
  id {id},
  person BIGINT NOT NULL REFERENCES person(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT NOT NULL,
  source BIGINT NOT NULL,
  assessor BIGINT REFERENCES person(id),
  assessor_name TEXT,
  day BIGINT NOT NULL,
  expires BIGINT,
  note TEXT,
  account BIGINT NOT NULL,
  recorded BIGINT NOT NULL
);
-- Holds all that the Snapshot needs, in the order it needs it.
CREATE INDEX assessment_by_person ON assessment (person, skill, level, source, day, expires);
-- Withdrawn, or corrected after a contest: from day on it counts for nothing, and stays in the history.
CREATE TABLE assessment_end (
  assessment BIGINT PRIMARY KEY REFERENCES assessment(id),
  reason TEXT NOT NULL,
  replaced_by BIGINT REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  day BIGINT NOT NULL
);
CREATE TABLE assessment_comment (
  id {id},
  assessment BIGINT NOT NULL REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX assessment_comment_by_assessment ON assessment_comment (assessment);
CREATE TABLE contest (
  id {id},
  assessment BIGINT NOT NULL REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT,
  answered_by BIGINT,
  answered BIGINT
);
CREATE INDEX contest_by_assessment ON contest (assessment);
CREATE INDEX contest_by_state ON contest (state);
