#!/usr/bin/env bash
# The analytic forecast against its simulator: build, measure both in one run, compare. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target bench_forecast
bench="$KUNNA_BENCH_BUILD/benches/bench_forecast"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bench" 100000 1 50 40 >"$work/hundred.json"
"$bench" 1000000 1 10 4 >"$work/million.json"
"$bench" 100000 30 10 1 >"$work/all.json"
node "$here/forecast.mjs" "$work/hundred.json" "$work/million.json" "$work/all.json"
