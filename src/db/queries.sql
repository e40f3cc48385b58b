-- name: schema_version — 0 before the first migration
SELECT COALESCE(MAX(number), 0) AS number FROM schema_migration

-- name: record_migration
INSERT INTO schema_migration (number, name, hash, applied) VALUES (:number, :name, :hash, :applied)

-- name: applied_migrations
SELECT number, hash FROM schema_migration ORDER BY number

-- name: newest_audit
SELECT COALESCE(MAX(seq), 0) AS seq FROM audit_entry
