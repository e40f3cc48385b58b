-- name: person_in_scope
SELECT p.id FROM person p WHERE p.id = :person AND {visible: p.id}

-- name: direct_manager — the line that holds on the day
-- scope: answers only whether one person manages another; the caller is one of them
SELECT COUNT(*) AS n FROM reporting_line
 WHERE person = :person AND manager = :manager AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)

-- part: colleagues
-- one unit or one manager on the day, and neither leads the other
person p JOIN position o ON o.person = p.id AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
 WHERE p.id <> :person AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)
   AND (o.unit IN (SELECT m.unit FROM position m WHERE m.person = :person
                      AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day))
        OR o.manager IN (SELECT m.manager FROM position m WHERE m.person = :person
                            AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)))
   AND NOT EXISTS (SELECT 1 FROM reporting_line l
                    WHERE ((l.person = p.id AND l.manager = :person) OR (l.person = :person AND l.manager = p.id))
                      AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day))

-- name: colleagues — by name
-- scope: this is the rule of who is known by name to a colleague; name and title alone
SELECT p.id AS person, TRIM(p.given || ' ' || p.family) AS name, MIN(o.title) AS title FROM {colleagues}
 GROUP BY p.id, p.given, p.family, p.sort_sv ORDER BY p.sort_sv, p.id

-- name: are_colleagues
-- scope: tells only whether the one is a colleague of the other
SELECT COUNT(*) AS n FROM {colleagues} AND p.id = :other

-- name: insert_read
INSERT INTO read_log (at, account, person, what, reason) VALUES (:at, :account, :person, :what, :reason)

-- name: insert_account
INSERT INTO account (email, email_folded, name, person, language, created)
VALUES (:email, :email_folded, :name, :person, :language, :created) RETURNING id

-- name: account_by_id
SELECT id, email, name, person, active, language, mail, last_seen, last_day, version FROM account WHERE id = :account

-- name: account_by_email — with what sign-in needs
SELECT id, email, name, person, active, language, last_day, password FROM account WHERE email_folded = :email

-- name: account_by_person
SELECT id FROM account WHERE person = :person

-- name: list_accounts — by id, so that a page stays where it was
SELECT id, email, name, person, active, language, mail, last_seen, last_day, version FROM account
 WHERE id > :after AND (:pattern = '' OR email_folded LIKE :pattern ESCAPE '!' OR LOWER(name) LIKE :pattern ESCAPE '!')
 ORDER BY id LIMIT :limit

-- name: roles_of_account
SELECT r.role, r.unit, u.name AS unit_name FROM account_role r LEFT JOIN unit u ON u.id = r.unit
 WHERE r.account = :account ORDER BY r.role, r.unit

-- name: clear_roles
DELETE FROM account_role WHERE account = :account

-- name: insert_role
INSERT INTO account_role (account, role, unit) VALUES (:account, :role, :unit)

-- name: unit_exists
SELECT COUNT(*) AS n FROM unit WHERE id = :unit

-- name: person_exists
-- scope: answers only whether the id an administrator gives is a person
SELECT COUNT(*) AS n FROM person WHERE id = :person

-- name: reports_today — how many report directly to the person
-- scope: a count about the actor's own reports
SELECT COUNT(*) AS n FROM reporting_line
 WHERE manager = :person AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)

-- name: active_administrators
SELECT COUNT(DISTINCT a.id) AS n FROM account a JOIN account_role r ON r.account = a.id
 WHERE r.role = 'administrator' AND a.active = 1

-- name: update_account
UPDATE account SET name = :name, active = :active, person = :person, version = version + 1 WHERE id = :account

-- name: free_address — of an account that is over: an address has no blanks, so nobody signs in with what is left
UPDATE account SET email_folded = email_folded || ' ' || CAST(id AS TEXT), version = version + 1 WHERE id = :account

-- name: set_last_day
UPDATE account SET last_day = :last_day, version = version + 1 WHERE id = :account

-- name: update_password
UPDATE account SET password = :password, version = version + 1 WHERE id = :account

-- name: password_of_account
SELECT COALESCE(password, '') AS password FROM account WHERE id = :account

-- name: update_language
UPDATE account SET language = :language WHERE id = :account

-- name: update_mail_wish
UPDATE account SET mail = :mail WHERE id = :account

-- name: seen_account
UPDATE account SET last_seen = :at WHERE id = :account

-- name: insert_invitation
INSERT INTO invitation (hash, account, created, expires) VALUES (:hash, :account, :created, :expires)

-- name: end_invitations — of one account; 0 stands for the first administrator's
UPDATE invitation SET used = :at WHERE COALESCE(account, 0) = :account AND used IS NULL

-- name: open_invitation
SELECT COALESCE(i.account, 0) AS account FROM invitation i LEFT JOIN account a ON a.id = i.account
 WHERE i.hash = :hash AND i.used IS NULL AND i.expires > :now AND (a.last_day IS NULL OR a.last_day >= :today)

-- name: invitation_ended — used, or another has taken its place
SELECT COUNT(*) AS n FROM invitation WHERE hash = :hash AND used IS NOT NULL

-- name: insert_session
INSERT INTO session (hash, account, csrf, created, seen, expires) VALUES (:hash, :account, :csrf, :created, :seen, :expires)

-- name: session_by_hash
SELECT s.account, s.csrf, s.seen, s.expires, a.last_day FROM session s JOIN account a ON a.id = s.account
 WHERE s.hash = :hash AND s.expires > :now AND s.seen > :idle_since AND a.active = 1
   AND (a.last_day IS NULL OR a.last_day >= :today)

-- name: touch_session
UPDATE session SET seen = :now WHERE hash = :hash

-- name: end_session
DELETE FROM session WHERE hash = :hash

-- name: end_sessions_of_account
DELETE FROM session WHERE account = :account

-- name: end_old_sessions
DELETE FROM session WHERE expires <= :now OR seen <= :idle_since

-- name: insert_token
INSERT INTO api_token (account, name, hash, scopes, created, expires)
VALUES (:account, :name, :hash, :scopes, :created, :expires) RETURNING id

-- name: tokens_of_account
SELECT id, name, scopes, created, last_used, expires FROM api_token WHERE account = :account AND revoked IS NULL ORDER BY id

-- name: token_by_hash
SELECT t.id, t.account, t.scopes, t.last_used, a.last_day FROM api_token t JOIN account a ON a.id = t.account
 WHERE t.hash = :hash AND t.revoked IS NULL AND a.active = 1 AND (t.expires IS NULL OR t.expires >= :today)
   AND (a.last_day IS NULL OR a.last_day >= :today)

-- name: touch_token
UPDATE api_token SET last_used = :now WHERE id = :token

-- name: revoke_token
UPDATE api_token SET revoked = :now WHERE id = :token AND account = :account AND revoked IS NULL

-- name: name_of_account
SELECT name FROM account WHERE id = :account

-- name: reads_about — who opened what about the person, newest first
-- scope: asked by the person concerned, about themself
SELECT l.id, l.at, a.name AS who, l.what, l.reason FROM read_log l JOIN account a ON a.id = l.account
 WHERE l.person = :person AND l.id < :before ORDER BY l.id DESC LIMIT :limit
