-- name: person_row — one person, visible or not; operations have asked access before
-- scope: read by operations after may_see, and to link a new position to its manager
SELECT id, number, given, family, email, hired, left_on, birth_year, gender, version FROM person WHERE id = :person

-- name: name_in_scope
SELECT p.given, p.family FROM person p WHERE p.id = :person AND {visible: p.id}

-- name: person_with_number
-- scope: only whether the number is taken
SELECT id FROM person WHERE number = :number AND id <> :but

-- name: person_with_email
-- scope: only whether the address is taken
SELECT id FROM person WHERE email_folded = :email AND id <> :but

-- name: insert_person
INSERT INTO person (number, given, family, email, email_folded, hired, left_on, birth_year, gender, search, sort_sv, sort_en) VALUES (:number, :given, :family, :email, :email_folded, :hired, :left, :birth_year, :gender, :search, :sort_sv, :sort_en) RETURNING id

-- name: insert_people — the same in bulk
INSERT INTO person (number, given, family, email, email_folded, hired, left_on, birth_year, gender, search, sort_sv, sort_en) VALUES (:number, :given, :family, :email, :email_folded, :hired, :left, :birth_year, :gender, :search, :sort_sv, :sort_en)

-- name: update_person
-- scope: a write; the operation has asked access before
UPDATE person SET number = :number, given = :given, family = :family, email = :email, email_folded = :email_folded,
       hired = :hired, left_on = :left, birth_year = :birth_year, gender = :gender, search = :search,
       sort_sv = :sort_sv, sort_en = :sort_en, version = version + 1
 WHERE id = :person

-- name: forget_email — for a moment, so that two people may exchange addresses in one import
-- scope: a write; the operation has asked access before
UPDATE person SET email_folded = NULL WHERE id = :person

-- name: touch_person — its positions changed
-- scope: a write; the operation has asked access before
UPDATE person SET version = version + 1 WHERE id = :person

-- name: basis — rises with every change to persons, positions and units
-- scope: a sum over everyone, not personal
SELECT (SELECT COALESCE(SUM(version), 0) + COUNT(*) + COALESCE(MAX(id), 0) FROM person)
     + (SELECT COALESCE(SUM(version), 0) + COUNT(*) FROM unit) AS basis

-- name: everyone — to compare a whole file with what is stored
-- scope: an import compares with everyone; what it tells of them, apply refuses to all but HR of the whole organisation
SELECT id, number, given, family, email, hired, left_on, birth_year, gender, version FROM person

-- name: numbers — to link what was just inserted
-- scope: ids and numbers only, inside an import
SELECT id, number FROM person

-- name: everyones_positions
-- scope: as everyone
SELECT id, person, unit, title, manager, fte, valid_from, valid_to FROM position ORDER BY person, valid_from

-- name: career_of
-- scope: read by operations after may_see
SELECT id, person, unit, title, manager, fte, valid_from, valid_to FROM position WHERE person = :person ORDER BY valid_from

-- name: positions_of — with the names around, newest first
SELECT po.id, po.unit, u.name AS unit_name, po.title, po.manager, m.given AS manager_given, m.family AS manager_family,
       po.fte, po.valid_from, po.valid_to
  FROM position po JOIN unit u ON u.id = po.unit LEFT JOIN person m ON m.id = po.manager
 WHERE po.person = :person AND {visible: po.person}
 ORDER BY po.valid_from DESC

-- name: visible_person
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, p.birth_year, p.gender, p.version FROM person p
 WHERE p.id = :person AND {visible: p.id}

-- name: reports_of — those who report on the day; who has left no longer does
SELECT p.id, p.given, p.family, po.title FROM position po JOIN person p ON p.id = po.person
 WHERE po.manager = :person AND po.valid_from <= :day AND (po.valid_to IS NULL OR po.valid_to >= :day)
   AND {visible: p.id}
 ORDER BY p.sort_sv, p.id

-- name: unmanaged — whose manager is not employed on the day
SELECT p.id, p.given, p.family, po.title, m.id AS manager, m.given AS manager_given, m.family AS manager_family,
       m.left_on AS manager_left
  FROM position po JOIN person p ON p.id = po.person JOIN person m ON m.id = po.manager
 WHERE po.valid_from <= :day AND (po.valid_to IS NULL OR po.valid_to >= :day)
   AND (m.left_on < :day OR m.hired > :day) AND {visible: p.id}
 ORDER BY m.sort_sv, m.id, p.sort_sv, p.id

-- name: lines_of — whom a person reports to, on which days
-- scope: only to find circles; names are asked for with a scope
SELECT person, manager, valid_from, valid_to FROM reporting_line WHERE person = :person

-- name: insert_position
INSERT INTO position (person, unit, title, title_folded, manager, fte, valid_from, valid_to) VALUES (:person, :unit, :title, :title_folded, :manager, :fte, :from_day, :to_day) RETURNING id

-- name: insert_positions — the same in bulk
INSERT INTO position (person, unit, title, title_folded, manager, fte, valid_from, valid_to) VALUES (:person, :unit, :title, :title_folded, :manager, :fte, :from_day, :to_day)

-- name: update_position
-- scope: a write; the operation has asked access before
UPDATE position SET unit = :unit, title = :title, title_folded = :title_folded, manager = :manager, fte = :fte,
       valid_from = :from_day, valid_to = :to_day WHERE id = :position

-- name: end_position — or, with no day, let it go on
-- scope: a write; the operation has asked access before
UPDATE position SET valid_to = :to_day WHERE id = :position

-- name: delete_position — planned, and never came to be
-- scope: a write; the operation has asked access before
DELETE FROM position WHERE id = :position

-- name: units
SELECT id, parent, code, name, place, version FROM unit

-- name: unit_with_code
SELECT id FROM unit WHERE code = :code AND id <> :but

-- name: insert_unit
INSERT INTO unit (parent, code, name, place, sort_sv) VALUES (:parent, :code, :name, :place, :sort_sv) RETURNING id

-- name: update_unit
UPDATE unit SET parent = :parent, code = :code, name = :name, place = :place, sort_sv = :sort_sv, version = version + 1 WHERE id = :unit

-- name: headcount — people in each unit itself on a day
-- scope: a headcount is not personal
SELECT po.unit, COUNT(*) AS people FROM position po
 WHERE po.valid_from <= :day AND (po.valid_to IS NULL OR po.valid_to >= :day)
 GROUP BY po.unit

-- name: export_rows — everyone the scope shows, as of a day, in the order of numbers
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, p.birth_year, p.gender, po.unit, po.title, m.number AS manager, po.fte
  FROM person p
  LEFT JOIN position po ON po.person = p.id
   AND po.valid_from <= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END
   AND (po.valid_to IS NULL OR po.valid_to >= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END)
  LEFT JOIN person m ON m.id = po.manager
 WHERE {visible: p.id}
 ORDER BY p.number

-- The list, once for each order. :after is the last person of the page before (0 at the start): the page begins after
-- where that person stands now, so people who come or go in between are neither doubled nor skipped. Who has left is
-- listed with the last position. Three words must each be found in name, number, e-mail or title.

-- part: in_place
(:place = '' OR po.unit IN (
     WITH RECURSIVE located(id, place) AS (
       SELECT t.id, t.place FROM unit t WHERE t.parent IS NULL
       UNION ALL SELECT c.id, COALESCE(c.place, l.place) FROM unit c JOIN located l ON c.parent = l.id)
     SELECT id FROM located WHERE place = :place))

-- name: people_by_swedish_name — everyone, read in the order of the index
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, po.unit, u.name AS unit_name, po.title, po.manager,
       m.given AS manager_given, m.family AS manager_family
  FROM person p
  LEFT JOIN position po ON po.person = p.id
   AND po.valid_from <= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END
   AND (po.valid_to IS NULL OR po.valid_to >= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END)
  LEFT JOIN unit u ON u.id = po.unit
  LEFT JOIN person m ON m.id = po.manager
 WHERE {visible: p.id}
   AND (:status = 'all' OR (:status = 'employed' AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day))
        OR (:status = 'left' AND p.left_on < :day))
   AND (p.sort_sv, p.id) > (COALESCE((SELECT a.sort_sv FROM person a WHERE a.id = :after), ''), :after)
 ORDER BY p.sort_sv, p.id LIMIT :limit

-- name: people_found_by_name — few are asked for, so they are found first and put in order afterwards
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, po.unit, u.name AS unit_name, po.title, po.manager,
       m.given AS manager_given, m.family AS manager_family
  FROM person p
  LEFT JOIN position po ON po.person = p.id
   AND po.valid_from <= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END
   AND (po.valid_to IS NULL OR po.valid_to >= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END)
  LEFT JOIN unit u ON u.id = po.unit
  LEFT JOIN person m ON m.id = po.manager
 WHERE {visible: p.id}
   AND (CAST(:unit AS BIGINT) = 0 OR po.unit IN (
     WITH RECURSIVE below(id) AS (SELECT CAST(:unit AS BIGINT) UNION SELECT c.id FROM unit c JOIN below b ON c.parent = b.id)
     SELECT id FROM below))
   AND {in_place}
   AND (CAST(:manager AS BIGINT) = 0 OR po.manager = :manager)
   AND (:status = 'all' OR (:status = 'employed' AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day))
        OR (:status = 'left' AND p.left_on < :day))
   AND (p.search LIKE :word1 ESCAPE '!' OR po.title_folded LIKE :word1 ESCAPE '!')
   AND (p.search LIKE :word2 ESCAPE '!' OR po.title_folded LIKE :word2 ESCAPE '!')
   AND (p.search LIKE :word3 ESCAPE '!' OR po.title_folded LIKE :word3 ESCAPE '!')
   AND (CASE WHEN :language = 'en' THEN p.sort_en ELSE p.sort_sv END, p.id) > (
     COALESCE((SELECT CASE WHEN :language = 'en' THEN a.sort_en ELSE a.sort_sv END FROM person a WHERE a.id = :after), ''),
     :after)
 ORDER BY CASE WHEN :language = 'en' THEN p.sort_en ELSE p.sort_sv END, p.id LIMIT :limit

-- name: people_by_english_name — everyone, read in the order of the index
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, po.unit, u.name AS unit_name, po.title, po.manager,
       m.given AS manager_given, m.family AS manager_family
  FROM person p
  LEFT JOIN position po ON po.person = p.id
   AND po.valid_from <= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END
   AND (po.valid_to IS NULL OR po.valid_to >= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END)
  LEFT JOIN unit u ON u.id = po.unit
  LEFT JOIN person m ON m.id = po.manager
 WHERE {visible: p.id}
   AND (:status = 'all' OR (:status = 'employed' AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day))
        OR (:status = 'left' AND p.left_on < :day))
   AND (p.sort_en, p.id) > (COALESCE((SELECT a.sort_en FROM person a WHERE a.id = :after), ''), :after)
 ORDER BY p.sort_en, p.id LIMIT :limit

-- name: people_by_unit — the unit's name, then the person's; who has no unit comes first
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, po.unit, u.name AS unit_name, po.title, po.manager,
       m.given AS manager_given, m.family AS manager_family
  FROM person p
  LEFT JOIN position po ON po.person = p.id
   AND po.valid_from <= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END
   AND (po.valid_to IS NULL OR po.valid_to >= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END)
  LEFT JOIN unit u ON u.id = po.unit
  LEFT JOIN person m ON m.id = po.manager
 WHERE {visible: p.id}
   AND (CAST(:unit AS BIGINT) = 0 OR po.unit IN (
     WITH RECURSIVE below(id) AS (SELECT CAST(:unit AS BIGINT) UNION SELECT c.id FROM unit c JOIN below b ON c.parent = b.id)
     SELECT id FROM below))
   AND {in_place}
   AND (CAST(:manager AS BIGINT) = 0 OR po.manager = :manager)
   AND (:status = 'all' OR (:status = 'employed' AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day))
        OR (:status = 'left' AND p.left_on < :day))
   AND (p.search LIKE :word1 ESCAPE '!' OR po.title_folded LIKE :word1 ESCAPE '!')
   AND (p.search LIKE :word2 ESCAPE '!' OR po.title_folded LIKE :word2 ESCAPE '!')
   AND (p.search LIKE :word3 ESCAPE '!' OR po.title_folded LIKE :word3 ESCAPE '!')
   AND (COALESCE(u.sort_sv, ''), p.sort_sv, p.id) > (
     COALESCE((SELECT au.sort_sv FROM person a JOIN position ap ON ap.person = a.id JOIN unit au ON au.id = ap.unit
                WHERE a.id = :after AND ap.valid_from <= CASE WHEN a.left_on < :day THEN a.left_on ELSE :day END
                  AND (ap.valid_to IS NULL OR ap.valid_to >= CASE WHEN a.left_on < :day THEN a.left_on ELSE :day END)), ''),
     COALESCE((SELECT a.sort_sv FROM person a WHERE a.id = :after), ''), :after)
 ORDER BY COALESCE(u.sort_sv, ''), p.sort_sv, p.id LIMIT :limit

-- name: people_by_hired — the newest first
SELECT p.id, p.number, p.given, p.family, p.email, p.hired, p.left_on, po.unit, u.name AS unit_name, po.title, po.manager,
       m.given AS manager_given, m.family AS manager_family
  FROM person p
  LEFT JOIN position po ON po.person = p.id
   AND po.valid_from <= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END
   AND (po.valid_to IS NULL OR po.valid_to >= CASE WHEN p.left_on < :day THEN p.left_on ELSE :day END)
  LEFT JOIN unit u ON u.id = po.unit
  LEFT JOIN person m ON m.id = po.manager
 WHERE {visible: p.id}
   AND (CAST(:unit AS BIGINT) = 0 OR po.unit IN (
     WITH RECURSIVE below(id) AS (SELECT CAST(:unit AS BIGINT) UNION SELECT c.id FROM unit c JOIN below b ON c.parent = b.id)
     SELECT id FROM below))
   AND {in_place}
   AND (CAST(:manager AS BIGINT) = 0 OR po.manager = :manager)
   AND (:status = 'all' OR (:status = 'employed' AND p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day))
        OR (:status = 'left' AND p.left_on < :day))
   AND (p.search LIKE :word1 ESCAPE '!' OR po.title_folded LIKE :word1 ESCAPE '!')
   AND (p.search LIKE :word2 ESCAPE '!' OR po.title_folded LIKE :word2 ESCAPE '!')
   AND (p.search LIKE :word3 ESCAPE '!' OR po.title_folded LIKE :word3 ESCAPE '!')
   AND (-p.hired, p.id) > (COALESCE((SELECT -a.hired FROM person a WHERE a.id = :after), -10000000), :after)
 ORDER BY -p.hired, p.id LIMIT :limit
