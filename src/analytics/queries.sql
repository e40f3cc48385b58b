-- name: birth_years — of those who have one
-- scope: feeds sums over five people or more; no row leaves ages.cpp
SELECT id, birth_year FROM person WHERE birth_year IS NOT NULL ORDER BY id

-- name: placed_on — employed on the day, in the unit of the position that holds then
-- scope: feeds sums over units, guarded by counts.hpp; no row leaves history.cpp
SELECT p.id, o.unit
  FROM person p LEFT JOIN position o ON o.person = p.id AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day)
 WHERE p.hired <= :day AND (p.left_on IS NULL OR p.left_on >= :day)
 ORDER BY p.id
