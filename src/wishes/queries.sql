-- name: skills_wished
SELECT w.skill, k.name_sv, k.name_en, w.level FROM wished_skill w JOIN skill k ON k.id = w.skill
 WHERE w.person = :person AND {visible: w.person} ORDER BY w.at, w.skill

-- name: roles_wished
SELECT w.role, r.name_sv, r.name_en FROM wished_role w JOIN role r ON r.id = w.role
 WHERE w.person = :person AND {visible: w.person} ORDER BY w.at, w.role

-- name: wish_skill
INSERT INTO wished_skill (person, skill, level, at) VALUES (:person, :skill, :level, :at)
ON CONFLICT (person, skill) DO UPDATE SET level = excluded.level

-- name: wish_role
INSERT INTO wished_role (person, role, at) VALUES (:person, :role, :at) ON CONFLICT (person, role) DO NOTHING

-- name: take_back_skill
-- scope: a write; only the person's own
DELETE FROM wished_skill WHERE person = :person AND skill = :skill

-- name: take_back_role
-- scope: a write; only the person's own
DELETE FROM wished_role WHERE person = :person AND role = :role

-- name: role_exists
SELECT id FROM role WHERE id = :role

-- name: every_wished_skill
-- scope: summed by unit; a sum about few is not told
SELECT skill, person FROM wished_skill ORDER BY skill, person

-- name: every_wished_role
-- scope: summed by unit; a sum about few is not told
SELECT role, person FROM wished_role ORDER BY role, person

-- Consent

-- name: consents — the newest first
-- scope: only the person's own, or what "my data" tells after it has asked access
SELECT edition, own_ratings, given, withdrawn FROM consent WHERE person = :person ORDER BY id DESC

-- name: give_consent
INSERT INTO consent (person, edition, own_ratings, given) VALUES (:person, :edition, :own_ratings, :given)

-- name: withdraw_consent
-- scope: a write; only the person's own
UPDATE consent SET withdrawn = :at WHERE person = :person AND withdrawn IS NULL

-- name: consented — who may be found, and whether their own ratings count
-- scope: kept in memory for everybody who asks; whoever reads it has asked access::finds_by_consent
SELECT person, own_ratings FROM consent WHERE withdrawn IS NULL

-- name: consent_that_holds
-- scope: as consented, of one person whose consent has changed
SELECT own_ratings FROM consent WHERE person = :person AND withdrawn IS NULL
