#!/bin/bash
# Measures how long the distribution takes from bin/karaf to the first answer of the API.
#   benchmarks/ready.sh [RUNS] [PORT]     default 5 runs on port 18181
# "first": freshly unpacked, nothing cached. "again": the second start of the same folder. Both with an empty state.
# Ends with one JSON line, in milliseconds; cpuMs is the processor time that a start takes until then. Needs the built distribution (mvn verify) and an otherwise idle machine.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
port=${2:-18181}
archive=$(ls karaf-assembly/target/karaf-assembly-*.tar.gz)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

start() { # prints the milliseconds until /health/ready (or /health/live) answers 200; fails after 60 s
  local home=$1 began now path
  began=$(date +%s%N)
  ASSAY_DATA="$home/../data" EXTRA_JAVA_OPTS="-Dorg.osgi.service.http.port=$port" \
    "$home/bin/karaf" daemon > "$home/../out" 2>&1 &
  echo $! > "$home/../pid"
  path=${READY_PATH:-/api/v1/health/ready}
  while ! curl -sf -o /dev/null "http://127.0.0.1:$port$path"; do
    now=$(date +%s%N)
    [ $((now - began)) -lt 60000000000 ] || { echo "not ready within 60 s at $path" >&2; return 1; }
    sleep 0.02
  done
  now=$(date +%s%N)
  # Processor time of the VM so far, in milliseconds: what a busy machine does not blur (Linux).
  awk '{print ($14 + $15) * 1000 / '"$(getconf CLK_TCK)"'}' "/proc/$(cat "$home/../pid")/stat" >> "$work/cpu"
  echo $(((now - began) / 1000000))
}

stop() { # "daemon" replaces the script by the VM, so the pid is the VM's
  local pid
  pid=$(cat "$1/../pid")
  kill "$pid" 2> /dev/null || true
  for _ in $(seq 300); do kill -0 "$pid" 2> /dev/null || return 0; sleep 0.1; done
  echo "process $pid did not stop within 30 s" >&2
  return 1
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

for run in $(seq "$runs"); do
  mkdir -p "$work/$run/karaf"
  tar xzf "$archive" -C "$work/$run/karaf" --strip-components=1
  home="$work/$run/karaf"
  start "$home" >> "$work/first"
  stop "$home"
  rm -rf "$work/$run/data"
  start "$home" >> "$work/again"
  stop "$home"
  rm -rf "${work:?}/$run"
done
echo "{\"runs\":$runs,\"firstMs\":$(median < "$work/first"),\"againMs\":$(median < "$work/again"),\"cpuMs\":$(median < "$work/cpu"),\"cores\":$(nproc)}"
