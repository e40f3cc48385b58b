-- Taxonomies and their releases

-- name: taxonomies
SELECT id, key, name, release, licence, attribution, version, imported FROM taxonomy ORDER BY id

-- name: taxonomy_by_key
SELECT id, key, name, release, licence, attribution, version, imported FROM taxonomy WHERE key = :key

-- name: insert_taxonomy
INSERT INTO taxonomy (key, name, release, licence, attribution, imported, account)
VALUES (:key, :name, :release, :licence, :attribution, :imported, :account)
RETURNING id

-- name: update_taxonomy
UPDATE taxonomy SET name = :name, release = :release, licence = :licence, attribution = :attribution,
       imported = :imported, account = :account, version = version + 1
 WHERE id = :taxonomy

-- name: insert_release
INSERT INTO taxonomy_release (taxonomy, release, at, account, added, relabelled, retired, replaced, restored, amended,
                              unchanged, relations_added, relations_dropped)
VALUES (:taxonomy, :release, :at, :account, :added, :relabelled, :retired, :replaced, :restored, :amended,
        :unchanged, :relations_added, :relations_dropped)
RETURNING id

-- name: revision — grows with every import that changed something
SELECT (SELECT COALESCE(MAX(id), 0) FROM taxonomy_release) + (SELECT COALESCE(SUM(version), 0) FROM crosswalk) AS revision

-- name: releases_of — newest first
SELECT id, release, at, added, relabelled, retired, replaced, restored, amended, unchanged, relations_added,
       relations_dropped
  FROM taxonomy_release WHERE taxonomy = :taxonomy ORDER BY id DESC

-- name: insert_change
INSERT INTO concept_change (taxonomy_release, concept, language, change, before)
VALUES (:taxonomy_release, :concept, :language, :change, :before)

-- name: counts_by_type
SELECT taxonomy, type, retired, COUNT(*) AS concepts FROM concept GROUP BY taxonomy, type, retired

-- name: relations_by_taxonomy
SELECT c.taxonomy, COUNT(*) FROM concept_relation r JOIN concept c ON c.id = r.source GROUP BY c.taxonomy

-- name: languages_by_taxonomy
SELECT DISTINCT c.taxonomy, l.language FROM concept_label l JOIN concept c ON c.id = l.concept
 ORDER BY c.taxonomy, l.language

-- What an import compares with and writes

-- name: concepts_of
SELECT id, uri, type, code, isco, reuse, retired FROM concept WHERE taxonomy = :taxonomy ORDER BY id

-- name: labels_of
SELECT l.concept, l.language, l.preferred, l.alternatives, l.hidden, l.description
  FROM concept_label l JOIN concept c ON c.id = l.concept WHERE c.taxonomy = :taxonomy

-- name: relations_of
SELECT r.source, r.kind, r.target FROM concept_relation r JOIN concept c ON c.id = r.source
 WHERE c.taxonomy = :taxonomy

-- name: concept_ids
SELECT uri, id FROM concept WHERE taxonomy = :taxonomy

-- name: insert_concept
INSERT INTO concept (taxonomy, uri, type, code, isco, reuse) VALUES (:taxonomy, :uri, :type, :code, :isco, :reuse)

-- name: update_concept — in force, whatever it was before
UPDATE concept SET type = :type, code = :code, isco = :isco, reuse = :reuse, retired = 0, replaced_by = NULL
 WHERE id = :concept

-- name: retire_concept
UPDATE concept SET retired = 1, replaced_by = :replaced_by WHERE id = :concept

-- name: insert_label
INSERT INTO concept_label (concept, language, preferred, alternatives, hidden, description)
VALUES (:concept, :language, :preferred, :alternatives, :hidden, :description)

-- name: update_label
UPDATE concept_label SET preferred = :preferred, alternatives = :alternatives, hidden = :hidden,
       description = :description
 WHERE concept = :concept AND language = :language

-- name: insert_relation
INSERT INTO concept_relation (source, kind, target) VALUES (:source, :kind, :target)

-- name: delete_relation
DELETE FROM concept_relation WHERE source = :source AND kind = :kind AND target = :target

-- Reading

-- The label in the language asked for, else in English, else in the first there is.
-- part: label
LEFT JOIN concept_label l ON l.concept = c.id AND l.language = (
       SELECT x.language FROM concept_label x WHERE x.concept = c.id
        ORDER BY CASE WHEN x.language = :language THEN 0 WHEN x.language = 'en' THEN 1 ELSE 2 END, x.language LIMIT 1)

-- part: row
c.id, c.uri, c.type, c.code, c.retired, l.preferred, l.language

-- How many are directly below and in force.
-- part: children
(SELECT COUNT(*) FROM concept_relation n JOIN concept d ON d.id = n.source AND d.retired = 0
         WHERE n.target = c.id AND n.kind = 'broader') AS children

-- name: concept_by_id
SELECT c.id, c.taxonomy, t.name AS taxonomy_name, t.attribution, c.uri, c.type, c.code, c.isco, c.reuse, c.retired,
       c.replaced_by
  FROM concept c JOIN taxonomy t ON t.id = c.taxonomy WHERE c.id = :concept

-- name: concept_by_uri — the same URI in two taxonomies: what is in force first, then the older
SELECT id FROM concept WHERE uri = :uri ORDER BY retired, id LIMIT 1

-- name: labels_of_concept
SELECT language, preferred, alternatives, hidden, description FROM concept_label
 WHERE concept = :concept ORDER BY language

-- name: concept_row
SELECT {row}, {children}
  FROM concept c
  {label}
 WHERE c.id = :concept

-- name: parents_of
SELECT {row}, {children}
  FROM concept_relation r JOIN concept c ON c.id = r.target
  {label}
 WHERE r.source = :concept AND r.kind = 'broader' ORDER BY c.id

-- name: needs_of — what a concept needs; retired targets only while it is retired itself
SELECT {row}, 0 AS children, r.kind
  FROM concept_relation r JOIN concept c ON c.id = r.target JOIN concept s ON s.id = r.source
  {label}
 WHERE r.source = :concept AND r.kind <> 'broader' AND (c.retired = 0 OR s.retired = 1) ORDER BY c.id

-- name: children_of
SELECT {row}, {children}
  FROM concept_relation r JOIN concept c ON c.id = r.source
  {label}
 WHERE r.target = :parent AND r.kind = 'broader' AND c.id > :after AND c.retired = 0
   AND (:type = '' OR c.type = :type)
 ORDER BY c.id LIMIT :limit

-- name: roots_of — in force, with nothing in force above
SELECT {row}, {children}
  FROM concept c
  {label}
 WHERE c.taxonomy = :taxonomy AND c.id > :after AND c.retired = 0 AND (:type = '' OR c.type = :type)
   AND NOT EXISTS (SELECT 1 FROM concept_relation u JOIN concept a ON a.id = u.target AND a.retired = 0
                    WHERE u.source = c.id AND u.kind = 'broader')
 ORDER BY c.id LIMIT :limit

-- name: needed_by — concepts in force that need it; who needs it in both ways comes once, as essential
SELECT {row}, 0 AS children, MIN(r.kind) AS kind
  FROM concept_relation r JOIN concept c ON c.id = r.source
  {label}
 WHERE r.target = :concept AND r.kind IN ('essential', 'optional') AND c.id > :after AND c.retired = 0
   AND (:type = '' OR c.type = :type)
 GROUP BY {row}
 ORDER BY c.id LIMIT :limit

-- name: count_needed_by
SELECT COUNT(DISTINCT r.source) FROM concept_relation r JOIN concept c ON c.id = r.source
 WHERE r.target = :concept AND r.kind IN ('essential', 'optional') AND c.retired = 0

-- name: all_labels
SELECT c.id, c.uri, c.type, c.code, l.language, l.preferred, l.alternatives, l.hidden, l.description, c.isco
  FROM concept c JOIN concept_label l ON l.concept = c.id
 WHERE c.taxonomy = :taxonomy AND c.retired = 0 ORDER BY c.id, l.language

-- name: taxonomy_known
SELECT id FROM taxonomy WHERE id = :taxonomy

-- name: release_known
SELECT id FROM taxonomy_release WHERE id = :release

-- name: concept_known
SELECT id FROM concept WHERE id = :concept

-- name: taxonomy_to_match — the one named, or ESCO, or the first there is
SELECT id FROM taxonomy WHERE :key = '' OR key = :key ORDER BY CASE key WHEN 'esco' THEN 0 ELSE 1 END, id LIMIT 1

-- name: skill_fields — a group that each skill is in
SELECT r.source, CAST(MIN(r.target) AS TEXT) AS field
  FROM concept_relation r JOIN concept c ON c.id = r.source JOIN concept p ON p.id = r.target
 WHERE c.taxonomy = :taxonomy AND r.kind = 'broader' AND p.type = 'skill_group' AND p.retired = 0
   AND c.type IN ('skill', 'knowledge')
 GROUP BY r.source

-- name: occupation_fields — the ISCO-08 codes of a group that each occupation without codes of its own is in
SELECT r.source, MIN(p.isco) AS field
  FROM concept_relation r JOIN concept c ON c.id = r.source JOIN concept p ON p.id = r.target
 WHERE c.taxonomy = :taxonomy AND r.kind = 'broader' AND c.type = 'occupation' AND c.isco = '' AND p.isco <> ''
   AND p.retired = 0
 GROUP BY r.source

-- name: needs_of_skills — what occupations need of a taxonomy's skills, and what these occupations are called
SELECT r.source, r.kind, r.target
  FROM concept_relation r JOIN concept c ON c.id = r.target JOIN concept o ON o.id = r.source
 WHERE c.taxonomy = :taxonomy AND c.retired = 0 AND c.type IN ('skill', 'knowledge')
   AND o.type = 'occupation' AND o.retired = 0 AND r.kind IN ('essential', 'optional')
 ORDER BY r.source

-- name: names_of_needing — with the ISCO-08 codes of the occupation
SELECT l.concept, l.language, l.preferred, l.alternatives, o.isco
  FROM concept_label l JOIN concept o ON o.id = l.concept
 WHERE l.concept IN (SELECT r.source FROM concept_relation r JOIN concept c ON c.id = r.target
                      WHERE c.taxonomy = :taxonomy AND r.kind IN ('essential', 'optional'))
 ORDER BY l.concept, l.language

-- name: titles_of_others — occupations of other taxonomies, with the ISCO-08 codes of the groups they are in
SELECT l.preferred, l.alternatives, p.isco
  FROM concept c JOIN concept_relation r ON r.source = c.id AND r.kind = 'broader' JOIN concept p ON p.id = r.target
  JOIN concept_label l ON l.concept = c.id
 WHERE c.taxonomy <> :taxonomy AND c.type = 'occupation' AND c.retired = 0 AND p.isco <> '' ORDER BY c.id

-- name: rivals — what other taxonomies call skills in Swedish
SELECT l.preferred
  FROM concept c JOIN concept_label l ON l.concept = c.id
 WHERE c.taxonomy <> :taxonomy AND c.type IN ('skill', 'knowledge') AND c.retired = 0 AND l.language = 'sv' ORDER BY c.id

-- name: changes_in — what a release did, `limit` concepts at a time
SELECT d.concept AS id, c.uri, c.type, c.code, l.preferred, l.language AS label_language, d.change, d.language, d.before
  FROM concept_change d JOIN concept c ON c.id = d.concept
  {label}
 WHERE d.taxonomy_release = :release AND (:change = '' OR d.change = :change)
   AND d.concept IN (SELECT DISTINCT e.concept FROM concept_change e
                      WHERE e.taxonomy_release = :release AND e.concept > :after
                        AND (:change = '' OR e.change = :change)
                      ORDER BY e.concept LIMIT :limit)
 ORDER BY d.concept, d.language

-- Crosswalks

-- name: crosswalks
SELECT w.id, a.id, a.name, b.id, b.name, w.filename, w.imported, k.correspondence, COUNT(k.source) AS pairs
  FROM crosswalk w JOIN taxonomy a ON a.id = w.one JOIN taxonomy b ON b.id = w.other
  LEFT JOIN counterpart k ON k.crosswalk = w.id
 GROUP BY w.id, a.id, a.name, b.id, b.name, w.filename, w.imported, k.correspondence
 ORDER BY a.id, b.id, w.id

-- name: concepts_to_find
SELECT uri, id, taxonomy, type FROM concept ORDER BY id

-- name: crosswalk_between
SELECT id FROM crosswalk WHERE one = :one AND other = :other

-- name: insert_crosswalk
INSERT INTO crosswalk (one, other, filename, imported, account) VALUES (:one, :other, :filename, :imported, :account)
RETURNING id

-- name: update_crosswalk
UPDATE crosswalk SET filename = :filename, imported = :imported, account = :account, version = version + 1
 WHERE id = :crosswalk

-- name: counterparts_between
SELECT k.source, k.target, k.correspondence, c.type FROM counterpart k JOIN concept c ON c.id = k.source
 WHERE k.crosswalk = :crosswalk

-- name: insert_counterpart
INSERT INTO counterpart (crosswalk, source, correspondence, target)
VALUES (:crosswalk, :source, :correspondence, :target)

-- name: delete_counterpart
DELETE FROM counterpart WHERE source = :source AND target = :target

-- Both ways, as `concept` sees `other`.
-- part: counterparts
(SELECT source AS concept, target AS other, correspondence FROM counterpart
  UNION ALL
 SELECT target, source, CASE correspondence WHEN 'broad' THEN 'narrow' WHEN 'narrow' THEN 'broad' ELSE correspondence END
   FROM counterpart)

-- name: counterparts_of — in force; the closest first
SELECT {row}, 0 AS children, k.correspondence, t.name AS taxonomy_name
  FROM {counterparts} k JOIN concept c ON c.id = k.other JOIN taxonomy t ON t.id = c.taxonomy
  {label}
 WHERE k.concept = :concept AND c.retired = 0
 ORDER BY CASE k.correspondence WHEN 'exact' THEN 0 WHEN 'close' THEN 1 WHEN 'narrow' THEN 2 ELSE 3 END, t.id, c.id

-- name: mapped_names — of other taxonomies, with the concept of this one that each corresponds to
SELECT o.id, l.preferred, l.alternatives, k.concept, k.correspondence
  FROM {counterparts} k JOIN concept c ON c.id = k.concept JOIN concept o ON o.id = k.other
  JOIN concept_label l ON l.concept = o.id
 WHERE c.taxonomy = :taxonomy AND c.retired = 0 AND o.retired = 0 AND k.correspondence <> 'narrow'
 ORDER BY o.id, l.language, k.concept

-- Own skills and the concepts they stand for

-- name: links — of one skill, or of all (0); then from each link, step by step, to what stands in its place today
WITH RECURSIVE stands(skill, taxonomy, linked, concept, step) AS (
  SELECT skill, taxonomy, concept, concept, 0 FROM skill_concept
   WHERE CAST(:skill AS BIGINT) = 0 OR skill = :skill
  UNION ALL
  SELECT s.skill, s.taxonomy, s.linked, c.replaced_by, s.step + 1
    FROM stands s JOIN concept c ON c.id = s.concept
   WHERE c.retired = 1 AND c.replaced_by IS NOT NULL AND s.step < 20)
SELECT skill, taxonomy, linked, concept FROM stands ORDER BY skill, taxonomy, step

-- name: relations_of_links — in force, from each concept that a skill stands for
WITH RECURSIVE stands(concept, step) AS (
  SELECT DISTINCT concept, 0 FROM skill_concept
  UNION
  SELECT c.replaced_by, s.step + 1 FROM stands s JOIN concept c ON c.id = s.concept
   WHERE c.retired = 1 AND c.replaced_by IS NOT NULL AND s.step < 20)
SELECT DISTINCT r.source, r.kind, r.target
  FROM stands s JOIN concept_relation r ON r.source = s.concept
  JOIN concept a ON a.id = r.source JOIN concept b ON b.id = r.target
 WHERE a.retired = 0 AND b.retired = 0 ORDER BY r.source, r.kind, r.target

-- name: skills_of_concept — linked to it, or to what it stands in the place of
WITH RECURSIVE earlier(id) AS (
  SELECT CAST(:concept AS BIGINT)
  UNION
  SELECT c.id FROM concept c JOIN earlier e ON c.replaced_by = e.id WHERE c.retired = 1)
SELECT l.skill FROM skill_concept l JOIN earlier e ON e.id = l.concept ORDER BY l.skill

-- name: insert_link
INSERT INTO skill_concept (skill, taxonomy, concept, account, created)
VALUES (:skill, :taxonomy, :concept, :account, :created)

-- name: delete_link
DELETE FROM skill_concept WHERE skill = :skill AND taxonomy = :taxonomy

-- name: labels_of_links — names of the concepts that skills stand for
SELECT k.skill, l.language, l.preferred, l.alternatives, l.hidden
  FROM skill_concept k JOIN concept c ON c.id = k.concept
  JOIN concept_label l ON l.concept = COALESCE(c.replaced_by, c.id)
 ORDER BY k.skill, l.concept, l.language

-- name: catalogue_basis — rises with every change to skills, their links and the taxonomies
SELECT (SELECT COALESCE(SUM(version), 0) + COUNT(*) FROM skill)
     + (SELECT COALESCE(SUM(concept), 0) + COUNT(*) FROM skill_concept)
     + (SELECT COALESCE(MAX(id), 0) FROM taxonomy_release) AS basis
