#!/usr/bin/env bash
# Transferability of every role to every other one, against the account requirement by requirement: build, measure both
# in one run, compare. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target bench_transfer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$KUNNA_BENCH_BUILD/benches/bench_transfer" 500 30 5 >"$work/measured.json"
node "$here/transfer.mjs" "$work/measured.json"
