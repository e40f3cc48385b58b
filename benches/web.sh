#!/usr/bin/env bash
# The web pages in Chromium: weight of the first load, the gap map of the demonstration company on a slow processor, and
# how smoothly a map of 300 × 300 scrolls. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target kunna
if [ ! -d "$here/../tests/journeys/node_modules/playwright-core" ]; then
    (cd "$here/../tests/journeys" && npm ci --no-audit --no-fund --ignore-scripts)
fi
KUNNA="${KUNNA:-$KUNNA_BENCH_BUILD/kunna}" exec node "$here/web.mjs"
