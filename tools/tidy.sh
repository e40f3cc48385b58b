#!/usr/bin/env bash
# clang-tidy over src/. Folders are read as a few large units, so that headers are parsed once for many files.
#   tools/tidy.sh [FOLDER…]     people, engine …; all of them when none is named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=build/tidy
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=14 >/dev/null
# Generated headers must be there before anything is read.
ninja -C "$build" -t targets all | sed -n 's/^\(kunna_[a-z]*_queries\|kunna_migrations\): phony.*/\1/p' | xargs ninja -C "$build" >/dev/null
python3 - "$build/compile_commands.json" "$@" <<'PYTHON' | xargs -P "$(nproc)" -n 1 clang-tidy -p "$build" --quiet --checks=-bugprone-suspicious-include --extra-arg=-Wno-unknown-warning-option
import json, sys
for entry in json.load(open(sys.argv[1])):
    path = entry["file"]
    ours = "/kunna_" in path and "/Unity/" in path or "/src/" in path and "/build/" not in path
    if ours and (not sys.argv[2:] or any(f"/kunna_{name}.dir/" in path or f"/src/{name}/" in path for name in sys.argv[2:])):
        print(path)
PYTHON
