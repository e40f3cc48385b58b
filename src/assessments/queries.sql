-- name: insert_assessment
INSERT INTO assessment (person, skill, level, source, assessor, assessor_name, day, expires, note, account, recorded)
VALUES (:person, :skill, :level, :source, :assessor, :assessor_name, :day, :expires, :note, :account, :recorded)
RETURNING id

-- name: append_assessment — the plain form, for many at once
INSERT INTO assessment (person, skill, level, source, assessor, assessor_name, day, expires, note, account, recorded) VALUES (:person, :skill, :level, :source, :assessor, :assessor_name, :day, :expires, :note, :account, :recorded)

-- name: assessment_by_id
-- scope: assessments.cpp asks who may before anything of it is shown or changed
SELECT a.id, a.person, a.skill, a.level, a.source, a.assessor, a.day, a.expires, a.account, e.day AS ended
  FROM assessment a LEFT JOIN assessment_end e ON e.assessment = a.id WHERE a.id = :assessment

-- name: end_assessment
INSERT INTO assessment_end (assessment, reason, replaced_by, account, at, day)
VALUES (:assessment, :reason, :replaced_by, :account, :at, :day)

-- name: insert_comment
INSERT INTO assessment_comment (assessment, account, at, text) VALUES (:assessment, :account, :at, :text)

-- name: account_name
SELECT name FROM account WHERE id = :account

-- name: history — newest day first
SELECT a.id, a.person, a.skill, k.name_sv, k.name_en, a.source, a.level, a.day, a.assessor,
       COALESCE(a.assessor_name, TRIM(q.given || ' ' || q.family), '') AS assessor_name, COALESCE(a.note, '') AS note,
       a.expires, a.recorded, e.day AS ended, e.at AS ended_at, COALESCE(c.name, '') AS ended_by, e.reason, e.replaced_by,
       a.account
  FROM assessment a JOIN person p ON p.id = a.person JOIN skill k ON k.id = a.skill
  LEFT JOIN person q ON q.id = a.assessor
  LEFT JOIN assessment_end e ON e.assessment = a.id
  LEFT JOIN account c ON c.id = e.account
 WHERE a.person = :person AND (CAST(:skill AS BIGINT) IS NULL OR a.skill = :skill) AND {visible: p.id}
 ORDER BY a.day DESC, a.id DESC

-- name: comments_of_person
SELECT m.assessment, COALESCE(c.name, '') AS "by", m.at, m.text
  FROM assessment_comment m JOIN assessment a ON a.id = m.assessment JOIN person p ON p.id = a.person
  LEFT JOIN account c ON c.id = m.account
 WHERE a.person = :person AND {visible: p.id} ORDER BY m.id

-- name: attachments_of_person
SELECT t.id, t.assessment, t.name, t.link, t.size, COALESCE(c.name, '') AS "by", t.at, t.account
  FROM assessment_attachment t JOIN assessment a ON a.id = t.assessment JOIN person p ON p.id = a.person
  LEFT JOIN account c ON c.id = t.account
 WHERE a.person = :person AND {visible: p.id} ORDER BY t.id

-- name: contests_of_person
SELECT t.id, t.assessment, t.reason, t.at, t.state, t.answer, c.name AS answered_by, t.answered
  FROM contest t JOIN assessment a ON a.id = t.assessment JOIN person p ON p.id = a.person
  LEFT JOIN account c ON c.id = t.answered_by
 WHERE a.person = :person AND {visible: p.id} ORDER BY t.id

-- name: ended
-- scope: feeds the Snapshot
SELECT assessment, day FROM assessment_end ORDER BY assessment

-- name: every_evidence — read from the index alone
-- scope: feeds the Snapshot, which shows levels by its own rules
SELECT id, person, skill, level, source, day, expires FROM assessment ORDER BY person, skill, level, source, day, expires

-- name: evidence_of_person
-- scope: feeds the Snapshot, which shows levels by its own rules
SELECT a.id, a.person, a.skill, a.level, a.source, a.day, a.expires, e.day AS ended
  FROM assessment a LEFT JOIN assessment_end e ON e.assessment = a.id WHERE a.person = :person ORDER BY a.skill, a.id

-- name: count_assessments
-- scope: one number about everybody
SELECT COUNT(*) AS n FROM assessment

-- name: rows_for_export
SELECT p.number, k.key, a.level, a.source, a.day, COALESCE(q.number, a.assessor_name, '') AS assessor,
       COALESCE(a.note, '') AS note, a.expires
  FROM assessment a JOIN person p ON p.id = a.person JOIN skill k ON k.id = a.skill
  LEFT JOIN person q ON q.id = a.assessor
  LEFT JOIN assessment_end e ON e.assessment = a.id
 WHERE e.assessment IS NULL AND {visible: p.id}
 ORDER BY a.person, a.skill, a.level, a.source, a.day, a.expires, a.id

-- Attachments

-- name: count_attachments
-- scope: the caller has asked who may
SELECT COUNT(*) AS n FROM assessment_attachment WHERE assessment = :assessment

-- name: insert_attachment
INSERT INTO assessment_attachment (assessment, name, link, content_type, size, account, at)
VALUES (:assessment, :name, :link, :content_type, :size, :account, :at) RETURNING id

-- name: insert_file
INSERT INTO assessment_file (attachment, bytes) VALUES (:attachment, :bytes)

-- name: attachment_by_id
-- scope: attachments.cpp asks who may before anything of it is shown or changed
SELECT id, assessment, name, content_type, account FROM assessment_attachment WHERE id = :attachment

-- name: file
-- scope: the caller has asked who may
SELECT bytes FROM assessment_file WHERE attachment = :attachment

-- name: delete_file
-- scope: the caller has asked who may
DELETE FROM assessment_file WHERE attachment = :attachment

-- name: delete_attachment
-- scope: the caller has asked who may
DELETE FROM assessment_attachment WHERE id = :attachment

-- Calibration

-- part: counted_ratings
SELECT a.person, a.skill, a.level, a.source, a.assessor
  FROM assessment a LEFT JOIN assessment_end e ON e.assessment = a.id
 WHERE e.assessment IS NULL AND (a.expires IS NULL OR a.expires >= :day)

-- name: ratings — what counts of what is said of everybody
-- scope: only sums by rater are told, to HR
{counted_ratings} ORDER BY a.person, a.skill, a.day, a.id

-- name: ratings_near — of those whom one rater has rated, the rater included
-- scope: only sums are told, to the rater
{counted_ratings} AND a.person IN (SELECT CAST(:rater AS BIGINT) UNION SELECT m.person FROM assessment m WHERE m.assessor = :rater)
 ORDER BY a.person, a.skill, a.day, a.id

-- name: rater_names — of those whom the actor may edit, who work here and have said something of somebody
SELECT p.id, TRIM(p.given || ' ' || p.family) AS name FROM person p
 WHERE p.id IN (SELECT a.assessor FROM assessment a) AND (p.left_on IS NULL OR p.left_on >= :day) AND {visible: p.id}

-- Contests

-- name: open_contest_of
-- scope: tells only whether one is open; the caller has the statement already
SELECT id FROM contest WHERE assessment = :assessment AND state = 'open'

-- name: insert_contest
INSERT INTO contest (assessment, account, at, reason, state) VALUES (:assessment, :account, :at, :reason, 'open')
RETURNING id

-- name: contest_by_id
-- scope: contests.cpp asks who may before anything of it is shown or changed
SELECT t.id, t.assessment, t.reason, t.at, t.state, t.answer, c.name AS answered_by, t.answered
  FROM contest t LEFT JOIN account c ON c.id = t.answered_by WHERE t.id = :contest

-- name: close_contest
-- scope: the caller has asked who may
UPDATE contest SET state = :state, answer = :answer, answered_by = :answered_by, answered = :answered
 WHERE id = :contest AND state = 'open'

-- name: contests — newest first
SELECT t.id, t.assessment, t.reason, t.at, t.state, t.answer, c.name AS answered_by, t.answered, a.person,
       TRIM(p.given || ' ' || p.family) AS person_name, a.skill, k.name_sv, k.name_en, a.level, a.source,
       COALESCE(a.assessor_name, TRIM(q.given || ' ' || q.family), '') AS assessor, COALESCE(a.note, '') AS note
  FROM contest t JOIN assessment a ON a.id = t.assessment JOIN person p ON p.id = a.person
  JOIN skill k ON k.id = a.skill
  LEFT JOIN person q ON q.id = a.assessor
  LEFT JOIN account c ON c.id = t.answered_by
 WHERE (CAST(:state AS TEXT) IS NULL OR t.state = :state) AND t.id < :before AND {visible: p.id}
 ORDER BY t.id DESC LIMIT :limit

-- name: open_contests
-- scope: feeds the Snapshot's views, which show marks by their own rules
SELECT t.assessment, a.person, a.skill FROM contest t JOIN assessment a ON a.id = t.assessment WHERE t.state = 'open'
 ORDER BY t.id

-- Imports

-- name: people_known — so that assessors can be named by number or e-mail
-- scope: ids for the import; rows go nowhere
SELECT id, number, email_folded FROM person

-- name: people_editable — those whom the actor may record for in a file
SELECT p.id FROM person p WHERE {visible: p.id}

-- name: any_assessment
-- scope: tells only whether there is one
SELECT id FROM assessment LIMIT 1

-- name: statements_of_person
-- scope: compared with a file; rows go nowhere
SELECT person, skill, level, source, day, assessor, assessor_name FROM assessment WHERE person = :person

-- name: every_statement
-- scope: compared with a file; rows go nowhere
SELECT person, skill, level, source, day, assessor, assessor_name FROM assessment
