-- Drafts

-- part: head
SELECT r.id, r.name, r.state, r.skills_from, r.goal, g.name_sv AS goal_sv, g.name_en AS goal_en, r.peers, r.opens, r.closes, r.opened, r.closed, r.required, r.account,
       r.version,
       COALESCE(a.name, '') AS by_name
  FROM round r LEFT JOIN account a ON a.id = r.account LEFT JOIN goal g ON g.id = r.goal

-- part: under
-- units of the account as HR, with everything below them
under(unit) AS (
  SELECT g.unit FROM account_role g WHERE g.account = :account AND g.role = 'hr' AND g.unit IS NOT NULL
  UNION
  SELECT u.id FROM unit u JOIN under ON u.parent = under.unit)

-- name: rounds — newest first
{head} ORDER BY r.id DESC

-- name: round_by_id
{head} WHERE r.id = :round

-- name: voices
SELECT voice FROM round_voice WHERE round = :round ORDER BY voice DESC

-- name: units_of
SELECT x.unit, u.name FROM round_unit x JOIN unit u ON u.id = x.unit WHERE x.round = :round ORDER BY u.sort_sv, u.id

-- name: roles_of
SELECT x.role, r.name_sv, r.name_en FROM round_role x JOIN role r ON r.id = x.role WHERE x.round = :round ORDER BY x.role

-- name: skills_of
SELECT x.skill, s.name_sv, s.name_en FROM round_skill x JOIN skill s ON s.id = x.skill WHERE x.round = :round
 ORDER BY x.skill

-- name: insert_round
INSERT INTO round (name, state, skills_from, goal, peers, opens, closes, required, account, created)
VALUES (:name, 'draft', :skills_from, :goal, :peers, :opens, :closes, :required, :account, :at) RETURNING id

-- name: update_round
UPDATE round SET name = :name, skills_from = :skills_from, goal = :goal, peers = :peers, opens = :opens, closes = :closes,
       required = :required,
       version = version + 1
 WHERE id = :round

-- name: insert_unit
INSERT INTO round_unit (round, unit) VALUES (:round, :unit)

-- name: insert_role
INSERT INTO round_role (round, role) VALUES (:round, :role)

-- name: insert_skill
INSERT INTO round_skill (round, skill) VALUES (:round, :skill)

-- name: insert_voice
INSERT INTO round_voice (round, voice) VALUES (:round, :voice)

-- name: clear_units
DELETE FROM round_unit WHERE round = :round

-- name: clear_roles
DELETE FROM round_role WHERE round = :round

-- name: clear_skills
DELETE FROM round_skill WHERE round = :round

-- name: clear_voices
DELETE FROM round_voice WHERE round = :round

-- name: delete_round
DELETE FROM round WHERE id = :round

-- name: role_exists
SELECT COUNT(*) AS n FROM role WHERE id = :role

-- Opening: whole tables at a time

-- part: below
-- the chosen units and everything under them
below(unit) AS (
  SELECT unit FROM round_unit WHERE round = :round
  UNION
  SELECT u.id FROM unit u JOIN below ON u.parent = below.unit)

-- part: chosen_people
-- employed on the day, in a chosen unit or anywhere when none is chosen
person p JOIN position o ON o.person = p.id AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
       AND (o.unit IN (SELECT unit FROM below) OR NOT EXISTS (SELECT 1 FROM round_unit WHERE round = :round))

-- part: chosen_role
-- a chosen role held on the day, or any when none is chosen
h.valid_from <= :day AND (h.valid_to IS NULL OR h.valid_to >= :day)
       AND (h.role IN (SELECT role FROM round_role WHERE round = :round)
            OR NOT EXISTS (SELECT 1 FROM round_role WHERE round = :round))

-- part: employed
p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)

-- part: in_force
f.valid_from = (SELECT MAX(g.valid_from) FROM role_profile g WHERE g.role = f.role AND g.valid_from <= :day)

-- part: of_chosen_role
(NOT EXISTS (SELECT 1 FROM round_role WHERE round = :round)
        OR EXISTS (SELECT 1 FROM role_holder h WHERE h.person = p.id
                      AND h.valid_from <= :day AND (h.valid_to IS NULL OR h.valid_to >= :day)
                      AND h.role IN (SELECT role FROM round_role WHERE round = :round)))

-- name: count_chosen — people among whom the round asks
WITH RECURSIVE {below}
SELECT COUNT(DISTINCT p.id) AS n FROM {chosen_people}
 WHERE {employed} AND {of_chosen_role} AND {visible: p.id}

-- name: count_with_profile — of those, who hold a role with something to ask about
WITH RECURSIVE {below}
SELECT COUNT(DISTINCT p.id) AS n FROM {chosen_people}
  JOIN role_holder h ON h.person = p.id AND {chosen_role}
  JOIN role_profile f ON f.role = h.role AND {in_force}
 WHERE {employed} AND {visible: p.id}
   AND EXISTS (SELECT 1 FROM requirement q JOIN skill s ON s.id = q.skill WHERE q.profile = f.id AND s.retired = 0)

-- name: insert_members_by_profile
INSERT INTO round_member (round, person, profile)
WITH RECURSIVE {below}
SELECT DISTINCT CAST(:round AS BIGINT), p.id, f.id FROM {chosen_people}
  JOIN role_holder h ON h.person = p.id AND {chosen_role}
  JOIN role_profile f ON f.role = h.role AND {in_force}
 WHERE {employed} AND {visible: p.id}

-- name: insert_members
INSERT INTO round_member (round, person, profile)
WITH RECURSIVE {below}
SELECT DISTINCT CAST(:round AS BIGINT), p.id, 0 FROM {chosen_people}
 WHERE {employed} AND {of_chosen_role} AND {visible: p.id}

-- name: insert_questions_by_profile
INSERT INTO round_question (round, profile, skill)
SELECT CAST(:round AS BIGINT), q.profile, q.skill
  FROM (SELECT DISTINCT profile FROM round_member WHERE round = :round) m
  JOIN requirement q ON q.profile = m.profile JOIN skill s ON s.id = q.skill WHERE s.retired = 0

-- name: insert_questions
INSERT INTO round_question (round, profile, skill)
SELECT x.round, 0, x.skill FROM round_skill x JOIN skill s ON s.id = x.skill WHERE x.round = :round AND s.retired = 0

-- name: insert_cases — the person's own and the manager's; whoever holds several profiles is asked about a skill once
-- The sizes are counted once: PostgreSQL knows nothing yet of rows this new, and would count them for each member.
INSERT INTO round_case (round, person, unit, voice, questions)
WITH z AS MATERIALIZED (SELECT profile, COUNT(*) AS n FROM round_question WHERE round = :round GROUP BY profile)
SELECT m.round, m.person, MIN(o.unit), v.voice,
       CASE WHEN COUNT(DISTINCT m.profile) = 1 THEN MAX(z.n) ELSE
         (SELECT COUNT(DISTINCT q.skill) FROM round_member n
            JOIN round_question q ON q.round = n.round AND q.profile = n.profile
           WHERE n.round = m.round AND n.person = m.person) END
  FROM round_member m
  JOIN z ON z.profile = m.profile
  JOIN position o ON o.person = m.person AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
  JOIN round_voice v ON v.round = m.round AND v.voice IN ('self', 'manager')
 WHERE m.round = :round AND (v.voice = 'self' OR EXISTS (
         SELECT 1 FROM reporting_line l
          WHERE l.person = m.person AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)))
 GROUP BY m.round, m.person, v.voice

-- name: insert_counts
INSERT INTO round_count (round, unit, voice, cases, begun, done)
SELECT round, unit, voice, COUNT(*), 0, 0 FROM round_case WHERE round = :round GROUP BY round, unit, voice

-- name: insert_totals
INSERT INTO round_count (round, unit, voice, cases, begun, done)
SELECT round, 0, voice, COUNT(*), 0, 0 FROM round_case WHERE round = :round GROUP BY round, voice

-- name: learn_sizes — PostgreSQL learns by itself how many there are a minute later; until then a team took seconds
-- only: postgres
ANALYZE round_member, round_question, round_case, round_count

-- name: learn_sizes
-- only: sqlite
SELECT 0 AS n

-- name: set_opened
UPDATE round SET state = 'open', opens = :day, opened = :at, version = version + 1 WHERE id = :round

-- name: set_closed
UPDATE round SET state = 'closed', closed = :at, version = version + 1 WHERE id = :round

-- Telling

-- part: still_open
r.state = 'open' AND r.closes >= :day

-- part: manager_of_the_day
l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)

-- name: people_waited_for — who has questions left about themself, and how many
-- scope: each is told of their own
SELECT a.id AS account, CAST(SUM(c.questions - c.answered) AS BIGINT) AS number
  FROM round_case c JOIN person p ON p.id = c.person AND {employed} JOIN account a ON a.person = p.id AND a.active = 1
 WHERE c.round = :round AND c.voice = 'self' AND c.answered < c.questions GROUP BY a.id

-- name: managers_waited_for — who has reports left, and how many
-- scope: each is told of their own reports, as a number
SELECT a.id AS account, COUNT(DISTINCT c.person) AS number
  FROM round_case c JOIN person p ON p.id = c.person AND {employed}
  JOIN reporting_line l ON l.person = c.person AND {manager_of_the_day}
  JOIN account a ON a.person = l.manager AND a.active = 1
  JOIN person m ON m.id = l.manager AND (m.left_on IS NULL OR m.left_on >= :day)
 WHERE c.round = :round AND c.voice = 'manager' AND c.answered < c.questions GROUP BY a.id

-- name: others_waited_for — colleagues and assessors from outside who have people left to answer about, and how many
-- scope: each is told of their own, as a number
SELECT account, COUNT(*) AS number FROM (
  SELECT a.id AS account FROM round_case c JOIN person p ON p.id = c.person AND {employed}
    JOIN account a ON a.person = c.answerer AND a.active = 1
    JOIN person m ON m.id = c.answerer AND (m.left_on IS NULL OR m.left_on >= :day)
   WHERE c.round = :round AND c.voice = 'peer' AND c.answered < c.questions
  UNION ALL
  SELECT a.id AS account FROM round_case c JOIN person p ON p.id = c.person AND {employed}
    JOIN account a ON a.id = c.answerer AND a.active = 1 AND a.last_day >= :day
   WHERE c.round = :round AND c.voice = 'assessor' AND c.answered < c.questions) waiting
 GROUP BY account

-- name: peer_waited_for
-- scope: told to that person alone
SELECT a.id AS account, CAST(1 AS BIGINT) AS number FROM account a WHERE a.person = :peer AND a.active = 1

-- name: others_left — whom the account has left to answer about, and through whom it is asked
-- scope: told to that account alone, as a number
SELECT c.person, CASE WHEN c.voice = 'peer' THEN c.answerer ELSE 0 END AS peer
  FROM account a JOIN round_case c ON (c.voice = 'peer' AND c.answerer = a.person) OR (c.voice = 'assessor' AND c.answerer = a.id)
  JOIN person p ON p.id = c.person AND {employed}
  JOIN round r ON r.id = c.round AND {still_open}
 WHERE a.id = :account AND c.round = :round AND c.answered < c.questions
   AND (a.last_day IS NULL OR a.last_day >= :day)

-- name: questions_left — to the account's own person
-- scope: told to that person alone
SELECT CAST(COALESCE(SUM(c.questions - c.answered), 0) AS BIGINT) AS n FROM account a
  JOIN person p ON p.id = a.person AND {employed}
  JOIN round_case c ON c.person = p.id AND c.round = :round AND c.voice = 'self' AND c.answered < c.questions
  JOIN round r ON r.id = c.round AND {still_open}
 WHERE a.id = :account

-- name: reports_left — of the account's own person
-- scope: told to that manager alone, as a number
SELECT COUNT(DISTINCT c.person) AS n FROM account a
  JOIN reporting_line l ON l.manager = a.person AND {manager_of_the_day}
  JOIN person p ON p.id = l.person AND {employed}
  JOIN round_case c ON c.person = p.id AND c.round = :round AND c.voice = 'manager' AND c.answered < c.questions
  JOIN round r ON r.id = c.round AND {still_open}
 WHERE a.id = :account

-- name: last_reminder
SELECT day FROM round_reminder WHERE round = :round ORDER BY day DESC LIMIT 1

-- name: reminders_of
SELECT m.day, m.at, COALESCE(a.name, '') AS by, m.reached FROM round_reminder m LEFT JOIN account a ON a.id = m.account
 WHERE m.round = :round ORDER BY m.day DESC

-- name: insert_reminder
INSERT INTO round_reminder (round, day, at, account, reached) VALUES (:round, :day, :at, :account, :reached)

-- Progress

-- name: totals — of the round, or of every one when it is 0
SELECT n.round, n.voice, n.cases, n.begun, n.done FROM round r CROSS JOIN round_count n
 WHERE (:round = 0 OR r.id = :round) AND n.round = r.id AND n.unit = 0 ORDER BY n.round, n.voice DESC

-- name: sums — the same over the account's own units
WITH RECURSIVE {under}
SELECT n.round, n.voice, CAST(SUM(n.cases) AS BIGINT) AS cases, CAST(SUM(n.begun) AS BIGINT) AS begun,
       CAST(SUM(n.done) AS BIGINT) AS done
  FROM round r CROSS JOIN under CROSS JOIN round_count n
 WHERE (:round = 0 OR r.id = :round) AND n.round = r.id AND n.unit = under.unit
 GROUP BY n.round, n.voice ORDER BY n.round, n.voice DESC

-- name: counts_of_round — by unit, in no order: there are many, and they are summed
SELECT unit, voice, cases, begun, done FROM round_count WHERE round = :round AND unit > 0

-- name: own_counts_of_round — of the account's own units
WITH RECURSIVE {under}
SELECT n.unit, n.voice, n.cases, n.begun, n.done FROM under CROSS JOIN round_count n
 WHERE n.round = :round AND n.unit = under.unit

-- name: unit_names — siblings in the order of their names
SELECT id, parent, name FROM unit ORDER BY sort_sv, id

-- name: granted_units — to an account as HR
SELECT unit FROM account_role WHERE account = :account AND role = 'hr' AND unit IS NOT NULL

-- name: count_answer
UPDATE round_count SET begun = begun + :begun, done = done + :done
 WHERE round = :round AND unit IN (0, :unit) AND voice = :voice

-- Cases

-- part: case
SELECT c.id, c.round, c.person, c.unit, c.voice, c.answerer, c.questions, c.answered, r.name, r.state, r.closes
  FROM round_case c JOIN round r ON r.id = c.round

-- name: case_by_id
-- scope: case_rows.cpp asks who answers it before anything of it is shown or changed
{case} WHERE c.id = :case

-- name: open_cases_of — those that the person answers about themself
-- scope: asked by the person, about themself
{case} WHERE c.person = :person AND c.voice = 'self' AND r.state = 'open' AND r.closes >= :day ORDER BY r.closes, c.id

-- name: open_cases_about_others — those that a colleague or an assessor from outside answers
-- scope: asked by whoever answers them; the caller leaves out whom they no longer work with
{case} WHERE c.answerer = :answerer AND c.answerer > 0 AND c.voice = :voice AND r.state = 'open' AND r.closes >= :day
 ORDER BY r.closes, c.id

-- name: name_of
-- scope: the name of whom the caller answers about
SELECT TRIM(p.given || ' ' || p.family) AS name FROM person p WHERE p.id = :person

-- name: employed_on
-- scope: tells only whether the answerer's own case can still be answered
SELECT COUNT(*) AS n FROM person p WHERE p.id = :person AND {employed}

-- part: of_this_case
(NOT EXISTS (SELECT 1 FROM round_case_skill x WHERE x.round_case = :case)
        OR EXISTS (SELECT 1 FROM round_case_skill x WHERE x.round_case = :case AND x.skill = q.skill))

-- name: questions_of_case
-- scope: the caller has asked who answers the case
SELECT DISTINCT COALESCE(s.skill_group, 0) AS skill_group, s.id, s.name_sv, s.name_en, s.description_sv,
       s.description_en, s.scale
  FROM round_member m JOIN round_question q ON q.round = m.round AND q.profile = m.profile JOIN skill s ON s.id = q.skill
 WHERE m.round = :round AND m.person = :person AND {of_this_case} ORDER BY 1, s.id

-- name: anchors_of_round
SELECT a.skill, a.level, a.text_sv, a.text_en FROM skill_anchor a
 WHERE a.skill IN (SELECT skill FROM round_question WHERE round = :round) ORDER BY a.skill, a.level

-- name: is_asked
-- scope: the caller has asked who answers the case
SELECT COUNT(*) AS n FROM round_member m JOIN round_question q ON q.round = m.round AND q.profile = m.profile
 WHERE m.round = :round AND m.person = :person AND q.skill = :skill AND {of_this_case}

-- name: answers_of_case
-- scope: the caller has asked who answers the case
SELECT skill, kind, level, assessment FROM round_answer WHERE round_case = :case ORDER BY skill

-- name: answer_of
-- scope: the caller has asked who answers the case
SELECT skill, kind, level, assessment FROM round_answer WHERE round_case = :case AND skill = :skill

-- name: self_answer_beside — what the person answered, to whom has answered already
-- scope: the caller has asked who answers the case
SELECT a.skill, a.kind, a.level, a.assessment FROM round_answer a JOIN round_case c ON c.id = a.round_case
 WHERE c.round = :round AND c.person = :person AND c.voice = 'self' AND a.skill = :skill

-- name: put_answer
INSERT INTO round_answer (round_case, skill, kind, level, assessment, account, at)
VALUES (:case, :skill, :kind, :level, :assessment, :account, :at)
ON CONFLICT (round_case, skill) DO UPDATE
   SET kind = excluded.kind, level = excluded.level, assessment = excluded.assessment, account = excluded.account,
       at = excluded.at

-- name: delete_answer
-- scope: the caller has asked who answers the case
DELETE FROM round_answer WHERE round_case = :case AND skill = :skill

-- name: set_answered
-- scope: the caller has asked who answers the case
UPDATE round_case SET answered = :answered WHERE id = :case

-- name: answers_about — all that was answered about a person, newest round first
SELECT r.name, c.voice, s.name_sv, s.name_en, a.kind, a.level, a.at, COALESCE(w.name, '') AS "by"
  FROM round_case c JOIN round r ON r.id = c.round JOIN round_answer a ON a.round_case = c.id
  JOIN skill s ON s.id = a.skill LEFT JOIN account w ON w.id = a.account
 WHERE c.person = :person AND {visible: c.person} ORDER BY r.id DESC, c.voice DESC, c.id, a.skill

-- Cases that come and go while a round is open

-- name: member_of — where the person stood at the opening, and how much is asked about them
-- scope: the caller has asked who may name somebody to answer about the person
SELECT MIN(c.unit) AS unit, MAX(c.questions) AS questions FROM round_case c
 WHERE c.round = :round AND c.person = :person AND c.answerer = 0 GROUP BY c.round, c.person

-- name: case_of
-- scope: the caller has asked who may name somebody to answer about the person
SELECT c.id FROM round_case c
 WHERE c.round = :round AND c.person = :person AND c.voice = :voice AND c.answerer = :answerer

-- name: asked_of — which of what is asked about the person
-- scope: the caller has asked who may name somebody to answer about the person
SELECT DISTINCT q.skill FROM round_member m JOIN round_question q ON q.round = m.round AND q.profile = m.profile
 WHERE m.round = :round AND m.person = :person ORDER BY q.skill

-- name: insert_case
INSERT INTO round_case (round, person, unit, voice, answerer, questions)
VALUES (:round, :person, :unit, :voice, :answerer, :questions) RETURNING id

-- name: insert_case_skill
INSERT INTO round_case_skill (round_case, skill) VALUES (:case, :skill)

-- name: delete_case_skills
-- scope: the caller has asked who may take the case away
DELETE FROM round_case_skill WHERE round_case = :case

-- name: delete_case
-- scope: the caller has asked who may take the case away, and that nothing is answered
DELETE FROM round_case WHERE id = :case

-- name: count_case — one more, or one less, of the unit and of all
INSERT INTO round_count (round, unit, voice, cases, begun, done)
VALUES (:round, :unit, :voice, :change, 0, 0), (:round, 0, :voice, :change, 0, 0)
ON CONFLICT (round, unit, voice) DO UPDATE SET cases = round_count.cases + excluded.cases

-- Colleagues

-- name: peers_of — by name
-- scope: the caller has asked that it is the person, or their manager of the day
SELECT x.peer, TRIM(p.given || ' ' || p.family) AS name, x.state, c.id AS case_id, COALESCE(c.questions, 0) AS questions,
       COALESCE(c.answered, 0) AS answered
  FROM round_peer x JOIN person p ON p.id = x.peer
  LEFT JOIN round_case c ON c.round = x.round AND c.person = x.person AND c.voice = 'peer' AND c.answerer = x.peer
 WHERE x.round = :round AND x.person = :person ORDER BY p.sort_sv, p.id

-- name: namings_about — what was only proposed or turned down was never told to the colleague
SELECT r.name AS round, TRIM(p.given || ' ' || p.family) AS person, TRIM(q.given || ' ' || q.family) AS peer, x.state, x.at
  FROM person s JOIN round_peer x ON x.person = s.id OR (x.peer = s.id AND x.state IN ('confirmed', 'declined'))
  JOIN round r ON r.id = x.round JOIN person p ON p.id = x.person JOIN person q ON q.id = x.peer
 WHERE s.id = :person AND {visible: s.id} ORDER BY x.at DESC, x.round, x.person, x.peer

-- name: put_peer
INSERT INTO round_peer (round, person, peer, state, account, at)
VALUES (:round, :person, :peer, :state, :account, :at)
ON CONFLICT (round, person, peer) DO UPDATE
   SET state = excluded.state, account = excluded.account, at = excluded.at

-- name: delete_peer
-- scope: the caller has asked that it is the person
DELETE FROM round_peer WHERE round = :round AND person = :person AND peer = :peer

-- name: reports_in_round — of the manager of the day, by name; from the manager's lines to their cases, in this order
-- scope: the actor's own reports
SELECT DISTINCT p.id, p.sort_sv FROM position l CROSS JOIN person p CROSS JOIN round_case c
 WHERE l.manager = :manager AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
   AND p.id = l.person AND {employed} AND c.person = p.id AND c.round = :round AND c.answerer = 0
 ORDER BY p.sort_sv, p.id

-- name: open_choices — rounds in which colleagues answer about the person, or about the person's reports
-- scope: sums about the actor and the actor's own reports
SELECT * FROM (
  SELECT r.id AS round, r.name, r.closes, r.peers AS wanted,
         CASE WHEN EXISTS (SELECT 1 FROM round_case c WHERE c.round = r.id AND c.person = :person AND c.answerer = 0)
              THEN 1 ELSE 0 END AS about_me,
         (SELECT COUNT(*) FROM round_peer x
           WHERE x.round = r.id AND x.person = :person AND x.state IN ('proposed', 'confirmed')) AS named,
         (SELECT COUNT(DISTINCT l.person) FROM position l CROSS JOIN round_case c
           WHERE l.manager = :person AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
             AND c.person = l.person AND c.round = r.id AND c.answerer = 0) AS reports,
         (SELECT COUNT(*) FROM position l CROSS JOIN round_peer x
           WHERE l.manager = :person AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
             AND x.round = r.id AND x.person = l.person AND x.state = 'proposed') AS waiting
    FROM round r JOIN round_voice v ON v.round = r.id AND v.voice = 'peer'
   WHERE r.state = 'open' AND r.closes >= :day) choices
 WHERE about_me = 1 OR reports > 0 ORDER BY closes, round

-- Assessors from outside

-- name: assessors — by name
SELECT x.account, a.name, a.email, x.organisation, a.last_day, a.active,
       CASE WHEN a.password IS NULL THEN 0 ELSE 1 END AS entered
  FROM round_assessor x JOIN account a ON a.id = x.account WHERE x.round = :round ORDER BY a.name, a.id

-- name: assessor
SELECT organisation FROM round_assessor WHERE account = :account

-- name: past_assessors — of the address, whose round is over and whom no administrator has closed
SELECT x.account FROM account a JOIN round_assessor x ON x.account = a.id JOIN round r ON r.id = x.round
 WHERE a.email_folded = :email AND a.active = 1 AND a.last_day < :day AND (r.state = 'closed' OR r.closes < :day)

-- name: insert_assessor
INSERT INTO round_assessor (account, round, organisation) VALUES (:account, :round, :organisation)

-- name: open_assessors — whose account still opens something
SELECT x.account FROM round_assessor x JOIN account a ON a.id = x.account
 WHERE x.round = :round AND a.last_day >= :day ORDER BY x.account

-- name: cases_of_assessors — by name
SELECT c.answerer AS account, c.id, p.id AS person, TRIM(p.given || ' ' || p.family) AS name, c.questions, c.answered
  FROM round_case c JOIN person p ON p.id = c.person
 WHERE c.round = :round AND c.voice = 'assessor' AND {visible: p.id} ORDER BY p.sort_sv, p.id

-- name: members — of the round, by name; of one unit with everything below it or of all
WITH RECURSIVE down(unit) AS (
  SELECT id FROM unit WHERE id = :unit
  UNION
  SELECT u.id FROM unit u JOIN down ON u.parent = down.unit)
SELECT p.id AS person, TRIM(p.given || ' ' || p.family) AS name,
       COALESCE((SELECT MIN(u.name) FROM position o JOIN unit u ON u.id = o.unit WHERE o.person = p.id
                    AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)), '') AS unit_name
  FROM person p
 WHERE EXISTS (SELECT 1 FROM round_case c WHERE c.person = p.id AND c.round = :round AND c.answerer = 0)
   AND {employed} AND (:pattern = '' OR p.search LIKE :pattern ESCAPE '!')
   AND (CAST(:unit AS BIGINT) IS NULL OR EXISTS (
         SELECT 1 FROM position o JOIN down ON down.unit = o.unit WHERE o.person = p.id
            AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)))
   AND {visible: p.id}
 ORDER BY p.sort_sv, p.id LIMIT :limit

-- name: member
SELECT p.id FROM person p
 WHERE p.id = :person AND EXISTS (SELECT 1 FROM round_case c WHERE c.person = p.id AND c.round = :round AND c.answerer = 0)
   AND {employed} AND {visible: p.id}

-- Teams

-- part: reports
position l CROSS JOIN person p CROSS JOIN round_case c

-- part: of_today
-- from the manager's lines of the day to the people and to their cases, in this order
l.manager = :manager AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
   AND p.id = l.person AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)
   AND c.person = l.person AND c.voice = 'manager'

-- name: open_teams_of — by round, of the manager's reports of the day
-- scope: sums about the actor's own reports
SELECT r.id AS round, r.name, r.closes, COUNT(*) AS people,
       COUNT(CASE WHEN c.answered >= c.questions THEN 1 END) AS done,
       CAST(SUM(c.questions) AS BIGINT) AS questions, CAST(SUM(c.answered) AS BIGINT) AS answered
  FROM {reports} CROSS JOIN round r
 WHERE {of_today} AND r.id = c.round AND r.state = 'open' AND r.closes >= :day
 GROUP BY r.id, r.name, r.closes ORDER BY r.closes, r.id

-- name: team_cases — by name
SELECT c.id, p.id AS person, p.given, p.family, l.title, c.questions, c.answered,
       COALESCE(s.questions, 0) AS self_questions, COALESCE(s.answered, 0) AS self_answered
  FROM {reports}
  LEFT JOIN round_case s ON s.round = c.round AND s.person = c.person AND s.voice = 'self'
 WHERE c.round = :round AND {of_today} AND {visible: l.person} ORDER BY p.sort_sv, p.id

-- name: team_questions
SELECT DISTINCT c.person, q.skill FROM {reports}
  JOIN round_member m ON m.round = c.round AND m.person = c.person
  JOIN round_question q ON q.round = m.round AND q.profile = m.profile
 WHERE c.round = :round AND {of_today} AND {visible: l.person}

-- name: team_skills
SELECT DISTINCT COALESCE(k.skill_group, 0) AS skill_group, k.id, k.name_sv, k.name_en, k.description_sv,
       k.description_en, k.scale
  FROM {reports}
  JOIN round_member m ON m.round = c.round AND m.person = c.person
  JOIN round_question q ON q.round = m.round AND q.profile = m.profile JOIN skill k ON k.id = q.skill
 WHERE c.round = :round AND {of_today} AND {visible: l.person} ORDER BY 1, k.id

-- name: team_answers — of the person and the manager
SELECT c.person, b.voice, a.skill, a.kind, a.level
  FROM {reports} JOIN round_case b ON b.round = c.round AND b.person = c.person AND b.answerer = 0
  JOIN round_answer a ON a.round_case = b.id
 WHERE c.round = :round AND {of_today} AND {visible: l.person}

-- Comparison

-- part: moved
COUNT(*) AS people, CAST(SUM(a.level - b.level) AS BIGINT) AS steps, COUNT(CASE WHEN a.level > b.level THEN 1 END) AS up,
       COUNT(CASE WHEN a.level = b.level THEN 1 END) AS same

-- name: movements — of one voice since another round, where it gave a level in both
-- scope: sums by unit and skill; comparison.cpp withholds those of few people
SELECT c.unit, a.skill, {moved}
  FROM round_case c JOIN round_answer a ON a.round_case = c.id AND a.kind = 'level'
  JOIN round_case d ON d.round = :before AND d.person = c.person AND d.voice = c.voice
  JOIN round_answer b ON b.round_case = d.id AND b.skill = a.skill AND b.kind = 'level'
 WHERE c.round = :round AND c.voice = :voice GROUP BY c.unit, a.skill

-- part: said
round_case c JOIN round_answer a ON a.round_case = c.id AND a.kind = 'level'

-- name: movements_of_several — as movements, of a voice that several may have: the mean of what they said of a person,
-- who need not be the same now as then
-- scope: sums by unit and skill; comparison.cpp withholds those of few people
WITH later AS (SELECT c.unit, c.person, a.skill, SUM(a.level) AS total, COUNT(*) AS said FROM {said}
                WHERE c.round = :round AND c.voice = :voice GROUP BY c.unit, c.person, a.skill),
     earlier AS (SELECT c.person, a.skill, SUM(a.level) AS total, COUNT(*) AS said FROM {said}
                  WHERE c.round = :before AND c.voice = :voice GROUP BY c.person, a.skill)
SELECT a.unit, a.skill, COUNT(*) AS people,
       SUM(CAST(a.total AS DOUBLE PRECISION) / a.said - CAST(b.total AS DOUBLE PRECISION) / b.said) AS steps,
       COUNT(CASE WHEN a.total * b.said > b.total * a.said THEN 1 END) AS up,
       COUNT(CASE WHEN a.total * b.said = b.total * a.said THEN 1 END) AS same
  FROM later a JOIN earlier b ON b.person = a.person AND b.skill = a.skill GROUP BY a.unit, a.skill

-- name: apart — what people said less what their managers said, where both gave a level
-- scope: sums by unit and skill; comparison.cpp withholds those of few people
SELECT c.unit, a.skill, {moved}
  FROM round_case c JOIN round_answer a ON a.round_case = c.id AND a.kind = 'level'
  JOIN round_case d ON d.round = c.round AND d.person = c.person AND d.voice = 'manager'
  JOIN round_answer b ON b.round_case = d.id AND b.skill = a.skill AND b.kind = 'level'
 WHERE c.round = :round AND c.voice = 'self' GROUP BY c.unit, a.skill

-- Calibration

-- name: far_apart — what people and their managers answered, farthest apart first
SELECT 0 AS skill_group, s.id, s.name_sv, s.name_en, s.description_sv, s.description_en, s.scale,
       p.id AS person, p.given, p.family, u.name AS unit_name, a.level AS self, b.level AS manager
  FROM round_case c JOIN person p ON p.id = c.person JOIN unit u ON u.id = c.unit
  JOIN round_answer a ON a.round_case = c.id AND a.kind = 'level'
  JOIN round_case d ON d.person = c.person AND d.round = c.round AND d.voice = 'manager'
  JOIN round_answer b ON b.round_case = d.id AND b.skill = a.skill AND b.kind = 'level'
  JOIN skill s ON s.id = a.skill
 WHERE c.round = :round AND c.voice = 'self' AND ABS(a.level - b.level) >= :apart AND c.person <> :looker
   AND (CAST(:unit AS BIGINT) IS NULL OR c.unit IN (
     WITH RECURSIVE down(unit) AS (
       SELECT id FROM unit WHERE id = :unit
       UNION
       SELECT v.id FROM unit v JOIN down ON v.parent = down.unit)
     SELECT unit FROM down))
   AND {visible: p.id}
 ORDER BY ABS(a.level - b.level) DESC, p.sort_sv, p.id, s.id LIMIT :limit

-- name: levels_beside — what the other voices answered
-- scope: the caller has been shown what the person and the manager answered
SELECT c.voice, a.level, COALESCE(w.name, '') AS "by" FROM round_case c
  JOIN round_answer a ON a.round_case = c.id AND a.kind = 'level' LEFT JOIN account w ON w.id = a.account
 WHERE c.person = :person AND c.round = :round AND c.answerer > 0 AND a.skill = :skill ORDER BY c.voice DESC, c.id
