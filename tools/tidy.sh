#!/usr/bin/env bash
# clang-tidy over src/, with the flags of a plain build (no precompiled headers, no unity).
#   tools/tidy.sh [FILE…]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=build/tidy
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
# Generated headers must be there before anything is read.
ninja -C "$build" -t targets all | sed -n 's/^\(generated\/[^:]*\.\(hpp\|cpp\)\):.*/\1/p' | xargs -r ninja -C "$build" >/dev/null
files=("$@")
[ $# -gt 0 ] || mapfile -t files < <(git ls-files 'src/*.cpp')
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option
