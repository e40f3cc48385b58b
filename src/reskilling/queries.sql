-- Programmes

-- part: head
SELECT g.id, g.name, g.description, g.state, g.unit, u.name AS unit_name, g.ready, g.hours_a_week, g.owner,
       g.recruitment_cost, g.onboarding_weeks, g.monthly_salary, g.hour_cost, g.version
  FROM programme g JOIN unit u ON u.id = g.unit

-- name: programmes — the latest first
{head} ORDER BY g.id DESC

-- name: programme_by_id
{head} WHERE g.id = :programme

-- name: programme_by_name
SELECT id FROM programme WHERE name_folded = :name

-- name: programme_roles — of all programmes
SELECT w.programme, w.role, r.name_sv, r.name_en, w.headcount
  FROM programme_role w JOIN role r ON r.id = w.role ORDER BY w.programme, r.name_sv, w.role

-- name: insert_programme
INSERT INTO programme (name, name_folded, description, state, unit, ready, hours_a_week, owner, recruitment_cost,
                       onboarding_weeks, monthly_salary, hour_cost, created)
VALUES (:name, :folded, :description, :state, :unit, :ready, :hours_a_week, :owner, :recruitment_cost,
        :onboarding_weeks, :monthly_salary, :hour_cost, :at)
RETURNING id

-- name: update_programme
UPDATE programme SET name = :name, name_folded = :folded, description = :description, unit = :unit, ready = :ready,
       hours_a_week = :hours_a_week, owner = :owner, recruitment_cost = :recruitment_cost,
       onboarding_weeks = :onboarding_weeks, monthly_salary = :monthly_salary, hour_cost = :hour_cost,
       version = version + 1
 WHERE id = :programme

-- name: set_programme_state
UPDATE programme SET state = :state, version = version + 1 WHERE id = :programme

-- name: clear_roles
DELETE FROM programme_role WHERE programme = :programme

-- name: insert_role
INSERT INTO programme_role (programme, role, headcount) VALUES (:programme, :role, :headcount)

-- name: delete_programme
DELETE FROM programme WHERE id = :programme

-- name: owner_name
-- scope: who runs a programme is told to everybody who may read it
SELECT given, family FROM person WHERE id = :person

-- name: may_own — employed on the day, and seen by the actor
SELECT p.id FROM person p
 WHERE p.id = :person AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day) AND {visible: p.id}

-- name: unit_is_within — one of the account's grants of the roles is over the unit
WITH RECURSIVE above(id, parent) AS (
  SELECT id, parent FROM unit WHERE id = :unit
  UNION ALL
  SELECT u.id, u.parent FROM unit u JOIN above a ON u.id = a.parent)
SELECT COUNT(*) AS n FROM above WHERE id = :granted

-- name: unit_name
SELECT name FROM unit WHERE id = :unit

-- Interest

-- name: own_interest — that stands, by programme
-- scope: only the person's own
SELECT id, programme, words, since FROM programme_interest
 WHERE person = :person AND ended IS NULL AND (until IS NULL OR until >= :day) ORDER BY programme

-- name: own_interest_roles
-- scope: only the person's own
SELECT i.id, w.role, r.name_sv, r.name_en FROM programme_interest i JOIN programme_interest_role w ON w.interest = i.id
  JOIN role r ON r.id = w.role
 WHERE i.person = :person AND i.ended IS NULL AND (i.until IS NULL OR i.until >= :day) ORDER BY i.id, r.name_sv

-- name: insert_interest
INSERT INTO programme_interest (programme, person, edition, words, since)
VALUES (:programme, :person, :edition, :words, :at) RETURNING id

-- name: update_interest
-- scope: a write; only the person's own
UPDATE programme_interest SET words = :words, edition = :edition WHERE id = :interest

-- name: clear_interest_roles
-- scope: a write; only the person's own
DELETE FROM programme_interest_role WHERE interest = :interest

-- name: insert_interest_role
INSERT INTO programme_interest_role (interest, role) VALUES (:interest, :role)

-- name: end_interest
-- scope: a write; only the person's own
UPDATE programme_interest SET ended = :at WHERE programme = :programme AND person = :person AND ended IS NULL

-- name: end_interest_of_others — when the programme closes: of those who were not placed
-- scope: a write
UPDATE programme_interest SET ended = :at
 WHERE programme = :programme AND ended IS NULL
   AND person NOT IN (SELECT m.person FROM programme_member m WHERE m.programme = :programme AND m.stage = 'placed')

-- name: interest_until
-- scope: a write
UPDATE programme_interest SET until = :until WHERE programme = :programme AND person = :person AND ended IS NULL

-- name: interested — whose interest in the programme stands, employed on the day
SELECT i.id, i.person, p.number, p.given, p.family, i.words, i.since
  FROM programme_interest i JOIN person p ON p.id = i.person
 WHERE i.programme = :programme AND i.ended IS NULL AND (i.until IS NULL OR i.until >= :day)
   AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day) AND {visible: i.person}
 ORDER BY p.sort_sv, p.id

-- name: interested_roles — what they asked for
-- scope: joined with what `interested` lets be seen
SELECT i.id, w.role FROM programme_interest i JOIN programme_interest_role w ON w.interest = i.id
 WHERE i.programme = :programme AND i.ended IS NULL ORDER BY i.id, w.role

-- name: interested_count — everybody who has asked, whatever became of it
-- scope: a sum; few are not told
SELECT COUNT(DISTINCT person) AS n FROM programme_interest WHERE programme = :programme

-- Members

-- part: member
SELECT m.id, m.programme, m.person, p.given, p.family, m.role, r.name_sv AS role_sv, r.name_en AS role_en, m.from_role,
       m.cohort, m.stage, m.selected, m.learning, m.trial, m.passed, m.placed, m.left_on, m.reason, m.cost, m.hours,
       m.chance
  FROM programme_member m JOIN person p ON p.id = m.person JOIN role r ON r.id = m.role

-- name: members — that the actor may see, by name
{member} WHERE m.programme = :programme AND {visible: m.person} ORDER BY p.sort_sv, p.id, m.id

-- name: member_by_id
-- scope: whoever asks for it has asked who may: the person, the mentor, the unit's manager, or who runs the programme
{member} WHERE m.id = :member

-- name: members_of_person
-- scope: only the person's own
{member} WHERE m.person = :person ORDER BY m.id DESC

-- name: members_of_mentor — of cohorts that one mentors, while they learn
-- scope: only those whom the actor mentors
{member} JOIN programme_cohort c ON c.id = m.cohort
 WHERE c.mentor = :person AND m.stage IN ('selected', 'learning') ORDER BY p.sort_sv, m.id

-- name: members_on_trial
-- scope: only those on trial in a unit that the actor leads; programmes_led says which
{member} WHERE m.stage = 'trial' ORDER BY p.sort_sv, m.id

-- name: programmes_led — whose unit, or a unit under it, has people who report to the person
-- scope: programmes alone leave it
WITH RECURSIVE under(programme, unit) AS (
  SELECT g.id, g.unit FROM programme g WHERE g.state IN ('open', 'running')
  UNION
  SELECT x.programme, u.id FROM unit u JOIN under x ON u.parent = x.unit)
SELECT DISTINCT x.programme FROM under x
  JOIN position o ON o.unit = x.unit AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
  JOIN reporting_line l ON l.person = o.person AND l.manager = :person
   AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
 ORDER BY x.programme

-- name: member_counts — by stage and by roles
-- scope: sums; few are not told
SELECT m.stage, m.from_role, m.role, COUNT(*) AS n, SUM(m.cost) AS cost, SUM(m.hours) AS hours FROM programme_member m
 WHERE m.programme = :programme GROUP BY m.stage, m.from_role, m.role ORDER BY m.role, m.from_role, m.stage

-- name: member_figures — what each costs, without who it is
-- scope: no person leaves it; sums of many
SELECT m.stage, m.cost, m.hours, COALESCE(m.learning, c.starts, m.selected) AS starts,
       CASE WHEN m.learning IS NULL THEN 0 ELSE 1 END AS begun
  FROM programme_member m LEFT JOIN programme_cohort c ON c.id = m.cohort
 WHERE m.programme = :programme ORDER BY m.id

-- name: insert_member
INSERT INTO programme_member (programme, person, role, from_role, stage, selected, cost, hours, chance)
VALUES (:programme, :person, :role, :from_role, 'selected', :day, :cost, :hours, :chance) RETURNING id

-- name: delete_member
-- scope: a write
DELETE FROM programme_member WHERE id = :member

-- name: delete_steps
-- scope: a write
DELETE FROM programme_step WHERE member = :member

-- name: set_stage
-- scope: a write
UPDATE programme_member SET stage = :stage, learning = :learning, trial = :trial, placed = :placed, left_on = :left_on,
       reason = :reason
 WHERE id = :member

-- name: set_passed
-- scope: a write
UPDATE programme_member SET passed = :day, passed_by = :account WHERE id = :member

-- name: set_cohort
-- scope: a write
UPDATE programme_member SET cohort = :cohort WHERE id = :member

-- name: leave_cohort
-- scope: a write; only of those who have not begun
UPDATE programme_member SET cohort = NULL WHERE cohort = :cohort AND stage = 'selected'

-- name: role_held — the first of those held on the day
-- scope: of somebody whose interest the actor has been shown
SELECT role FROM role_holder
 WHERE person = :person AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY valid_from, role

-- name: holds_role_on
-- scope: of a member whom the actor has been shown
SELECT COUNT(*) AS n FROM role_holder
 WHERE person = :person AND role = :role AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)

-- Steps

-- name: insert_step
INSERT INTO programme_step (member, place, kind, activity, skill, level, hours)
VALUES (:member, :place, :kind, :activity, :skill, :level, :hours)

-- name: steps — of a member, in order
-- scope: of a member whom the actor has been shown
SELECT s.id, s.kind, s.activity, a.name_sv AS activity_sv, a.name_en AS activity_en, s.skill, k.name_sv AS skill_sv,
       k.name_en AS skill_en, s.level, s.hours, s.done
  FROM programme_step s LEFT JOIN activity a ON a.id = s.activity LEFT JOIN skill k ON k.id = s.skill
 WHERE s.member = :member ORDER BY s.place

-- name: member_of_step
-- scope: whoever asks for it is then asked whether they mentor the member
SELECT member FROM programme_step WHERE id = :step

-- name: set_step_done
-- scope: a write
UPDATE programme_step SET done = :day, done_by = :account WHERE id = :step

-- Cohorts

-- part: cohort
SELECT c.id, c.programme, c.name, c.starts, c.place, c.mentor, c.version FROM programme_cohort c

-- name: cohorts — by start
{cohort} WHERE c.programme = :programme ORDER BY c.starts, c.id

-- name: cohort_by_id
{cohort} WHERE c.id = :cohort

-- name: insert_cohort
INSERT INTO programme_cohort (programme, name, starts, place, mentor) VALUES (:programme, :name, :starts, :place, :mentor)
RETURNING id

-- name: update_cohort
UPDATE programme_cohort SET name = :name, starts = :starts, place = :place, mentor = :mentor, version = version + 1
 WHERE id = :cohort
