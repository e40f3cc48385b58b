-- name: counts — how much there is of each thing
-- scope: numbers of rows, no rows
SELECT (SELECT COUNT(*) FROM skill) AS skills, (SELECT COUNT(*) FROM person) AS people,
       (SELECT COUNT(*) FROM role_profile) AS profiles, (SELECT COUNT(*) FROM role_holder) AS holders,
       CASE WHEN EXISTS (SELECT 1 FROM assessment) THEN 1 ELSE 0 END AS assessed

-- name: assessments
-- scope: a number of rows, no rows
SELECT COUNT(*) AS n FROM assessment

-- name: find_kept
SELECT body_hash, answer FROM idempotency WHERE account = :account AND route = :route AND key = :key AND created >= :since

-- name: drop_kept
DELETE FROM idempotency WHERE account = :account AND route = :route AND key = :key AND created < :since

-- name: keep
INSERT INTO idempotency (account, route, key, body_hash, answer, created)
VALUES (:account, :route, :key, :body_hash, :answer, :created)

-- name: complete
UPDATE idempotency SET answer = :answer WHERE account = :account AND route = :route AND key = :key

-- name: drop_old_kept
DELETE FROM idempotency WHERE created < :since

-- name: server_secret
SELECT value FROM setting WHERE id = 2

-- name: keep_server_secret
INSERT INTO setting (id, version, value) VALUES (2, 1, :value)

-- name: demonstration_accounts
SELECT value FROM setting WHERE id = 3

-- name: keep_demonstration_accounts
INSERT INTO setting (id, version, value) VALUES (3, 1, :value)
