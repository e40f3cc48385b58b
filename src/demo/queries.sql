-- name: any_person
-- scope: only whether the organisation is still empty
SELECT COUNT(*) AS n FROM person

-- name: people_by_number
-- scope: links what the demonstration company has just stored; nobody but the command line calls it
SELECT id, number FROM person

-- name: unit_codes
SELECT id, code FROM unit ORDER BY id
