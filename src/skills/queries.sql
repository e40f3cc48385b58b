-- Scales

-- name: scales
SELECT id, key, name_sv, name_en, lowest, highest FROM scale ORDER BY id

-- name: scale_levels
SELECT scale, level, name_sv, name_en, anchor_sv, anchor_en FROM scale_level ORDER BY scale, level

-- name: insert_scale
INSERT INTO scale (key, name_sv, name_en, lowest, highest) VALUES (:key, :name_sv, :name_en, :lowest, :highest)
RETURNING id

-- name: insert_scale_level
INSERT INTO scale_level (scale, level, name_sv, name_en, anchor_sv, anchor_en)
VALUES (:scale, :level, :name_sv, :name_en, :anchor_sv, :anchor_en)

-- Groups and skills

-- name: groups
SELECT id, parent, key, name_sv, name_en FROM skill_group ORDER BY id

-- name: insert_group
INSERT INTO skill_group (parent, key, name_sv, name_en) VALUES (:parent, :key, :name_sv, :name_en) RETURNING id

-- name: skills — all of them; the catalogue is read whole
SELECT id, key, skill_group, kind, scale, name_sv, name_en, description_sv, description_en, alternative_sv,
       alternative_en, hours_per_level, retired, source, version
  FROM skill ORDER BY id

-- name: skill_by_id
SELECT id, key, skill_group, kind, scale, name_sv, name_en, description_sv, description_en, alternative_sv,
       alternative_en, hours_per_level, retired, source, version
  FROM skill WHERE id = :skill

-- name: scale_of_skill
SELECT s.lowest, s.highest, k.retired FROM skill k JOIN scale s ON s.id = k.scale WHERE k.id = :skill

-- name: insert_skill
INSERT INTO skill (key, skill_group, kind, scale, name_sv, name_en, description_sv, description_en, alternative_sv,
                   alternative_en, hours_per_level, source)
VALUES (:key, :skill_group, :kind, :scale, :name_sv, :name_en, :description_sv, :description_en, :alternative_sv,
        :alternative_en, :hours_per_level, :source)
RETURNING id

-- name: update_skill
UPDATE skill SET skill_group = :skill_group, kind = :kind, name_sv = :name_sv, name_en = :name_en,
       description_sv = :description_sv, description_en = :description_en, alternative_sv = :alternative_sv,
       alternative_en = :alternative_en, hours_per_level = :hours_per_level, retired = :retired, version = version + 1
 WHERE id = :skill

-- name: anchors_of_skill
SELECT level, text_sv, text_en FROM skill_anchor WHERE skill = :skill ORDER BY level

-- name: delete_anchors
DELETE FROM skill_anchor WHERE skill = :skill

-- name: insert_anchor
INSERT INTO skill_anchor (skill, level, text_sv, text_en) VALUES (:skill, :level, :text_sv, :text_en)

-- name: roles_per_skill — profiles in force on the day that require each skill
SELECT r.skill, COUNT(*) AS roles FROM requirement r JOIN role_profile p ON p.id = r.profile
 WHERE p.valid_from = (SELECT MAX(q.valid_from) FROM role_profile q WHERE q.role = p.role AND q.valid_from <= :day)
 GROUP BY r.skill

-- name: required_by — the roles whose profile in force on the day requires the skill
SELECT o.id AS role, o.name_sv, o.name_en, r.level, r.importance, r.must
  FROM requirement r JOIN role_profile p ON p.id = r.profile JOIN role o ON o.id = p.role
 WHERE r.skill = :skill
   AND p.valid_from = (SELECT MAX(q.valid_from) FROM role_profile q WHERE q.role = p.role AND q.valid_from <= :day)
 ORDER BY o.id

-- Roles and profiles

-- name: roles
SELECT id, key, name_sv, name_en, description_sv, description_en, source, version FROM role ORDER BY id

-- name: role_by_id
SELECT id, key, name_sv, name_en, description_sv, description_en, source, version FROM role WHERE id = :role

-- name: insert_role
INSERT INTO role (key, name_sv, name_en, description_sv, description_en, source)
VALUES (:key, :name_sv, :name_en, :description_sv, :description_en, :source)
RETURNING id

-- name: update_role
UPDATE role SET name_sv = :name_sv, name_en = :name_en, description_sv = :description_sv,
       description_en = :description_en, version = version + 1
 WHERE id = :role

-- name: touch_role — a new profile is a change of the role
UPDATE role SET version = version + 1 WHERE id = :role

-- name: profiles — every version of every role, oldest first
SELECT id, role, valid_from, note FROM role_profile ORDER BY role, valid_from

-- name: profile_by_id
SELECT id, role, valid_from, note FROM role_profile WHERE id = :profile

-- name: profile_on — the one in force on the day
SELECT id, role, valid_from, note FROM role_profile WHERE role = :role AND valid_from <= :day
 ORDER BY valid_from DESC LIMIT 1

-- name: versions_of_role
SELECT p.id, p.valid_from, p.note, COALESCE(a.name, '') AS "by",
       (SELECT COUNT(*) FROM requirement r WHERE r.profile = p.id) AS requirements
  FROM role_profile p LEFT JOIN account a ON a.id = p.account
 WHERE p.role = :role ORDER BY p.valid_from DESC

-- name: insert_profile
INSERT INTO role_profile (role, valid_from, note, account, created) VALUES (:role, :valid_from, :note, :account, :created)
RETURNING id

-- name: update_profile
UPDATE role_profile SET note = :note, account = :account, created = :created WHERE id = :profile

-- name: requirements — of every version
SELECT profile, skill, level, importance, must FROM requirement ORDER BY profile, skill

-- name: requirements_of_profile
SELECT r.skill, r.level, r.importance, r.must, k.name_sv, k.name_en
  FROM requirement r JOIN skill k ON k.id = r.skill WHERE r.profile = :profile ORDER BY r.skill

-- name: delete_requirements
DELETE FROM requirement WHERE profile = :profile

-- name: insert_requirement
INSERT INTO requirement (profile, skill, level, importance, must) VALUES (:profile, :skill, :level, :importance, :must)

-- Who holds a role

-- name: holders_per_role
-- scope: headcounts only; roles.cpp withholds small ones
SELECT role, COUNT(DISTINCT person) AS holders FROM role_holder
 WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) GROUP BY role

-- name: holders_of_role
-- scope: a headcount only; roles.cpp withholds small ones
SELECT COUNT(DISTINCT person) AS n FROM role_holder
 WHERE role = :role AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)

-- name: roles_of_person — newest first
SELECT h.role AS id, o.name_sv, o.name_en, h.valid_from, h.valid_to
  FROM role_holder h JOIN role o ON o.id = h.role JOIN person p ON p.id = h.person
 WHERE h.person = :person AND {visible: p.id}
 ORDER BY h.valid_from DESC, h.id DESC

-- name: holdings_of_person
-- scope: the caller has asked access::may_see(edit) for this person, or changes it in an import
SELECT id, role, valid_from, valid_to FROM role_holder WHERE person = :person ORDER BY valid_from, id

-- name: every_holding
-- scope: feeds the Snapshot and compares imports; rows never leave unscoped
SELECT id, person, role, valid_from, valid_to FROM role_holder ORDER BY person, id

-- name: insert_holder
INSERT INTO role_holder (person, role, valid_from, valid_to) VALUES (:person, :role, :valid_from, :valid_to)

-- name: end_holder
-- scope: the caller has asked access::may_see(edit) for its person
UPDATE role_holder SET valid_to = :valid_to WHERE id = :holder

-- name: delete_holder — one that never came to hold
-- scope: the caller has asked access::may_see(edit) for its person
DELETE FROM role_holder WHERE id = :holder

-- name: people_by_number — those whom the actor may edit
SELECT p.id, p.number FROM person p WHERE {visible: p.id}

-- Packs

-- name: installed_packs
SELECT key FROM installed_pack ORDER BY key

-- name: insert_installed_pack
INSERT INTO installed_pack (key, at) VALUES (:key, :at)
