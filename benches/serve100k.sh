#!/usr/bin/env bash
# The server with 100,000 people and 4.5 million statements: start, memory, gap map, what-ifs, forecasts, sliders in
# Chromium, freshness, finding by consent, a round. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target kunna
if [ ! -d "$here/../tests/journeys/node_modules/playwright-core" ]; then
    (cd "$here/../tests/journeys" && npm ci --no-audit --no-fund --ignore-scripts)
fi
KUNNA_BINARY="$KUNNA_BENCH_BUILD/kunna" exec node "$here/serve100k.mjs" "$KUNNA_BENCH_BUILD/bench-data"
