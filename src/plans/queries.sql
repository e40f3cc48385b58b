-- Plans

-- part: head
SELECT p.id, p.name, p.frame, p.state, p.based_on, p.job, p.edition, p.solved_edition,
       p.told, p.solved, p.seen, p.because, p.published, p.created,
       p.version, COALESCE(a.name, '') AS by_name, COALESCE(b.name, '') AS approver_name
  FROM plan p LEFT JOIN account a ON a.id = p.account LEFT JOIN account b ON b.id = p.approver

-- name: plans — newest first
{head} ORDER BY p.id DESC

-- name: plan_by_id
{head} WHERE p.id = :plan

-- name: insert_plan
INSERT INTO plan (name, frame, state, based_on, account, created)
VALUES (:name, :frame, 'draft', :based_on, :account, :at) RETURNING id

-- name: update_plan
UPDATE plan SET name = :name, frame = :frame, edition = edition + :changes, version = version + 1 WHERE id = :plan

-- name: set_state
UPDATE plan SET state = :state, because = :because, version = version + 1 WHERE id = :plan

-- name: publish
UPDATE plan SET state = 'published', because = '', approver = :account, published = :at, version = version + 1
 WHERE id = :plan

-- name: replace_by — the plan that a published one is based on
UPDATE plan SET state = 'replaced', version = version + 1
 WHERE state = 'published' AND id = (SELECT based_on FROM plan WHERE id = :plan)

-- name: new_edition — a manager has said something that the next solution heeds
UPDATE plan SET edition = edition + 1 WHERE id = :plan

-- name: set_job
UPDATE plan SET job = :job WHERE id = :plan

-- name: set_told
UPDATE plan SET told = :told, solved = :at, seen = :seen, solved_edition = :edition
 WHERE id = :plan AND edition = :edition AND (:job = 0 OR job = :job)

-- name: still_wanted — by the job that solves it; 0: by whoever waits
SELECT id FROM plan WHERE id = :plan AND edition = :edition AND (:job = 0 OR job = :job)

-- name: delete_plan
DELETE FROM plan WHERE id = :plan

-- Locks

-- name: locks_of — of one plan; reviewed: those that managers' words have become, or those of whoever makes it
-- scope: constraints of the next solution; told to nobody
SELECT kind, person, unit, activity FROM plan_lock WHERE plan = :plan AND reviewed = :reviewed ORDER BY id

-- name: locks_shown — of whoever makes the plan; who it is, is for whoever sees the person
SELECT l.kind, l.person, l.unit, l.activity, COALESCE(TRIM(p.given || ' ' || p.family), '') AS person_name,
       COALESCE(u.name, '') AS unit_name, COALESCE(a.name_sv, '') AS name_sv, COALESCE(a.name_en, '') AS name_en
  FROM plan_lock l LEFT JOIN person p ON p.id = l.person LEFT JOIN unit u ON u.id = l.unit
  LEFT JOIN activity a ON a.id = l.activity
 WHERE l.plan = :plan AND l.reviewed = 0 AND (l.person IS NULL OR {visible: l.person}) ORDER BY l.id

-- name: insert_lock
INSERT INTO plan_lock (plan, kind, person, unit, activity, reviewed)
VALUES (:plan, :kind, :person, :unit, :activity, :reviewed)

-- name: clear_shown — those of locks_shown
DELETE FROM plan_lock WHERE plan = :plan AND reviewed = 0 AND (person IS NULL OR {visible: person})

-- name: clear_reviewed
-- scope: a write, with the whole plan
DELETE FROM plan_lock WHERE plan = :plan AND reviewed = 1

-- name: clear_locks
-- scope: a write, with the whole plan
DELETE FROM plan_lock WHERE plan = :plan

-- What each person is to do

-- name: insert_item
INSERT INTO plan_item (plan, person, activity, session, quarter, starts, hours, cost, must, margin, instead, review,
                       swapped_to, review_because, reviewer, reviewed)
VALUES (:plan, :person, :activity, :session, :quarter, :starts, :hours, :cost, :must, :margin, :instead, :review,
        :swapped_to, :review_because, :reviewer, :reviewed)
RETURNING id

-- name: insert_step
INSERT INTO plan_item_step (item, goal, role, skill, from_level, to_level, steps)
VALUES (:item, :goal, :role, :skill, :from, :to, :steps)

-- name: insert_person
INSERT INTO plan_person (plan, person, why, activity, lacks) VALUES (:plan, :person, :why, :activity, :lacks)

-- name: clear_steps
-- scope: a write, with the whole plan
DELETE FROM plan_item_step WHERE item IN (SELECT id FROM plan_item WHERE plan = :plan)

-- name: clear_items
-- scope: a write, with the whole plan
DELETE FROM plan_item WHERE plan = :plan

-- name: clear_persons
-- scope: a write, with the whole plan
DELETE FROM plan_person WHERE plan = :plan

-- name: decisions — what managers and people have said, for the solver
-- scope: constraints of the next solution; told to nobody
SELECT person, activity, review, swapped_to, review_because, reviewer, reviewed, answer FROM plan_item
 WHERE plan = :plan ORDER BY id

-- part: item
SELECT i.id, i.plan, n.name AS plan_name, n.frame, i.person, TRIM(p.given || ' ' || p.family) AS person_name,
       i.activity, a.name_sv, a.name_en, a.kind, i.session, i.quarter, i.starts, i.hours, i.cost, a.currency, i.must,
       i.margin, i.instead, COALESCE(b.name_sv, '') AS instead_sv, COALESCE(b.name_en, '') AS instead_en, i.review,
       i.swapped_to, COALESCE(c.name_sv, '') AS swapped_sv, COALESCE(c.name_en, '') AS swapped_en, i.review_because,
       i.answer, i.answer_because, n.state
  FROM plan_item i JOIN plan n ON n.id = i.plan JOIN person p ON p.id = i.person JOIN activity a ON a.id = i.activity
  LEFT JOIN activity b ON b.id = i.instead LEFT JOIN activity c ON c.id = i.swapped_to

-- name: items_of_plan
{item} WHERE i.plan = :plan AND {visible: p.id} ORDER BY i.starts, p.sort_sv, i.id

-- name: items_of_person — of published plans
{item} WHERE i.person = :person AND n.state = 'published' AND {visible: p.id} ORDER BY i.starts, i.id

-- name: item_by_id
{item} WHERE i.id = :item AND {visible: p.id}

-- part: step
SELECT s.item, s.goal, s.role, COALESCE(g.name_sv, r.name_sv, '') AS towards_sv,
       COALESCE(g.name_en, r.name_en, '') AS towards_en, s.skill, k.name_sv, k.name_en, s.from_level, s.to_level, s.steps
  FROM plan_item_step s JOIN plan_item i ON i.id = s.item JOIN skill k ON k.id = s.skill
  LEFT JOIN goal g ON g.id = s.goal LEFT JOIN role r ON r.id = s.role

-- name: steps_of_plan
{step} WHERE i.plan = :plan AND {visible: i.person} ORDER BY s.item, s.steps DESC, s.skill

-- name: steps_of_person
{step} WHERE i.person = :person AND {visible: i.person} ORDER BY s.item, s.steps DESC, s.skill

-- name: outcomes_of_person — of published plans that give nothing
SELECT o.plan, n.name AS plan_name, o.why, o.activity, COALESCE(a.name_sv, '') AS name_sv,
       COALESCE(a.name_en, '') AS name_en, o.lacks, n.frame
  FROM plan_person o JOIN plan n ON n.id = o.plan LEFT JOIN activity a ON a.id = o.activity
 WHERE o.person = :person AND n.state = 'published' AND {visible: o.person} ORDER BY o.plan DESC

-- name: counts_of_reviews — of a whole plan
-- scope: a count by state
SELECT review, answer, COUNT(*) AS n FROM plan_item WHERE plan = :plan GROUP BY review, answer

-- name: review
-- scope: a write; the item has been read in scope, by who leads the person
UPDATE plan_item SET review = :review, swapped_to = :swapped_to, review_because = :because, reviewer = :account,
       reviewed = :at
 WHERE id = :item

-- name: answer
-- scope: a write; the item has been read in scope, by the person
UPDATE plan_item SET answer = :answer, answer_because = :because, answered = :at WHERE id = :item

-- name: planned_costs — by activity
-- scope: a sum by activity
SELECT i.activity, a.name_sv, a.name_en, SUM(i.cost) AS cost FROM plan_item i JOIN activity a ON a.id = i.activity
 WHERE i.plan = :plan GROUP BY i.activity, a.name_sv, a.name_en ORDER BY i.activity

-- name: plans_to_review — in which somebody of the actor's own waits, or has been reviewed
SELECT DISTINCT i.plan FROM plan_item i JOIN plan n ON n.id = i.plan
 WHERE n.state IN ('review', 'budget', 'published') AND i.person <> :self AND {visible: i.person} ORDER BY i.plan DESC

-- Proof

-- name: insert_proof
INSERT INTO plan_proof (plan, seq, bytes) VALUES (:plan, :seq, :bytes)

-- name: clear_proof
DELETE FROM plan_proof WHERE plan = :plan

-- name: proof
SELECT bytes FROM plan_proof WHERE plan = :plan ORDER BY seq

-- Costs

-- name: insert_cost
INSERT INTO plan_cost (plan, activity, day, amount, note, account, at)
VALUES (:plan, :activity, :day, :amount, :note, :account, :at) RETURNING id

-- name: costs_of — newest first
SELECT c.id, c.activity, a.name_sv, a.name_en, c.day, c.amount, c.note, COALESCE(b.name, '') AS by_name
  FROM plan_cost c JOIN activity a ON a.id = c.activity LEFT JOIN account b ON b.id = c.account
 WHERE c.plan = :plan ORDER BY c.id DESC

-- name: traits — of everybody, for rates by age and by gender
-- scope: summed by age band and by gender; a group of few is not told
SELECT id, birth_year, gender FROM person ORDER BY id

-- name: activity_offered
SELECT id FROM activity WHERE id = :activity AND archived IS NULL
