-- name: insert_import
INSERT INTO import (kind, filename, size, state, account, created, file_columns, description, mapping)
VALUES (:kind, :filename, :size, 'uploading', :account, :created, :columns, :description, :mapping) RETURNING id

-- name: insert_chunk
INSERT INTO import_chunk (import, seq, bytes) VALUES (:import, :seq, :bytes)

-- name: chunk
SELECT bytes FROM import_chunk WHERE import = :import AND seq = :seq

-- name: upload_done
UPDATE import SET state = 'uploaded' WHERE id = :import AND state = 'uploading'

-- name: import_by_id
SELECT i.id, i.kind, i.filename, i.size, i.state, i.created, i.account, COALESCE(a.name, '') AS by, i.description,
       i.row_count, i.file_columns, i.mapping, i.outcome, i.job
  FROM import i LEFT JOIN account a ON a.id = i.account WHERE i.id = :import

-- name: imports_before — newest first, of the kinds that the reader may hand in
SELECT i.id, i.kind, i.filename, i.size, i.state, i.created, i.account, COALESCE(a.name, '') AS by, i.description,
       i.row_count, i.file_columns, i.mapping, i.outcome, i.job
  FROM import i LEFT JOIN account a ON a.id = i.account
 WHERE i.id < :before AND i.state <> 'uploading'
   AND ((i.kind = 'activities' AND :activities = 1) OR (i.kind <> 'activities' AND :people = 1))
 ORDER BY i.id DESC LIMIT :limit

-- name: set_columns — the file is read another way than before
UPDATE import SET state = 'uploaded', file_columns = :columns, description = :description, mapping = :mapping, outcome = ''
 WHERE id = :import

-- name: start_check
UPDATE import SET state = 'checking', mapping = :mapping, job = :job, outcome = '', row_count = NULL
 WHERE id = :import

-- name: start_apply
UPDATE import SET state = 'applying', job = :job WHERE id = :import

-- name: set_outcome
UPDATE import SET state = :state, outcome = :outcome, row_count = :rows WHERE id = :import

-- name: insert_problem
INSERT INTO import_problem (import, seq, file_row, file_column, value, code, details, warning)
VALUES (:import, :seq, :file_row, :file_column, :value, :code, :details, :warning)

-- name: problems_after
SELECT file_row, file_column, value, code, details, warning FROM import_problem
 WHERE import = :import AND seq >= :after ORDER BY seq LIMIT :limit

-- name: unknown_names — of skills, as the file writes them, the most frequent first
SELECT value, COUNT(*) AS n FROM import_problem WHERE import = :import AND code = 'row.skill_unknown'
 GROUP BY value ORDER BY COUNT(*) DESC, value LIMIT :limit

-- name: insert_change
INSERT INTO import_change (import, seq, file_row, kind, key, name, fields)
VALUES (:import, :seq, :file_row, :kind, :key, :name, :fields)

-- name: changes_after
SELECT seq, file_row, kind, key, name, fields FROM import_change
 WHERE import = :import AND seq > :after AND (:kind = '' OR kind = :kind) ORDER BY seq LIMIT :limit

-- name: delete_chunks
DELETE FROM import_chunk WHERE import = :import

-- name: delete_problems
DELETE FROM import_problem WHERE import = :import

-- name: delete_changes
DELETE FROM import_change WHERE import = :import

-- name: delete_import
DELETE FROM import WHERE id = :import

-- name: unfinished_before — never applied; their bytes are personal data
SELECT id FROM import WHERE created < :before AND state <> 'applied'

-- name: forget_problems_before
DELETE FROM import_problem WHERE import IN (SELECT id FROM import WHERE created < :before)

-- name: forget_changes_before
DELETE FROM import_change WHERE import IN (SELECT id FROM import WHERE created < :before)

-- name: mappings_of_kind
SELECT id, kind, name, mapping FROM import_mapping WHERE kind = :kind ORDER BY name

-- name: kind_of_mapping
SELECT kind FROM import_mapping WHERE id = :mapping

-- name: delete_mapping
DELETE FROM import_mapping WHERE id = :mapping

-- name: delete_mapping_named
DELETE FROM import_mapping WHERE kind = :kind AND name = :name

-- name: insert_mapping
INSERT INTO import_mapping (kind, name, mapping, account, created)
VALUES (:kind, :name, :mapping, :account, :created) RETURNING id
