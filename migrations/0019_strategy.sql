-- The strategy: one active at a time, with what anchors it. What was done to it stands in its log, which only grows.
CREATE TABLE strategy (
  id {id},
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  state TEXT NOT NULL,
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  owner BIGINT REFERENCES person(id),
  sponsor BIGINT REFERENCES person(id),
  aim TEXT NOT NULL,
  principles TEXT NOT NULL,
  communication TEXT NOT NULL,
  quiet_days BIGINT NOT NULL,
  next_review BIGINT,
  decided BIGINT,
  decided_by TEXT NOT NULL DEFAULT '',
  override_why TEXT,               -- the sponsor's, in writing; goes when the sponsor changes
  override_by BIGINT,
  override_at BIGINT,
  activated BIGINT,
  closed BIGINT,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX strategy_that_is_active ON strategy (state) WHERE state = 'active';
-- What a year may cost, in kronor, and how many hours of it each person has for learning.
CREATE TABLE strategy_year (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  year BIGINT NOT NULL,
  budget BIGINT NOT NULL,
  hours BIGINT NOT NULL,
  PRIMARY KEY (strategy, year)
);
-- Departments that were asked, and what they answered.
CREATE TABLE strategy_consultation (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  asked BIGINT NOT NULL,
  answered BIGINT,
  stance TEXT,
  answer TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (strategy, unit)
);
-- Negotiations by MBL § 11.
CREATE TABLE strategy_negotiation (
  id {id},
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  union_name TEXT NOT NULL,
  day BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX strategy_negotiation_by_strategy ON strategy_negotiation (strategy);
-- The decision, and the minutes of a negotiation: a link or a file.
CREATE TABLE strategy_document (
  id {id},
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  negotiation BIGINT REFERENCES strategy_negotiation(id),
  name TEXT NOT NULL,
  link TEXT,
  content_type TEXT,
  size BIGINT,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX strategy_document_by_strategy ON strategy_document (strategy);
CREATE TABLE strategy_file (
  document BIGINT PRIMARY KEY REFERENCES strategy_document(id),
  bytes {blob} NOT NULL
);
CREATE TABLE strategy_entry (
  id {id},
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  why TEXT NOT NULL
);
CREATE INDEX strategy_entry_by_strategy ON strategy_entry (strategy, id);
-- The steps of the journey: who answers for each, by when, and what is said of those that Kunna cannot see itself.
CREATE TABLE strategy_step (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  step TEXT NOT NULL,
  owner BIGINT REFERENCES person(id),
  due BIGINT,
  done BIGINT NOT NULL,
  note TEXT NOT NULL,
  link TEXT NOT NULL,
  PRIMARY KEY (strategy, step)
);
-- Readiness: the criteria that people answer, with their evidence.
CREATE TABLE strategy_answer (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  criterion TEXT NOT NULL,
  score BIGINT NOT NULL,
  evidence TEXT NOT NULL,
  link TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (strategy, criterion)
);
-- Quarterly reviews; seen: the figures of that day, as JSON, never computed again.
CREATE TABLE strategy_review (
  id {id},
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  day BIGINT NOT NULL,
  seen TEXT NOT NULL,
  decided TEXT NOT NULL,
  next BIGINT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX strategy_review_by_strategy ON strategy_review (strategy, day);
-- When owner and sponsor were told that it stands still, and of what.
CREATE TABLE strategy_alarm (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  day BIGINT NOT NULL,
  stalls TEXT NOT NULL,
  PRIMARY KEY (strategy, day)
);
