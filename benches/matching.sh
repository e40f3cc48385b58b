#!/usr/bin/env bash
# Words to concepts: how well, beside character TF-IDF, and how fast, beside PostgreSQL's pg_trgm on the same labels and
# questions. The data (MELO, ESCO, JobTech) lies in $KUNNA_DATA, or in shared/data beside the project. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
data=${KUNNA_DATA:-$here/../../shared/data}
if [ ! -d "$data/melo-dev" ]; then
    echo "There is no data in $data, so nothing can be measured. Set KUNNA_DATA." >&2
    exit 1
fi
cmake --build "$KUNNA_BENCH_BUILD" --target bench_matching --target bench_matching_speed
missed=0
"$KUNNA_BENCH_BUILD/benches/bench_matching" "$data" || missed=1

work=$(mktemp -d)
bin=/usr/lib/postgresql/15/bin
as_postgres() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
clean() {
    as_postgres "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap clean EXIT
chmod 755 "$work"
"$KUNNA_BENCH_BUILD/benches/bench_matching_speed" "$data" "$work" >"$work/ours.json"
[ "$(id -u)" -ne 0 ] || chown -R postgres "$work"
as_postgres "$bin/initdb" -D "$work/data" --encoding=UTF8 --locale=C.UTF-8 --auth=trust >/dev/null
as_postgres "$bin/pg_ctl" -D "$work/data" -w -l "$work/log" \
    -o "-k $work -c listen_addresses= -c shared_buffers=1GB -c max_parallel_workers_per_gather=0" start >/dev/null
ask() { as_postgres psql -h "$work" -d postgres -qAtX "$@"; }
ask <<SQL
CREATE EXTENSION pg_trgm;
CREATE TABLE label (id int PRIMARY KEY, text text);
CREATE TABLE question (id int PRIMARY KEY, label int, text text);
\copy label FROM '$work/labels.tsv'
\copy question FROM '$work/questions.tsv'
CREATE INDEX label_gist ON label USING gist (text gist_trgm_ops(siglen = 64));
CREATE INDEX label_gin ON label USING gin (text gin_trgm_ops);
ANALYZE;
SQL
# Two ways to ask it, 200 questions each after 20 to warm up; the better counts.
peer=$(ask <<'SQL'
CREATE FUNCTION nearest(asked text) RETURNS int LANGUAGE sql STABLE AS
  $$ SELECT id FROM label ORDER BY text <-> asked LIMIT 1 $$;
CREATE FUNCTION similar(asked text) RETURNS int LANGUAGE sql STABLE AS
  $$ SELECT id FROM label WHERE text % asked ORDER BY similarity(text, asked) DESC, id LIMIT 1 $$;
CREATE TABLE result (way text, ms float8, first float8);
DO $$
DECLARE way text; q record; start timestamptz; found int; n int; good int;
BEGIN
  FOREACH way IN ARRAY ARRAY['nearest', 'similar'] LOOP
    n := 0; good := 0;
    FOR q IN SELECT * FROM question WHERE id < 220 ORDER BY id LOOP
      IF q.id = 20 THEN start := clock_timestamp(); n := 0; good := 0; END IF;
      EXECUTE format('SELECT %I(%L)', way, q.text) INTO found;
      n := n + 1;
      IF found = q.label THEN good := good + 1; END IF;
    END LOOP;
    INSERT INTO result VALUES (way, extract(epoch FROM clock_timestamp() - start) * 1000 / n, good::float8 / n);
  END LOOP;
END $$;
SELECT json_agg(result) FROM result;
SQL
)
node "$here/matching.mjs" "$(cat "$work/ours.json")" "$peer" || missed=1
exit $missed
