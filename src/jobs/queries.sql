-- name: insert_job
INSERT INTO job (kind, state, input, account, created) VALUES (:kind, 'waiting', :input, :account, :created) RETURNING id

-- name: job_by_id — one's own, or everyone's
SELECT j.id, j.kind, j.state, j.progress, j.note, j.result, j.problem, j.created, j.finished,
       COALESCE(a.name, '') AS by
  FROM job j LEFT JOIN account a ON a.id = j.account
 WHERE j.id = :job AND (j.account = :account OR :everyone = 1)

-- name: jobs_before — newest first
SELECT j.id, j.kind, j.state, j.progress, j.note, j.result, j.problem, j.created, j.finished,
       COALESCE(a.name, '') AS by
  FROM job j LEFT JOIN account a ON a.id = j.account
 WHERE j.id < :before AND (j.account = :account OR :everyone = 1)
 ORDER BY j.id DESC LIMIT :limit

-- name: waiting_jobs — oldest first
SELECT id, kind, account, input, attempts FROM job WHERE state = 'waiting' ORDER BY id

-- name: count_waiting
SELECT COUNT(*) AS n FROM job WHERE state = 'waiting'

-- name: claim_job — only one runner gets a waiting job
UPDATE job SET state = 'running', node = :node, heartbeat = :now, started = :now, attempts = attempts + 1
 WHERE id = :job AND state = 'waiting'

-- name: tell_progress — a job that another node has taken over is not ours to write
UPDATE job SET progress = :progress, note = :note, heartbeat = :now
 WHERE id = :job AND state = 'running' AND node = :node

-- name: keep_alive
UPDATE job SET heartbeat = :now WHERE id = :job AND state = 'running' AND node = :node

-- name: finish_job
UPDATE job SET state = :state, progress = :progress, note = :note, result = :result, problem = :problem, finished = :now
 WHERE id = :job AND state = 'running' AND node = :node

-- name: put_back — stopped before its end: to be done again from the start
UPDATE job SET state = 'waiting', progress = 0, note = '', node = '', attempts = attempts - :forgiven
 WHERE id = :job AND state = 'running' AND node = :node

-- name: ask_to_cancel
UPDATE job SET cancel = 1 WHERE id = :job AND state = 'running'

-- name: cancel_waiting
UPDATE job SET state = 'cancelled', finished = :now WHERE id = :job AND state = 'waiting'

-- name: cancel_asked — of the jobs this node runs
SELECT id FROM job WHERE state = 'running' AND node = :node AND cancel = 1

-- name: deserted_jobs — running, with no sign of life since :silent
SELECT id, attempts FROM job WHERE state = 'running' AND heartbeat < :silent

-- name: take_back — a deserted job waits again
UPDATE job SET state = 'waiting', progress = 0, note = '', node = '' WHERE id = :job AND state = 'running' AND heartbeat < :silent

-- name: give_up — a deserted job that was tried too often
UPDATE job SET state = 'failed', problem = :problem, node = '', finished = :now
 WHERE id = :job AND state = 'running' AND heartbeat < :silent

-- name: forget_finished
DELETE FROM job WHERE finished < :before AND state IN ('done', 'failed', 'cancelled')
