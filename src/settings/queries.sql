-- name: saved
SELECT version, value FROM setting WHERE id = 1

-- name: remove
DELETE FROM setting WHERE id = 1

-- name: save
INSERT INTO setting (id, version, value) VALUES (1, :version, :value)
