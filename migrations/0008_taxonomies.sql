-- Reference taxonomies beside the organisation's own catalogue: concepts with labels in many languages and relations.
-- A concept is never assessed and never deleted: what a release no longer has is retired.
CREATE TABLE taxonomy (
  id {id},
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  release TEXT NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL,
  version BIGINT NOT NULL DEFAULT 1,
  imported BIGINT NOT NULL,
  account BIGINT NOT NULL
);
-- One for each import that changed something.
CREATE TABLE taxonomy_release (
  id {id},
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
CREATE TABLE concept (
  id {id},
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
CREATE INDEX concept_by_uri ON concept (uri);
-- alternatives and hidden: one a line.
CREATE TABLE concept_label (
  concept BIGINT NOT NULL REFERENCES concept(id),
  language TEXT NOT NULL,
  preferred TEXT NOT NULL,
  alternatives TEXT NOT NULL,
  hidden TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (concept, language)
);
-- broader: target is above source. essential, optional: source (an occupation or a skill) needs target.
CREATE TABLE concept_relation (
  source BIGINT NOT NULL REFERENCES concept(id),
  kind TEXT NOT NULL,
  target BIGINT NOT NULL REFERENCES concept(id),
  PRIMARY KEY (source, kind, target)
);
CREATE INDEX concept_relation_by_target ON concept_relation (target, kind);
-- What a release did to each concept; language and the label before it for relabelled, both empty otherwise.
CREATE TABLE concept_change (
  taxonomy_release BIGINT NOT NULL REFERENCES taxonomy_release(id),
  concept BIGINT NOT NULL REFERENCES concept(id),
  language TEXT NOT NULL,
  change TEXT NOT NULL,
  before TEXT NOT NULL,
  PRIMARY KEY (taxonomy_release, concept, language)
);
