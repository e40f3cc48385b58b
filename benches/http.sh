#!/usr/bin/env bash
# Small authenticated reads a second, against Node's own http server on the same two cores as the load generator.
# Run by ./bench. Needs wrk; talks to 127.0.0.1 alone.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cmake --build "$KUNNA_BENCH_BUILD" --target bench_http
seconds=${KUNNA_BENCH_SECONDS:-8}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT
ulimit -n 8192 2>/dev/null || true

# Sets `port`. Not called as $(start …): a subshell would keep the process id to itself and the trap would end nothing.
start() { # name, command…: its first line is the port
    local name=$1
    shift
    "$@" >"$work/$name" 2>"$work/$name.log" &
    pids+=($!)
    for _ in $(seq 100); do
        [ -s "$work/$name" ] && break
        sleep 0.1
    done
    port=$(head -n1 "$work/$name")
}

load() { # port, connections → "requests/s p99-ms errors"
    wrk -t2 -c"$2" -d"${seconds}s" --latency -H "Cookie: __Host-kunna=session-77" "http://127.0.0.1:$1/api/v1/me" >"$work/wrk"
    awk '
        /Requests\/sec/ {rate = $2}
        $1 == "99%" {p99 = $2; unit = p99; sub(/[0-9.]+/, "", unit); p99 += 0; if (unit == "us") p99 /= 1000; if (unit == "s") p99 *= 1000}
        /Non-2xx/ {bad += $NF}
        /Socket errors/ {gsub(",", ""); bad += $4 + $6 + $8}
        END {printf "%.0f %.2f %d\n", rate, p99, bad}' "$work/wrk"
}

start ours "$KUNNA_BENCH_BUILD/benches/bench_http" serve
ours=$port
ours_pid=$!
start peer node "$here/http_peer.mjs"
peer=$port
missed=0

compare() { # what, connections, goal requests/s, goal p99
    local rate p99 bad peer_rate peer_p99 peer_bad
    read -r rate p99 bad < <(load "$ours" "$2")
    read -r peer_rate peer_p99 peer_bad < <(load "$peer" "$2")
    awk -v what="$1" -v r="$rate" -v p="$p99" -v b="$bad" -v pr="$peer_rate" -v pp="$peer_p99" -v pb="$peer_bad" -v goal="$3" -v slow="$4" 'BEGIN {
        kept = r >= goal && p <= slow && b == 0
        printf "%-34s ours %6d/s p99 %6.2f ms, errors %d · Node %6d/s p99 %6.2f ms, errors %d · ratio %.1f · goal %d/s, p99 %d ms: %s\n",
            what, r, p, b, pr, pp, pb, r / (pr > 0 ? pr : 1), goal, slow, kept ? "kept" : "MISSED"
        exit !kept}' || missed=1
}

load "$ours" 64 >/dev/null # warm
compare "64 connections" 64 30000 50
compare "1,000 connections" 1000 25000 50
"$KUNNA_BENCH_BUILD/benches/bench_http" loris "$ours" 300 $((seconds + 4)) &
pids+=($!)
sleep 1
read -r rate p99 bad < <(load "$ours" 64)
awk -v r="$rate" -v p="$p99" -v b="$bad" 'BEGIN {
    kept = r >= 30000 && p <= 50 && b == 0
    printf "%-34s ours %6d/s p99 %6.2f ms, errors %d · goal 30000/s, p99 50 ms: %s\n", "64, beside 300 slow-loris clients", r, p, b, kept ? "kept" : "MISSED"
    exit !kept}' || missed=1
printf 'memory of our server: %s kB\n' "$(awk '/VmHWM/ {print $2}' "/proc/$ours_pid/status")"
exit $missed
