#!/usr/bin/env bash
# People to roles at least total hours, against LEMON's network simplex on the same problem: build, measure both in one
# run, compare. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
source "$here/../tools/setup.sh"
install_packages bench
cmake --build "$KUNNA_BENCH_BUILD" --target bench_assignment bench_assignment_peer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
programs="$KUNNA_BENCH_BUILD/benches"
for places in 0.8 1.2; do
    "$programs/bench_assignment" "${KUNNA_BENCH_PEOPLE:-100000}" 200 "$places" "$work/problem" >"$work/ours-$places.json"
    "$programs/bench_assignment_peer" "$work/problem" >"$work/peer-$places.json"
done
node "$here/assignment.mjs" "$work"
