-- Strategies

-- part: head
SELECT s.id, s.name_sv, s.name_en, s.state, s.starts, s.ends, s.owner, s.sponsor, s.aim, s.principles, s.communication,
       s.quiet_days, s.next_review, s.decided, s.decided_by, s.override_why, o.name AS override_name, s.override_at,
       s.activated, s.closed, s.version
  FROM strategy s LEFT JOIN account o ON o.id = s.override_by

-- name: strategies — the active one first, then drafts, then what has been; newest first
{head} ORDER BY CASE s.state WHEN 'active' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, s.id DESC

-- name: strategy_by_id
{head} WHERE s.id = :strategy

-- name: standing — those that are worked on
{head} WHERE s.state <> 'closed' ORDER BY s.id

-- name: active
SELECT id FROM strategy WHERE state = 'active'

-- name: insert_strategy
INSERT INTO strategy (name_sv, name_en, state, starts, ends, owner, sponsor, aim, principles, communication, quiet_days,
                      next_review, created)
VALUES (:name_sv, :name_en, 'draft', :starts, :ends, :owner, :sponsor, :aim, :principles, :communication, :quiet_days,
        :next_review, :at) RETURNING id

-- name: update_strategy
UPDATE strategy SET name_sv = :name_sv, name_en = :name_en, starts = :starts, ends = :ends, owner = :owner,
       sponsor = :sponsor, aim = :aim, principles = :principles, communication = :communication,
       quiet_days = :quiet_days, next_review = :next_review, version = version + 1
 WHERE id = :strategy

-- name: touch
UPDATE strategy SET version = version + 1 WHERE id = :strategy

-- name: set_decision
UPDATE strategy SET decided = :decided, decided_by = :decided_by, version = version + 1 WHERE id = :strategy

-- name: set_override
UPDATE strategy SET override_why = :why, override_by = :account, override_at = :at, version = version + 1
 WHERE id = :strategy

-- name: set_active
UPDATE strategy SET state = 'active', activated = :at, version = version + 1 WHERE id = :strategy

-- name: set_closed
UPDATE strategy SET state = 'closed', closed = :at, version = version + 1 WHERE id = :strategy

-- name: set_next_review
UPDATE strategy SET next_review = :next, version = version + 1 WHERE id = :strategy

-- name: years
SELECT year, budget, hours FROM strategy_year WHERE strategy = :strategy ORDER BY year

-- name: clear_years
DELETE FROM strategy_year WHERE strategy = :strategy

-- name: insert_year
INSERT INTO strategy_year (strategy, year, budget, hours) VALUES (:strategy, :year, :budget, :hours)

-- name: named
-- scope: whoever answers for a strategy or a step of it is told to all who may see the strategy
SELECT p.id AS person, TRIM(p.given || ' ' || p.family) AS name,
       CASE WHEN p.left_on IS NOT NULL AND p.left_on < :day THEN 1 ELSE 0 END AS "left"
  FROM person p WHERE p.id = :person

-- name: leads_somebody
-- scope: only whether somebody reports to the person
SELECT COUNT(*) AS n FROM position l
 WHERE l.manager = :person AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)

-- The log

-- name: insert_entry
INSERT INTO strategy_entry (strategy, at, account, kind, what, why)
VALUES (:strategy, :at, :account, :kind, :what, :why)

-- name: entries — newest first
SELECT e.id, e.at, COALESCE(a.name, '') AS "by", e.kind, e.what, e.why
  FROM strategy_entry e LEFT JOIN account a ON a.id = e.account WHERE e.strategy = :strategy ORDER BY e.id DESC

-- Anchoring

-- name: consultations — by the name of the unit
SELECT c.unit, u.name AS unit_name, c.asked, c.answered, c.stance, c.answer
  FROM strategy_consultation c JOIN unit u ON u.id = c.unit WHERE c.strategy = :strategy ORDER BY u.sort_sv, u.id

-- name: put_consultation
INSERT INTO strategy_consultation (strategy, unit, asked, answered, stance, answer)
VALUES (:strategy, :unit, :asked, :answered, :stance, :answer)
ON CONFLICT (strategy, unit) DO UPDATE
   SET asked = excluded.asked, answered = excluded.answered, stance = excluded.stance, answer = excluded.answer

-- name: delete_consultation
DELETE FROM strategy_consultation WHERE strategy = :strategy AND unit = :unit

-- name: unit_name
SELECT name FROM unit WHERE id = :unit

-- name: departments — directly below the topmost units, or those when nothing is below them
SELECT u.id, u.name FROM unit u JOIN unit t ON t.id = u.parent WHERE t.parent IS NULL ORDER BY u.sort_sv, u.id

-- name: negotiations — as they were held
SELECT id, union_name, day, outcome, note FROM strategy_negotiation WHERE strategy = :strategy ORDER BY day, id

-- name: insert_negotiation
INSERT INTO strategy_negotiation (strategy, union_name, day, outcome, note)
VALUES (:strategy, :union_name, :day, :outcome, :note) RETURNING id

-- name: update_negotiation
UPDATE strategy_negotiation SET union_name = :union_name, day = :day, outcome = :outcome, note = :note
 WHERE id = :negotiation AND strategy = :strategy

-- name: delete_negotiation
DELETE FROM strategy_negotiation WHERE id = :negotiation

-- name: documents
SELECT d.id, d.negotiation, d.name, d.link, d.size, COALESCE(a.name, '') AS "by", d.at
  FROM strategy_document d LEFT JOIN account a ON a.id = d.account WHERE d.strategy = :strategy ORDER BY d.id

-- name: document_by_id
SELECT id, strategy, negotiation, name, content_type FROM strategy_document WHERE id = :document

-- name: insert_document
INSERT INTO strategy_document (strategy, negotiation, name, link, content_type, size, account, at)
VALUES (:strategy, :negotiation, :name, :link, :content_type, :size, :account, :at) RETURNING id

-- name: insert_file
INSERT INTO strategy_file (document, bytes) VALUES (:document, :bytes)

-- name: file
SELECT bytes FROM strategy_file WHERE document = :document

-- name: delete_file
DELETE FROM strategy_file WHERE document = :document

-- name: delete_document
DELETE FROM strategy_document WHERE id = :document

-- The journey and readiness

-- name: marks
SELECT step, owner, due, done, note, link FROM strategy_step WHERE strategy = :strategy

-- name: put_mark
INSERT INTO strategy_step (strategy, step, owner, due, done, note, link)
VALUES (:strategy, :step, :owner, :due, :done, :note, :link)
ON CONFLICT (strategy, step) DO UPDATE
   SET owner = excluded.owner, due = excluded.due, done = excluded.done, note = excluded.note, link = excluded.link

-- name: evidence
SELECT e.criterion, e.score, e.evidence, e.link, COALESCE(a.name, '') AS "by", e.at
  FROM strategy_answer e LEFT JOIN account a ON a.id = e.account WHERE e.strategy = :strategy

-- name: put_evidence
INSERT INTO strategy_answer (strategy, criterion, score, evidence, link, account, at)
VALUES (:strategy, :criterion, :score, :evidence, :link, :account, :at)
ON CONFLICT (strategy, criterion) DO UPDATE
   SET score = excluded.score, evidence = excluded.evidence, link = excluded.link, account = excluded.account,
       at = excluded.at

-- name: rounds_by_state
SELECT COUNT(CASE WHEN r.state = 'open' AND r.closes >= :day THEN 1 END) AS open,
       COUNT(CASE WHEN r.state = 'closed' OR (r.state = 'open' AND r.closes < :day) THEN 1 END) AS closed FROM round r

-- name: cases_of_rounds — of the rounds that are open, or else of the one opened last
SELECT COALESCE(CAST(SUM(c.cases) AS BIGINT), 0) AS cases, COALESCE(CAST(SUM(c.done) AS BIGINT), 0) AS done
  FROM round_count c JOIN round r ON r.id = c.round
 WHERE c.unit = 0 AND ((r.state = 'open' AND r.closes >= :day)
    OR (r.id = (SELECT MAX(l.id) FROM round l WHERE l.state <> 'draft')
        AND NOT EXISTS (SELECT 1 FROM round n WHERE n.state = 'open' AND n.closes >= :day)))

-- name: people_who_wish
-- scope: only how many
SELECT COUNT(DISTINCT w.person) AS n FROM (SELECT person FROM wished_skill UNION SELECT person FROM wished_role) w
  JOIN person p ON p.id = w.person WHERE p.left_on IS NULL OR p.left_on >= :day

-- name: last_movement — of what the journey is about, besides the log
SELECT MAX(at) AS at FROM audit_entry
 WHERE action IN ('round.added', 'round.opened', 'round.closed', 'goal.added', 'goal.edited', 'goal.read', 'goal.needs_set',
                  'goal.dropped', 'goal.resumed',
                  'scenario.added', 'scenario.edited')

-- Reviews

-- name: reviews — newest first
SELECT r.id, r.day, r.seen, r.decided, r.next, COALESCE(a.name, '') AS "by", r.at
  FROM strategy_review r LEFT JOIN account a ON a.id = r.account WHERE r.strategy = :strategy ORDER BY r.day DESC, r.id DESC

-- name: insert_review
INSERT INTO strategy_review (strategy, day, seen, decided, next, account, at)
VALUES (:strategy, :day, :seen, :decided, :next, :account, :at) RETURNING id

-- The alarm

-- name: last_alarm
SELECT day, stalls FROM strategy_alarm WHERE strategy = :strategy ORDER BY day DESC LIMIT 1

-- name: insert_alarm
INSERT INTO strategy_alarm (strategy, day, stalls) VALUES (:strategy, :day, :stalls)

-- name: accounts_to_tell — of owner and sponsor, as far as they are employed and can sign in
-- scope: owner and sponsor of the strategy
SELECT a.id AS account FROM strategy s JOIN person p ON p.id = s.owner OR p.id = s.sponsor JOIN account a ON a.person = p.id
 WHERE s.id = :strategy AND a.active = 1 AND (p.left_on IS NULL OR p.left_on >= :day)
