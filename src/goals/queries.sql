-- Goals

-- part: head
SELECT g.id, g.parent, g.name_sv, g.name_en, g.description_sv, g.description_en, g.owner, g.metric_sv, g.metric_en,
       g.measure_sv, g.measure_en, g.baseline, g.target, g.starts, g.due, g.weight, g.dropped, g.dropped_because, g.version,
       p.given, p.family, p.left_on,
       (SELECT COUNT(*) FROM goal_need n WHERE n.goal = g.id) AS needs
  FROM goal g JOIN person p ON p.id = g.owner

-- name: goals
-- scope: whoever answers for a goal is named to all who see goals
{head} ORDER BY g.weight DESC, g.due, g.id

-- name: goal_by_id
-- scope: whoever answers for a goal is named to all who see goals
{head} WHERE g.id = :goal

-- name: insert_goal
INSERT INTO goal (parent, name_sv, name_en, description_sv, description_en, owner, metric_sv, metric_en, measure_sv,
                  measure_en, baseline, target, starts, due, weight, account, created)
VALUES (:parent, :name_sv, :name_en, :description_sv, :description_en, :owner, :metric_sv, :metric_en, :measure_sv,
        :measure_en, :baseline, :target, :starts, :due, :weight, :account, :at)
RETURNING id

-- name: update_goal
UPDATE goal SET parent = :parent, name_sv = :name_sv, name_en = :name_en, description_sv = :description_sv,
       description_en = :description_en, owner = :owner, metric_sv = :metric_sv, metric_en = :metric_en,
       measure_sv = :measure_sv, measure_en = :measure_en, baseline = :baseline, target = :target, starts = :starts, due = :due, weight = :weight,
       version = version + 1
 WHERE id = :goal

-- name: drop_goal
UPDATE goal SET dropped = :at, dropped_because = :because, version = version + 1 WHERE id = :goal

-- name: touch_goal
UPDATE goal SET version = version + 1 WHERE id = :goal

-- name: units_of_goals
SELECT x.goal, x.unit, u.name FROM goal_unit x JOIN unit u ON u.id = x.unit ORDER BY x.goal, u.sort_sv, u.id

-- name: clear_units
DELETE FROM goal_unit WHERE goal = :goal

-- name: insert_unit
INSERT INTO goal_unit (goal, unit) VALUES (:goal, :unit)

-- name: unit_exists
SELECT COUNT(*) AS n FROM unit WHERE id = :unit

-- Readings

-- name: readings — of all goals, the newest first
SELECT r.goal, r.day, r.value, r.note, COALESCE(a.name, '') AS by_name
  FROM goal_reading r LEFT JOIN account a ON a.id = r.account ORDER BY r.goal, r.day DESC

-- name: put_reading
INSERT INTO goal_reading (goal, day, value, note, account, at) VALUES (:goal, :day, :value, :note, :account, :at)
ON CONFLICT (goal, day) DO UPDATE SET value = excluded.value, note = excluded.note, account = excluded.account,
       at = excluded.at

-- name: delete_reading
DELETE FROM goal_reading WHERE goal = :goal AND day = :day

-- Needs

-- name: needs — of all goals
SELECT n.id, n.goal, n.role, n.unit, n.skill, n.level, n.headcount, n.due, n.must, n.consequence, n.scarcity,
       n.chosen_priority, n.not_funded, n.chosen_because, n.chosen, COALESCE(a.name, '') AS chosen_by,
       r.name_sv AS role_sv, r.name_en AS role_en, u.name AS unit_name, k.name_sv, k.name_en, k.retired
  FROM goal_need n JOIN skill k ON k.id = n.skill LEFT JOIN role r ON r.id = n.role LEFT JOIN unit u ON u.id = n.unit
  LEFT JOIN account a ON a.id = n.chosen_by
 ORDER BY n.goal, n.id

-- name: insert_need
INSERT INTO goal_need (goal, role, unit, skill, level, headcount, due, must, consequence, scarcity)
VALUES (:goal, :role, :unit, :skill, :level, :headcount, :due, :must, :consequence, :scarcity)

-- name: update_need
UPDATE goal_need SET headcount = :headcount, must = :must, consequence = :consequence, scarcity = :scarcity
 WHERE id = :need

-- name: choose
UPDATE goal_need SET chosen_priority = :priority, not_funded = :not_funded, chosen_because = :because,
       chosen_by = :account, chosen = :at
 WHERE id = :need AND goal = :goal

-- name: delete_need
DELETE FROM goal_need WHERE id = :need

-- Owners

-- name: leaders — who lead somebody on the day
-- scope: that somebody leads others is known to all who work there
SELECT p.id, p.given, p.family FROM person p
 WHERE p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)
   AND (:pattern = '' OR p.search LIKE :pattern ESCAPE '!')
   AND EXISTS (SELECT 1 FROM reporting_line l WHERE l.manager = p.id AND l.valid_from <= :day
                  AND (l.valid_to IS NULL OR l.valid_to >= :day))
 ORDER BY p.sort_sv, p.id LIMIT :limit

-- name: may_own — employed on the day, and a leader or within what the actor sees
SELECT p.id FROM person p
 WHERE p.id = :person AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)
   AND ({visible: p.id}
        OR EXISTS (SELECT 1 FROM reporting_line l WHERE l.manager = p.id AND l.valid_from <= :day
                      AND (l.valid_to IS NULL OR l.valid_to >= :day)))
