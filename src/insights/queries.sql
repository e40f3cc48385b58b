-- name: units — siblings in the order of their names
SELECT id, parent, code, name, place FROM unit ORDER BY sort_sv, id

-- name: skills
SELECT s.id, s.key, s.name_sv, s.name_en, s.skill_group, s.kind, c.highest, s.hours_per_level
  FROM skill s JOIN scale c ON c.id = s.scale ORDER BY s.id

-- name: groups
SELECT id, key, name_sv, name_en FROM skill_group ORDER BY id

-- name: roles
SELECT id, key, name_sv, name_en FROM role ORDER BY id

-- name: requirements_on — of the profile of each role that holds on the day
SELECT p.role, q.skill, q.level, q.importance, q.must
  FROM role_profile p JOIN requirement q ON q.profile = p.id
 WHERE p.valid_from = (SELECT MAX(o.valid_from) FROM role_profile o WHERE o.role = p.role AND o.valid_from <= :day)
 ORDER BY p.role, q.skill

-- name: requirements_of_role
SELECT p.role, q.skill, q.level, q.importance, q.must
  FROM role_profile p JOIN requirement q ON q.profile = p.id
 WHERE p.role = :role
   AND p.valid_from = (SELECT MAX(o.valid_from) FROM role_profile o WHERE o.role = p.role AND o.valid_from <= :day)
 ORDER BY q.skill

-- name: people_on — employed on the day, with the position that holds then
-- scope: fills the snapshot, from which rows about people leave through visibility only
SELECT p.id, p.left_on, o.unit, o.manager, o.fte
  FROM person p LEFT JOIN position o ON o.person = p.id AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
 WHERE p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)
 ORDER BY p.id

-- name: person_on
-- scope: fills the snapshot, from which rows about people leave through visibility only
SELECT p.id, p.left_on, o.unit, o.manager, o.fte
  FROM person p LEFT JOIN position o ON o.person = p.id AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
 WHERE p.id = :person AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)

-- name: holders_on
-- scope: fills the snapshot, from which rows about people leave through visibility only
SELECT DISTINCT person, role FROM role_holder
 WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY person, role

-- name: roles_of_person_on
-- scope: fills the snapshot, from which rows about people leave through visibility only
SELECT DISTINCT role FROM role_holder
 WHERE person = :person AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY role

-- name: names_of_visible — those of the ids between two that the actor may see
SELECT p.id, p.given, p.family, p.number FROM person p WHERE p.id >= :first AND p.id <= :last AND {visible: p.id} ORDER BY p.id

-- name: visible_reports — of oneself and those who report to one, or have
SELECT p.id FROM person p
 WHERE p.id IN (SELECT :person UNION SELECT l.person FROM reporting_line l WHERE l.manager = :person)
   AND {visible: p.id}

-- name: visible_ids
SELECT p.id FROM person p WHERE {visible: p.id}

-- name: open_contests — about people whose levels the actor may see
SELECT COUNT(*) AS n FROM contest c JOIN assessment a ON a.id = c.assessment WHERE c.state = 'open' AND {visible: a.person}

-- name: contested_of_person — statements with an open contest
SELECT DISTINCT a.skill FROM contest c JOIN assessment a ON a.id = c.assessment
 WHERE c.state = 'open' AND a.person = :person AND {visible: a.person}

-- name: contested_pairs — person and skill with an open contest, of people whose levels the actor may see
SELECT DISTINCT a.person, a.skill FROM contest c JOIN assessment a ON a.id = c.assessment
 WHERE c.state = 'open' AND {visible: a.person}

-- name: direct_reports — by name, whose levels the actor may see
SELECT p.id, p.given, p.family, l.title
  FROM position l JOIN person p ON p.id = l.person
 WHERE l.manager = :manager AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
   AND (p.left_on IS NULL OR p.left_on >= :day) AND {visible: p.id}
 ORDER BY p.sort_sv, p.id

-- name: reskilling_of — interest in programmes, and what became of it
-- scope: my data, which has asked access
SELECT g.name AS programme, i.words, i.since, i.ended,
       (SELECT MAX(m.stage) FROM programme_member m
         WHERE m.programme = i.programme AND m.person = i.person
           AND m.id = (SELECT MAX(n.id) FROM programme_member n WHERE n.programme = i.programme AND n.person = i.person))
         AS stage
  FROM programme_interest i JOIN programme g ON g.id = i.programme
 WHERE i.person = :person ORDER BY i.id DESC

-- name: responsibilities — goals and strategies that a person answers for, those that are over last
-- scope: asked of oneself, or by HR with a reason (my_data)
SELECT 'goal' AS kind, id, name_sv, name_en, '' AS step, CASE WHEN dropped IS NULL THEN 0 ELSE 1 END AS over, 1 AS place
  FROM goal WHERE owner = :person
UNION ALL
SELECT 'strategy_owner', id, name_sv, name_en, '', CASE WHEN state = 'closed' THEN 1 ELSE 0 END, 2
  FROM strategy WHERE owner = :person
UNION ALL
SELECT 'strategy_sponsor', id, name_sv, name_en, '', CASE WHEN state = 'closed' THEN 1 ELSE 0 END, 3
  FROM strategy WHERE sponsor = :person
UNION ALL
SELECT 'strategy_step', s.id, s.name_sv, s.name_en, t.step, CASE WHEN s.state = 'closed' THEN 1 ELSE 0 END, 4
  FROM strategy_step t JOIN strategy s ON s.id = t.strategy WHERE t.owner = :person
 ORDER BY over, place, id, step

-- name: everyone_visible — in the order of names
SELECT p.id, p.number, p.given, p.family FROM person p WHERE {visible: p.id} ORDER BY p.sort_sv, p.id
