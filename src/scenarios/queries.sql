-- part: all
SELECT id, name, description, base, assumptions, changed, version FROM scenario

-- name: scenarios — the base first
{all} ORDER BY base DESC, id

-- name: scenario_by_id
{all} WHERE id = :scenario

-- name: scenario_by_name
{all} WHERE name_folded = :name

-- name: insert_scenario
INSERT INTO scenario (name, name_folded, description, base, assumptions, changed)
VALUES (:name, :folded, :description, :base, :assumptions, :at) RETURNING id

-- name: update_scenario
UPDATE scenario SET name = :name, name_folded = :folded, description = :description, base = :base,
       assumptions = :assumptions, changed = :at, version = version + 1
 WHERE id = :scenario

-- name: no_other_base
UPDATE scenario SET base = 0, version = version + 1 WHERE base = 1 AND id <> :scenario

-- name: delete_scenario
DELETE FROM scenario WHERE id = :scenario

-- name: employments — who has been employed when, and born which year, whoever they are; only numbers of many leave
-- scope: summed to hazards over everybody, and to months and ages by post
SELECT id, hired, left_on, birth_year FROM person ORDER BY id

-- name: roles_held — by person, in the order of time
-- scope: summed to hazards over everybody who held a role
SELECT person, role, valid_from, valid_to FROM role_holder ORDER BY person, valid_from, id
