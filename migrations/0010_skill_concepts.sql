-- The concept that a skill of the catalogue stands for: at most one a taxonomy. The row keeps what was linked; when a
-- release replaces that concept, whoever reads follows concept.replaced_by.
CREATE TABLE skill_concept (
  skill BIGINT NOT NULL REFERENCES skill(id),
  taxonomy BIGINT NOT NULL REFERENCES taxonomy(id),
  concept BIGINT NOT NULL REFERENCES concept(id),
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (skill, taxonomy)
);
CREATE INDEX skill_concept_by_concept ON skill_concept (concept);
CREATE INDEX concept_by_replacement ON concept (replaced_by);
