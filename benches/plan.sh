#!/usr/bin/env bash
# Training plans with a proven bound, against HiGHS on the same problem: build, measure both in one run, compare.
# Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target bench_plan
if [ ! -d "$here/node_modules/highs" ]; then
    (cd "$here" && npm ci --no-audit --no-fund --ignore-scripts)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
plan="$KUNNA_BENCH_BUILD/benches/bench_plan"
"$plan" 200 1000 2 "$work/200.lp" >"$work/200.json"
"$plan" 1000 1000 2 "$work/1000.lp" >"$work/1000.json"
"$plan" 100000 1000 1 >"$work/one.json"
"$plan" 100000 1000 2 >"$work/100000.json"
"$plan" 1000000 1000 2 >"$work/1000000.json"
(cd "$here" && node plan.mjs "$work")
