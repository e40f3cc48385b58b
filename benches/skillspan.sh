#!/usr/bin/env bash
# From text to skills: precision and recall of overlapping spans on SkillSpan's development sentences, beside finding
# ESCO's labels literally. The data lies in $KUNNA_DATA, or in shared/data beside the project. Run by ./bench.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
data=${KUNNA_DATA:-$here/../../shared/data}
if [ ! -d "$data/skillspan-dev" ]; then
    echo "There is no data in $data, so nothing can be measured. Set KUNNA_DATA." >&2
    exit 1
fi
cmake --build "$KUNNA_BENCH_BUILD" --target bench_skillspan
"$KUNNA_BENCH_BUILD/benches/bench_skillspan" "$data"
