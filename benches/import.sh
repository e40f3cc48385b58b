#!/usr/bin/env bash
# 100,000 people and 4.5 million statements from CSV into an empty folder, by the command line. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target kunna
KUNNA_BINARY="$KUNNA_BENCH_BUILD/kunna" exec node "$here/import.mjs" "$KUNNA_BENCH_BUILD/bench-data"
