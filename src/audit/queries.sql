-- name: newest — the entry the next one follows
SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1

-- name: insert_entry
INSERT INTO audit_entry (seq, at, account, action, object, fields, previous, hash)
VALUES (:seq, :at, :account, :action, :object, :fields, :previous, :hash)

-- name: entries_after — in order; the snapshot's feed and the verifier read them
SELECT seq, at, account, action, object, fields, previous, hash FROM audit_entry WHERE seq > :after ORDER BY seq LIMIT :limit

-- name: entries_before — newest first, for the screen
SELECT seq, at, account, action, object, fields, previous, hash FROM audit_entry
 WHERE seq < :before AND (:action = '' OR action = :action) AND (:account = -1 OR account = :account)
   AND at >= :from_instant AND at < :to_instant
 ORDER BY seq DESC LIMIT :limit
