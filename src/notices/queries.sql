-- Notices

-- name: told_today
SELECT account FROM notice WHERE kind = :kind AND subject = :subject AND day = :day

-- name: insert_notice
INSERT INTO notice (account, kind, subject, day, required, number, facts, path, created)
VALUES (:account, :kind, :subject, :day, :required, :number, :facts, :path, :created)

-- name: notices_before — one's own, newest first
SELECT id, kind, required, number, facts, path, created, seen FROM notice
 WHERE account = :account AND id < :before ORDER BY id DESC LIMIT :limit

-- name: count_unread
SELECT COUNT(*) AS n FROM notice WHERE account = :account AND seen IS NULL

-- name: mark_read
UPDATE notice SET seen = COALESCE(seen, :now) WHERE id = :notice AND account = :account

-- name: mark_all_read
UPDATE notice SET seen = :now WHERE account = :account AND seen IS NULL

-- name: forget_notices
DELETE FROM notice WHERE created < :before

-- Settings: the row of the table setting that is mail's own

-- name: saved_settings
SELECT version, value FROM setting WHERE id = 4

-- name: remove_settings
DELETE FROM setting WHERE id = 4

-- name: save_settings
INSERT INTO setting (id, version, value) VALUES (4, :version, :value)

-- The outbox

-- part: to_mail
-- accounts for which something waits and no letter is under way
notice n WHERE n.mail IS NULL AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.account = n.account AND m.state = 'waiting')

-- part: due_now
-- in quiet hours those only that invite
mail WHERE state = 'waiting' AND due <= :now AND (:quiet = 0 OR invitation IS NOT NULL)

-- name: anything_to_do
SELECT 1 AS n WHERE EXISTS (SELECT 1 FROM {due_now}) OR (:quiet = 0 AND EXISTS (SELECT 1 FROM {to_mail}))

-- name: next_mail — the one that has waited longest
SELECT id, account, message_id, created, attempts, invitation FROM {due_now} ORDER BY due, id LIMIT 1

-- name: next_account
SELECT n.account FROM {to_mail} ORDER BY n.account LIMIT 1

-- name: addressee — nobody when the account is closed or over or its person has left
-- scope: a letter to the account's owner about themself
SELECT a.email, a.name, a.language, a.mail FROM account a LEFT JOIN person p ON p.id = a.person
 WHERE a.id = :account AND a.active = 1 AND (p.left_on IS NULL OR p.left_on >= :day)
   AND (a.last_day IS NULL OR a.last_day >= :day)

-- name: waiting_notices — for the account's letter, or those that are in it already
SELECT id, kind, subject, required, facts, path, seen FROM notice
 WHERE account = :account AND (mail = :mail OR (:mail = 0 AND mail IS NULL)) ORDER BY id

-- name: insert_mail
INSERT INTO mail (account, state, message_id, created, due) VALUES (:account, 'waiting', :message_id, :now, :now)
RETURNING id

-- name: insert_invitation_mail
INSERT INTO mail (account, state, message_id, created, due, invitation) VALUES (:account, 'waiting', '', :now, :now, '')

-- name: drop_invitations — another way in takes their place; failed ones are not to be tried again either
UPDATE mail SET state = 'dropped', finished = :now
 WHERE account = :account AND invitation IS NOT NULL AND state IN ('waiting', 'failed')

-- name: keep_link
UPDATE mail SET invitation = :hash WHERE id = :mail

-- name: newest_invitation_mail
SELECT id FROM mail WHERE account = :account AND invitation IS NOT NULL ORDER BY id DESC LIMIT 1

-- name: settle_notices — what waited is in a letter, or (0) needs none
UPDATE notice SET mail = :mail WHERE account = :account AND mail IS NULL

-- name: lease
UPDATE mail SET due = :until, attempts = attempts + 1, message_id = :message_id WHERE id = :mail

-- name: drop_mail — nothing in it is true any more, or nobody is to have it
UPDATE mail SET state = 'dropped', finished = :now WHERE id = :mail

-- name: end_mail — unless another server has taken it over meanwhile
UPDATE mail SET state = :state, finished = :now, problem = :problem, answer = :answer
 WHERE id = :mail AND state = 'waiting' AND attempts = :attempts

-- name: put_off
UPDATE mail SET due = :due, problem = :problem, answer = :answer
 WHERE id = :mail AND state = 'waiting' AND attempts = :attempts

-- name: put_back — untried: the server is being stopped
UPDATE mail SET due = :now, attempts = attempts - 1 WHERE id = :mail AND state = 'waiting' AND attempts = :attempts

-- name: trouble
SELECT since, tries, until, problem, answer FROM mail_trouble WHERE id = 1

-- name: clear_trouble
DELETE FROM mail_trouble WHERE id = 1

-- name: keep_trouble
INSERT INTO mail_trouble (id, since, tries, until, problem, answer) VALUES (1, :since, :tries, :until, :problem, :answer)

-- name: leave_unmailed — too old to be mailed
UPDATE notice SET mail = 0 WHERE mail IS NULL AND created < :before

-- name: give_up_unmailed — what grew too old while the server could not be used is shown as failed
INSERT INTO mail (account, state, message_id, created, due, problem, answer, finished)
SELECT DISTINCT n.account, 'failed', '', CAST(:now AS BIGINT), CAST(:now AS BIGINT), :problem, :answer, CAST(:now AS BIGINT)
  FROM notice n JOIN account a ON a.id = n.account
 WHERE n.mail IS NULL AND n.created < :before AND a.active = 1 AND (n.required = 1 OR a.mail = 'everything')

-- name: settle_given_up
UPDATE notice SET mail = (SELECT MAX(m.id) FROM mail m WHERE m.account = notice.account AND m.state = 'failed')
 WHERE mail IS NULL AND created < :before
   AND EXISTS (SELECT 1 FROM mail m WHERE m.account = notice.account AND m.state = 'failed' AND m.finished = :now)

-- name: give_up_invitations — that grew too old while there was nothing to send them through
UPDATE mail SET state = 'failed', finished = :now, problem = CASE WHEN problem = '' THEN :problem ELSE problem END
 WHERE state = 'waiting' AND invitation IS NOT NULL AND created < :before AND due <= :now

-- name: forget_mails
DELETE FROM mail WHERE finished < :before AND state <> 'waiting'

-- name: count_mails
SELECT (SELECT COUNT(DISTINCT account) FROM notice WHERE mail IS NULL)
       + (SELECT COUNT(*) FROM mail WHERE state = 'waiting') AS waiting,
       (SELECT COUNT(*) FROM mail WHERE state = 'sent' AND finished >= :midnight) AS sent_today,
       (SELECT COUNT(*) FROM mail WHERE state = 'failed') AS failed

-- name: mails_before — newest first; waiting and failed ones, or all
SELECT m.id, a.email AS address, CASE WHEN m.invitation IS NULL THEN 0 ELSE 1 END AS invitation, m.state, m.created, m.attempts, m.due, m.finished, m.problem, m.answer
  FROM mail m JOIN account a ON a.id = m.account
 WHERE m.id < :before AND (:state = '' OR m.state = :state) ORDER BY m.id DESC LIMIT :limit

-- name: kinds_of_mail
SELECT DISTINCT kind FROM notice WHERE mail = :mail ORDER BY kind

-- name: try_waiting_now
UPDATE mail SET due = :now WHERE state = 'waiting' AND due > :now AND attempts > 0 AND problem <> ''

-- name: try_failed_again — as if they were new
UPDATE mail SET state = 'waiting', created = :now, due = :now, attempts = 0, problem = '', answer = '', finished = NULL
 WHERE state = 'failed' AND finished >= :since
