-- Activities

-- part: head
SELECT id, key, name_sv, name_en, description_sv, description_en, kind, provider, language, online, place, seat_cost,
       session_cost, currency, hours, seats, valid_from, valid_to, archived, version
  FROM activity

-- name: activities — all of them, the archived ones too; the catalogue is read whole
{head} ORDER BY id

-- name: raises — of all activities
SELECT r.activity, r.skill, k.name_sv, k.name_en, k.retired, r.from_level, r.to_level, r.probability
  FROM activity_raise r JOIN skill k ON k.id = r.skill ORDER BY r.activity, r.skill

-- name: sessions — of all activities, by day
SELECT activity, id, starts, ends, place, seats FROM activity_session ORDER BY activity, starts, id

-- name: after — what must be done before each
SELECT activity, required FROM activity_after ORDER BY activity, required

-- name: entry — what must be known before each
SELECT x.activity, x.skill, k.name_sv, k.name_en, x.level
  FROM activity_entry x JOIN skill k ON k.id = x.skill ORDER BY x.activity, x.skill

-- name: insert_activity
INSERT INTO activity (key, name_sv, name_en, description_sv, description_en, kind, provider, language, online, place,
                      seat_cost, session_cost, currency, hours, seats, valid_from, valid_to, account, created)
VALUES (:key, :name_sv, :name_en, :description_sv, :description_en, :kind, :provider, :language, :online, :place,
        :seat_cost, :session_cost, :currency, :hours, :seats, :valid_from, :valid_to, :account, :at)
RETURNING id

-- name: update_activity
UPDATE activity SET name_sv = :name_sv, name_en = :name_en, description_sv = :description_sv,
       description_en = :description_en, kind = :kind, provider = :provider, language = :language, online = :online,
       place = :place, seat_cost = :seat_cost, session_cost = :session_cost, currency = :currency, hours = :hours,
       seats = :seats, valid_from = :valid_from, valid_to = :valid_to, version = version + 1
 WHERE id = :activity

-- name: set_archived
UPDATE activity SET archived = :at, version = version + 1 WHERE id = :activity

-- What belongs to one

-- name: clear_raises
DELETE FROM activity_raise WHERE activity = :activity

-- name: insert_raise
INSERT INTO activity_raise (activity, skill, from_level, to_level, probability)
VALUES (:activity, :skill, :from, :to, :probability)

-- name: insert_session
INSERT INTO activity_session (activity, starts, ends, place, seats) VALUES (:activity, :starts, :ends, :place, :seats)

-- name: update_session
UPDATE activity_session SET starts = :starts, ends = :ends, place = :place, seats = :seats
 WHERE id = :session AND activity = :activity

-- name: delete_session
DELETE FROM activity_session WHERE id = :session AND activity = :activity

-- name: clear_after
DELETE FROM activity_after WHERE activity = :activity

-- name: insert_after
INSERT INTO activity_after (activity, required) VALUES (:activity, :required)

-- name: clear_entry
DELETE FROM activity_entry WHERE activity = :activity

-- name: insert_entry
INSERT INTO activity_entry (activity, skill, level) VALUES (:activity, :skill, :level)
