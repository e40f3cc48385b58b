#!/usr/bin/env bash
# Gap analysis against DuckDB: build, measure ours, measure the peer on the same data, compare. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target bench_gap_kernel
if [ ! -d "$here/node_modules/@duckdb/node-api" ]; then
    (cd "$here" && npm ci --no-audit --no-fund --ignore-scripts)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kernel="$KUNNA_BENCH_BUILD/benches/bench_gap_kernel"
"$kernel" "${KUNNA_BENCH_PEOPLE:-100000}" 150 "$work" >"$work/ours.json"
"$kernel" 1000000 30 >"$work/million.json"
(cd "$here" && node gap_kernel.mjs "$work" "$work/ours.json" "$work/million.json")
