-- name: person_in_scope
SELECT p.id FROM person p WHERE p.id = :person AND {visible: p.id}

-- name: direct_manager — the line that holds on the day
-- scope: answers only whether one person manages another; the caller is one of them
SELECT COUNT(*) AS n FROM reporting_line
 WHERE person = :person AND manager = :manager AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)

-- name: insert_read
INSERT INTO read_log (at, account, person, what, reason) VALUES (:at, :account, :person, :what, :reason)
