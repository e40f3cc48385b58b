#!/usr/bin/env bash
# Which occupations are near which, against the groups of O*NET and of ISCO. The data (O*NET, ESCO) lies in $KUNNA_DATA,
# or in shared/data beside the project. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
data=${KUNNA_DATA:-$here/../../shared/data}
if [ ! -d "$data/onet" ] || [ ! -d "$data/esco" ]; then
    echo "There is no O*NET and ESCO in $data, so nothing can be measured. Set KUNNA_DATA." >&2
    exit 1
fi
cmake --build "$KUNNA_BENCH_BUILD" --target bench_adjacency
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$KUNNA_BENCH_BUILD/benches/bench_adjacency" "$data" >"$work/measured.json"
node "$here/adjacency.mjs" "$work/measured.json"
