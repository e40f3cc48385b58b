-- The whole schema, as the migrations leave it. Written by tools/generate; change migrations/ instead.

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  person BIGINT UNIQUE,
  password TEXT,
  active BIGINT NOT NULL DEFAULT 1,
  language TEXT NOT NULL DEFAULT 'sv',
  created BIGINT NOT NULL,
  last_seen BIGINT,
  version BIGINT NOT NULL DEFAULT 1
, last_day BIGINT, mail TEXT NOT NULL DEFAULT 'everything');

CREATE TABLE account_role (
  account BIGINT NOT NULL REFERENCES account(id),
  role TEXT NOT NULL,
  unit BIGINT
);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE activity_raise (
  activity BIGINT NOT NULL REFERENCES activity(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  from_level BIGINT NOT NULL,
  to_level BIGINT NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (activity, skill)
);

CREATE TABLE activity_session (
  id INTEGER PRIMARY KEY,
  activity BIGINT NOT NULL REFERENCES activity(id),
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  place TEXT NOT NULL,
  seats BIGINT
);

CREATE TABLE api_token (
  id INTEGER PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES account(id),
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  created BIGINT NOT NULL,
  last_used BIGINT,
  expires BIGINT,
  revoked BIGINT
);

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE assessment_attachment (
  id INTEGER PRIMARY KEY,
  assessment BIGINT NOT NULL REFERENCES assessment(id),
  name TEXT NOT NULL,
  link TEXT,               -- either this or a file
  content_type TEXT,
  size BIGINT,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE assessment_comment (
  id INTEGER PRIMARY KEY,
  assessment BIGINT NOT NULL REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE assessment_end (
  assessment BIGINT PRIMARY KEY REFERENCES assessment(id),
  reason TEXT NOT NULL,
  replaced_by BIGINT REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  day BIGINT NOT NULL
);

CREATE TABLE assessment_file (
  attachment BIGINT PRIMARY KEY REFERENCES assessment_attachment(id),
  bytes BLOB NOT NULL
);

CREATE TABLE audit_entry (
  seq BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  action TEXT NOT NULL,
  object BIGINT NOT NULL,
  fields TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE concept (
  id INTEGER PRIMARY KEY,
  taxonomy BIGINT NOT NULL REFERENCES taxonomy(id),
  uri TEXT NOT NULL,
  type TEXT NOT NULL,
  code TEXT NOT NULL,
  isco TEXT NOT NULL,
  reuse TEXT NOT NULL,
  retired BIGINT NOT NULL DEFAULT 0,
  replaced_by BIGINT REFERENCES concept(id),
  UNIQUE (taxonomy, uri)
);

CREATE TABLE concept_change (
  taxonomy_release BIGINT NOT NULL REFERENCES taxonomy_release(id),
  concept BIGINT NOT NULL REFERENCES concept(id),
  language TEXT NOT NULL,
  change TEXT NOT NULL,
  before TEXT NOT NULL,
  PRIMARY KEY (taxonomy_release, concept, language)
);

CREATE TABLE concept_label (
  concept BIGINT NOT NULL REFERENCES concept(id),
  language TEXT NOT NULL,
  preferred TEXT NOT NULL,
  alternatives TEXT NOT NULL,
  hidden TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (concept, language)
);

CREATE TABLE concept_relation (
  source BIGINT NOT NULL REFERENCES concept(id),
  kind TEXT NOT NULL,
  target BIGINT NOT NULL REFERENCES concept(id),
  PRIMARY KEY (source, kind, target)
);

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  person BIGINT NOT NULL REFERENCES person(id),
  edition BIGINT NOT NULL,
  own_ratings BIGINT NOT NULL,
  given BIGINT NOT NULL,
  withdrawn BIGINT
);

CREATE TABLE contest (
  id INTEGER PRIMARY KEY,
  assessment BIGINT NOT NULL REFERENCES assessment(id),
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT,
  answered_by BIGINT,
  answered BIGINT
);

CREATE TABLE counterpart (
  crosswalk BIGINT NOT NULL REFERENCES crosswalk(id),
  source BIGINT NOT NULL REFERENCES concept(id),
  correspondence TEXT NOT NULL,
  target BIGINT NOT NULL REFERENCES concept(id),
  PRIMARY KEY (source, target)
);

CREATE TABLE crosswalk (
  id INTEGER PRIMARY KEY,
  one BIGINT NOT NULL REFERENCES taxonomy(id),
  other BIGINT NOT NULL REFERENCES taxonomy(id),
  filename TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  imported BIGINT NOT NULL,
  account BIGINT NOT NULL,
  UNIQUE (one, other)
);

CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE goal_need (
  id INTEGER PRIMARY KEY,
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
  chosen_priority DOUBLE PRECISION,
  not_funded BIGINT NOT NULL DEFAULT 0,
  chosen_because TEXT NOT NULL DEFAULT '',
  chosen_by BIGINT NOT NULL DEFAULT 0,
  chosen BIGINT
);

CREATE TABLE goal_reading (
  goal BIGINT NOT NULL REFERENCES goal(id),
  day BIGINT NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  note TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (goal, day)
);

CREATE TABLE goal_unit (
  goal BIGINT NOT NULL REFERENCES goal(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  PRIMARY KEY (goal, unit)
);

CREATE TABLE idempotency (
  account BIGINT NOT NULL,
  route TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  answer TEXT,
  created BIGINT NOT NULL,
  PRIMARY KEY (account, route, key)
);

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  filename TEXT NOT NULL,
  size BIGINT NOT NULL,
  state TEXT NOT NULL,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  file_columns TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  mapping TEXT NOT NULL DEFAULT '',
  row_count BIGINT,
  outcome TEXT NOT NULL DEFAULT '',
  job BIGINT
);

CREATE TABLE import_change (
  import BIGINT NOT NULL REFERENCES import(id),
  seq BIGINT NOT NULL,
  file_row BIGINT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (import, seq)
);

CREATE TABLE import_chunk (
  import BIGINT NOT NULL REFERENCES import(id),
  seq BIGINT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (import, seq)
);

CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (kind, name)
);

CREATE TABLE import_problem (
  import BIGINT NOT NULL REFERENCES import(id),
  seq BIGINT NOT NULL,
  file_row BIGINT NOT NULL,
  file_column TEXT NOT NULL,
  value TEXT NOT NULL,
  code TEXT NOT NULL,
  details TEXT NOT NULL,
  warning BIGINT NOT NULL,
  PRIMARY KEY (import, seq)
);

CREATE TABLE installed_pack (
  key TEXT PRIMARY KEY,
  at BIGINT NOT NULL
);

CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  account BIGINT REFERENCES account(id),
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used BIGINT
);

CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  progress DOUBLE PRECISION NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  input TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  problem TEXT NOT NULL DEFAULT '',
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  started BIGINT,
  finished BIGINT,
  node TEXT NOT NULL DEFAULT '',
  heartbeat BIGINT NOT NULL DEFAULT 0,
  attempts BIGINT NOT NULL DEFAULT 0,
  cancel BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE mail (
  id INTEGER PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES account(id),
  state TEXT NOT NULL,
  message_id TEXT NOT NULL,
  created BIGINT NOT NULL,
  due BIGINT NOT NULL,
  attempts BIGINT NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  finished BIGINT
, invitation TEXT);

CREATE TABLE mail_trouble (
  id BIGINT PRIMARY KEY,
  since BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  until BIGINT NOT NULL,
  problem TEXT NOT NULL,
  answer TEXT NOT NULL
);

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  account BIGINT NOT NULL,
  kind TEXT NOT NULL,
  subject BIGINT NOT NULL,
  day BIGINT NOT NULL,
  required BIGINT NOT NULL,
  number BIGINT NOT NULL,
  facts TEXT NOT NULL,
  path TEXT NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT,
  mail BIGINT
);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  email TEXT,
  email_folded TEXT,
  hired BIGINT NOT NULL,
  left_on BIGINT,
  search TEXT NOT NULL,
  sort_sv BLOB NOT NULL,
  sort_en BLOB NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
, birth_year BIGINT, gender TEXT NOT NULL DEFAULT 'unstated');

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  frame TEXT NOT NULL,
  state TEXT NOT NULL,
  based_on BIGINT REFERENCES plan(id),
  job BIGINT REFERENCES job(id),
  edition BIGINT NOT NULL DEFAULT 1,
  solved_edition BIGINT NOT NULL DEFAULT 0,
  told TEXT NOT NULL DEFAULT '',
  solved BIGINT,
  seen BIGINT NOT NULL DEFAULT 0,
  because TEXT NOT NULL DEFAULT '',
  approver BIGINT,
  published BIGINT,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE plan_cost (
  id INTEGER PRIMARY KEY,
  plan BIGINT NOT NULL REFERENCES plan(id),
  activity BIGINT NOT NULL REFERENCES activity(id),
  day BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  note TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY,
  plan BIGINT NOT NULL REFERENCES plan(id),
  person BIGINT NOT NULL REFERENCES person(id),
  activity BIGINT NOT NULL REFERENCES activity(id),
  session BIGINT,
  quarter BIGINT NOT NULL,
  starts BIGINT NOT NULL,
  hours DOUBLE PRECISION NOT NULL,
  cost BIGINT NOT NULL,
  must BIGINT NOT NULL,
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

CREATE TABLE plan_item_step (
  item BIGINT NOT NULL REFERENCES plan_item(id),
  goal BIGINT REFERENCES goal(id),
  role BIGINT REFERENCES role(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  from_level BIGINT NOT NULL,
  to_level BIGINT NOT NULL,
  steps DOUBLE PRECISION NOT NULL
);

CREATE TABLE plan_lock (
  id INTEGER PRIMARY KEY,
  plan BIGINT NOT NULL REFERENCES plan(id),
  kind TEXT NOT NULL,
  person BIGINT REFERENCES person(id),
  unit BIGINT REFERENCES unit(id),
  activity BIGINT REFERENCES activity(id),
  reviewed BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE plan_person (
  plan BIGINT NOT NULL REFERENCES plan(id),
  person BIGINT NOT NULL REFERENCES person(id),
  why TEXT NOT NULL,
  activity BIGINT REFERENCES activity(id),
  lacks BIGINT,
  PRIMARY KEY (plan, person)
);

CREATE TABLE plan_proof (
  plan BIGINT NOT NULL REFERENCES plan(id),
  seq BIGINT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (plan, seq)
);

CREATE TABLE position (
  id INTEGER PRIMARY KEY,
  person BIGINT NOT NULL REFERENCES person(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  title TEXT NOT NULL,
  title_folded TEXT NOT NULL DEFAULT '',
  manager BIGINT REFERENCES person(id),
  fte DOUBLE PRECISION NOT NULL DEFAULT 1,
  valid_from BIGINT NOT NULL,
  valid_to BIGINT
);

CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  state TEXT NOT NULL,
  unit BIGINT NOT NULL REFERENCES unit(id),
  ready BIGINT NOT NULL,
  hours_a_week DOUBLE PRECISION NOT NULL,
  owner BIGINT REFERENCES person(id),
  recruitment_cost BIGINT NOT NULL,
  onboarding_weeks DOUBLE PRECISION NOT NULL,
  monthly_salary BIGINT NOT NULL,
  hour_cost BIGINT NOT NULL,
  created BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE programme_cohort (
  id INTEGER PRIMARY KEY,
  programme BIGINT NOT NULL REFERENCES programme(id),
  name TEXT NOT NULL,
  starts BIGINT NOT NULL,
  place TEXT NOT NULL,
  mentor BIGINT REFERENCES person(id),
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE programme_interest (
  id INTEGER PRIMARY KEY,
  programme BIGINT NOT NULL REFERENCES programme(id),
  person BIGINT NOT NULL REFERENCES person(id),
  edition BIGINT NOT NULL,
  words TEXT NOT NULL,
  since BIGINT NOT NULL,
  ended BIGINT,
  until BIGINT
);

CREATE TABLE programme_interest_role (
  interest BIGINT NOT NULL REFERENCES programme_interest(id),
  role BIGINT NOT NULL REFERENCES role(id),
  PRIMARY KEY (interest, role)
);

CREATE TABLE programme_member (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE programme_role (
  programme BIGINT NOT NULL REFERENCES programme(id),
  role BIGINT NOT NULL REFERENCES role(id),
  headcount BIGINT NOT NULL,
  PRIMARY KEY (programme, role)
);

CREATE TABLE programme_step (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE read_log (
  id INTEGER PRIMARY KEY,
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  person BIGINT NOT NULL,
  what TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TABLE requirement (
  profile BIGINT NOT NULL REFERENCES role_profile(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT NOT NULL,
  importance BIGINT NOT NULL,
  must BIGINT NOT NULL,
  PRIMARY KEY (profile, skill)
);

CREATE TABLE role (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_sv TEXT NOT NULL,
  description_en TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE role_holder (
  id INTEGER PRIMARY KEY,
  person BIGINT NOT NULL REFERENCES person(id),
  role BIGINT NOT NULL REFERENCES role(id),
  valid_from BIGINT NOT NULL,
  valid_to BIGINT
);

CREATE TABLE role_profile (
  id INTEGER PRIMARY KEY,
  role BIGINT NOT NULL REFERENCES role(id),
  valid_from BIGINT NOT NULL,
  note TEXT NOT NULL,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (role, valid_from)
);

CREATE TABLE round (
  id INTEGER PRIMARY KEY,
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
, peers BIGINT NOT NULL DEFAULT 3, required BIGINT NOT NULL DEFAULT 0, goal BIGINT REFERENCES goal(id));

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

CREATE TABLE round_assessor (
  account BIGINT PRIMARY KEY REFERENCES account(id),
  round BIGINT NOT NULL REFERENCES round(id),
  organisation TEXT NOT NULL
);

CREATE TABLE round_case (
  id INTEGER PRIMARY KEY,
  round BIGINT NOT NULL,
  person BIGINT NOT NULL REFERENCES person(id),
  unit BIGINT NOT NULL,
  voice TEXT NOT NULL,
  questions BIGINT NOT NULL,
  answered BIGINT NOT NULL DEFAULT 0
, answerer BIGINT NOT NULL DEFAULT 0);

CREATE TABLE round_case_skill (
  round_case BIGINT NOT NULL REFERENCES round_case(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  PRIMARY KEY (round_case, skill)
);

CREATE TABLE round_count (
  round BIGINT NOT NULL REFERENCES round(id),
  unit BIGINT NOT NULL,
  voice TEXT NOT NULL,
  cases BIGINT NOT NULL,
  begun BIGINT NOT NULL,
  done BIGINT NOT NULL,
  PRIMARY KEY (round, unit, voice)
);

CREATE TABLE round_member (
  round BIGINT NOT NULL,
  person BIGINT NOT NULL REFERENCES person(id),
  profile BIGINT NOT NULL,
  PRIMARY KEY (round, person, profile)
);

CREATE TABLE round_peer (
  round BIGINT NOT NULL REFERENCES round(id),
  person BIGINT NOT NULL REFERENCES person(id),
  peer BIGINT NOT NULL REFERENCES person(id),
  state TEXT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (round, person, peer)
);

CREATE TABLE round_question (
  round BIGINT NOT NULL REFERENCES round(id),
  profile BIGINT NOT NULL,
  skill BIGINT NOT NULL REFERENCES skill(id),
  PRIMARY KEY (round, profile, skill)
);

CREATE TABLE round_reminder (
  round BIGINT NOT NULL REFERENCES round(id),
  day BIGINT NOT NULL,
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  reached BIGINT NOT NULL,
  PRIMARY KEY (round, day)
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

CREATE TABLE round_unit (
  round BIGINT NOT NULL REFERENCES round(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  PRIMARY KEY (round, unit)
);

CREATE TABLE round_voice (
  round BIGINT NOT NULL REFERENCES round(id),
  voice TEXT NOT NULL,
  PRIMARY KEY (round, voice)
);

CREATE TABLE scale (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  base BIGINT NOT NULL,
  assumptions TEXT NOT NULL,
  changed BIGINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE schema_migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied BIGINT NOT NULL);

CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES account(id),
  csrf TEXT NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  expires BIGINT NOT NULL
);

CREATE TABLE setting (
  id BIGINT PRIMARY KEY,
  version BIGINT NOT NULL,
  value TEXT NOT NULL
);

CREATE TABLE skill (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE skill_concept (
  skill BIGINT NOT NULL REFERENCES skill(id),
  taxonomy BIGINT NOT NULL REFERENCES taxonomy(id),
  concept BIGINT NOT NULL REFERENCES concept(id),
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (skill, taxonomy)
);

CREATE TABLE skill_group (
  id INTEGER PRIMARY KEY,
  parent BIGINT REFERENCES skill_group(id),
  key TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL
);

CREATE TABLE strategy (
  id INTEGER PRIMARY KEY,
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

CREATE TABLE strategy_alarm (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  day BIGINT NOT NULL,
  stalls TEXT NOT NULL,
  PRIMARY KEY (strategy, day)
);

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

CREATE TABLE strategy_consultation (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  unit BIGINT NOT NULL REFERENCES unit(id),
  asked BIGINT NOT NULL,
  answered BIGINT,
  stance TEXT,
  answer TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (strategy, unit)
);

CREATE TABLE strategy_document (
  id INTEGER PRIMARY KEY,
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  negotiation BIGINT REFERENCES strategy_negotiation(id),
  name TEXT NOT NULL,
  link TEXT,
  content_type TEXT,
  size BIGINT,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);

CREATE TABLE strategy_entry (
  id INTEGER PRIMARY KEY,
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  why TEXT NOT NULL
);

CREATE TABLE strategy_file (
  document BIGINT PRIMARY KEY REFERENCES strategy_document(id),
  bytes BLOB NOT NULL
);

CREATE TABLE strategy_negotiation (
  id INTEGER PRIMARY KEY,
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  union_name TEXT NOT NULL,
  day BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE strategy_review (
  id INTEGER PRIMARY KEY,
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  day BIGINT NOT NULL,
  seen TEXT NOT NULL,
  decided TEXT NOT NULL,
  next BIGINT NOT NULL,
  account BIGINT NOT NULL,
  at BIGINT NOT NULL
);

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

CREATE TABLE strategy_year (
  strategy BIGINT NOT NULL REFERENCES strategy(id),
  year BIGINT NOT NULL,
  budget BIGINT NOT NULL,
  hours BIGINT NOT NULL,
  PRIMARY KEY (strategy, year)
);

CREATE TABLE taxonomy (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  release TEXT NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  imported BIGINT NOT NULL,
  account BIGINT NOT NULL
);

CREATE TABLE taxonomy_release (
  id INTEGER PRIMARY KEY,
  taxonomy BIGINT NOT NULL REFERENCES taxonomy(id),
  release TEXT NOT NULL,
  at BIGINT NOT NULL,
  account BIGINT NOT NULL,
  added BIGINT NOT NULL,
  relabelled BIGINT NOT NULL,
  retired BIGINT NOT NULL,
  replaced BIGINT NOT NULL,
  restored BIGINT NOT NULL,
  amended BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  relations_added BIGINT NOT NULL,
  relations_dropped BIGINT NOT NULL
);

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  parent BIGINT REFERENCES unit(id),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_sv BLOB NOT NULL DEFAULT '',
  version BIGINT NOT NULL DEFAULT 1
, place TEXT);

CREATE TABLE wished_role (
  person BIGINT NOT NULL REFERENCES person(id),
  role BIGINT NOT NULL REFERENCES role(id),
  at BIGINT NOT NULL,
  PRIMARY KEY (person, role)
);

CREATE TABLE wished_skill (
  person BIGINT NOT NULL REFERENCES person(id),
  skill BIGINT NOT NULL REFERENCES skill(id),
  level BIGINT,
  at BIGINT NOT NULL,
  PRIMARY KEY (person, skill)
);

CREATE INDEX account_role_by_account ON account_role (account);

CREATE INDEX activity_raise_by_skill ON activity_raise (skill);

CREATE INDEX activity_session_by_activity ON activity_session (activity, starts);

CREATE INDEX assessment_attachment_by_assessment ON assessment_attachment (assessment);

CREATE INDEX assessment_by_assessor ON assessment (assessor);

CREATE INDEX assessment_by_person ON assessment (person, skill, level, source, day, expires);

CREATE INDEX assessment_comment_by_assessment ON assessment_comment (assessment);

CREATE INDEX audit_entry_by_object ON audit_entry (action, object);

CREATE INDEX concept_by_replacement ON concept (replaced_by);

CREATE INDEX concept_by_uri ON concept (uri);

CREATE INDEX concept_relation_by_target ON concept_relation (target, kind);

CREATE INDEX consent_by_person ON consent (person);

CREATE UNIQUE INDEX consent_that_holds ON consent (person) WHERE withdrawn IS NULL;

CREATE INDEX contest_by_assessment ON contest (assessment);

CREATE INDEX contest_by_state ON contest (state);

CREATE INDEX counterpart_by_target ON counterpart (target);

CREATE INDEX goal_need_by_goal ON goal_need (goal);

CREATE INDEX goal_need_by_skill ON goal_need (skill);

CREATE INDEX idempotency_by_age ON idempotency (created);

CREATE INDEX import_by_state ON import (state, created);

CREATE INDEX job_by_account ON job (account, id);

CREATE INDEX job_by_state ON job (state, id);

CREATE INDEX mail_by_state ON mail (state, due);

CREATE INDEX mail_invitation ON mail (account) WHERE invitation IS NOT NULL;

CREATE INDEX mail_open ON mail (account) WHERE state = 'waiting';

CREATE INDEX notice_by_account ON notice (account, id);

CREATE INDEX notice_by_mail ON notice (mail) WHERE mail > 0;

CREATE UNIQUE INDEX notice_once ON notice (kind, subject, day, account);

CREATE INDEX notice_to_mail ON notice (account) WHERE mail IS NULL;

CREATE UNIQUE INDEX person_by_email ON person (email_folded);

CREATE INDEX person_by_english_name ON person (sort_en, id);

CREATE INDEX person_by_name ON person (sort_sv, id);

CREATE INDEX plan_cost_by_plan ON plan_cost (plan);

CREATE INDEX plan_item_by_person ON plan_item (person);

CREATE INDEX plan_item_by_plan ON plan_item (plan, person);

CREATE INDEX plan_item_step_by_item ON plan_item_step (item);

CREATE INDEX plan_lock_by_person ON plan_lock (person);

CREATE INDEX plan_lock_by_plan ON plan_lock (plan);

CREATE INDEX plan_person_by_person ON plan_person (person);

CREATE INDEX position_by_manager ON position (manager);

CREATE INDEX position_by_person ON position (person, valid_from);

CREATE INDEX position_by_unit ON position (unit);

CREATE INDEX programme_cohort_by_programme ON programme_cohort (programme);

CREATE INDEX programme_interest_by_person ON programme_interest (person);

CREATE UNIQUE INDEX programme_interest_that_stands ON programme_interest (programme, person) WHERE ended IS NULL;

CREATE INDEX programme_member_by_person ON programme_member (person);

CREATE UNIQUE INDEX programme_member_once ON programme_member (programme, person) WHERE stage <> 'left';

CREATE INDEX programme_step_by_member ON programme_step (member, place);

CREATE INDEX read_log_by_person ON read_log (person, at);

CREATE INDEX requirement_by_skill ON requirement (skill);

CREATE INDEX role_holder_by_person ON role_holder (person, valid_from);

CREATE INDEX role_holder_by_role ON role_holder (role);

CREATE INDEX round_assessor_by_round ON round_assessor (round);

CREATE INDEX round_case_by_answerer ON round_case (answerer, voice) WHERE answerer > 0;

CREATE UNIQUE INDEX round_case_by_person ON round_case (person, round, voice, answerer);

CREATE INDEX round_case_by_round ON round_case (round, voice, person);

CREATE INDEX round_peer_by_peer ON round_peer (peer);

CREATE INDEX session_by_account ON session (account);

CREATE INDEX skill_concept_by_concept ON skill_concept (concept);

CREATE INDEX strategy_document_by_strategy ON strategy_document (strategy);

CREATE INDEX strategy_entry_by_strategy ON strategy_entry (strategy, id);

CREATE INDEX strategy_negotiation_by_strategy ON strategy_negotiation (strategy);

CREATE INDEX strategy_review_by_strategy ON strategy_review (strategy, day);

CREATE UNIQUE INDEX strategy_that_is_active ON strategy (state) WHERE state = 'active';

CREATE INDEX unit_by_parent ON unit (parent);

CREATE INDEX wished_role_by_role ON wished_role (role);

CREATE INDEX wished_skill_by_skill ON wished_skill (skill);

CREATE VIEW reporting_line AS
  SELECT person, manager, valid_from, valid_to FROM position WHERE manager IS NOT NULL;

