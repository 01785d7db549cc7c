#!/bin/bash
# Measures the built distribution from outside: installing a regime, from an activation to the first verdict by the new
# rules, and audits of 1,000, 10,000 and 100,000 components with the memory of the VM, a page of findings, a page of
# verdicts by a filter, and what changed between two audits.
#   benchmarks/service.sh [PORT] [SIZES...]      default port 18182, sizes 1000 10000 100000
# Needs the built distribution (mvn verify, or ./assay once) and an otherwise idle machine. Ends with one JSON line.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-18182}; shift || true
sizes=("${@:-}"); [ -n "${sizes[0]}" ] || sizes=(1000 10000 100000)
home=karaf-assembly/target/assembly
cli=$home/cli/assay-cli.jar
work=$(mktemp -d)
export ASSAY_DATA=$work/data
trap './assay stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

. benchmarks/http.sh

./assay start --port "$port" > /dev/null
regime=de-bsi

for run in 1 2 3 4 5; do
  began=$(now)
  call POST /regimes -H 'Content-Type: application/json' -d "{\"id\":\"$regime\"}" > /dev/null
  echo "$(millis "$began")" >> "$work/install"
  [ "$run" = 5 ] || call DELETE "/regimes/$regime" > /dev/null
done

audit() { # NETWORK DAY -> milliseconds until done; another day is another audit, so nothing is answered from memory
  audited "{\"network\":\"$1\",\"regimes\":[\"$regime\"],\"asOf\":\"2026-11-$2\"}"
  cat "$work/id" >> "$work/audits"
}

results=
for size in "${sizes[@]}"; do
  java -cp "$cli" benchmarks/GenerateNetwork.java examples/de-rheinfunk.json "net$size" "$size" 7 "$work/net.ndjson"
  call PUT "/networks/net$size" -H 'Content-Type: application/json' \
    -d "{\"id\":\"net$size\",\"name\":\"generated\",\"country\":\"DE\"}" > /dev/null
  began=$(now)
  call POST "/networks/net$size/snapshots" -H 'Content-Type: application/x-ndjson' --data-binary "@$work/net.ndjson" > /dev/null
  intake=$(millis "$began")
  : > "$work/times"
  : > "$work/audits"
  for day in 21 22 23; do audit "net$size" "$day" >> "$work/times"; done
  first=$(sed -n 1p "$work/audits"); last=$(sed -n 3p "$work/audits")
  page=$(repeated "/audits/$first/findings?limit=100")
  filtered=$(repeated "/audits/$first/verdicts?limit=100&outcome=REVIEW")
  diff=$(repeated "/audits/$first/diff/$last?limit=100")
  results="$results{\"components\":$size,\"intakeMs\":$intake,\"auditMs\":$(median < "$work/times"),\"findingsPageMs\":$page,\"filteredPageMs\":$filtered,\"diffMs\":$diff,\"peakRssMb\":$(megabytes VmHWM)},"
done

smallest=net${sizes[0]}
call POST "/regimes/$regime/packs" -H 'Content-Type: application/json' \
  --data-binary "@$home/examples/packs/de-bsi/de-bsi-2026.2.0-draft-list.dsse.json" > /dev/null
for day in 11 12 13 14 15; do
  began=$(now)
  call POST "/regimes/$regime/packs/2026.2.0/activate" > /dev/null
  audit "$smallest" "$day" > /dev/null
  echo "$(millis "$began")" >> "$work/swap"
  call POST "/regimes/$regime/packs/2026.1.0/rollback" > /dev/null
done

locked=$(sed -n 's/.*was locked for \([0-9]*\) us, and \([0-9]*\) us more.*/\1 \2/p' "$home/data/log/karaf.log" | tail -n 10)
lockedUs=$(cut -d' ' -f1 <<< "$locked" | median); diskUs=$(cut -d' ' -f2 <<< "$locked" | median)
echo "{\"installMs\":$(median < "$work/install"),\"firstInstallMs\":$(head -n 1 "$work/install"),\"activationToVerdictMs\":$(median < "$work/swap"),\"activationLockedUs\":$lockedUs,\"activationToDiskUs\":$diskUs,\"audits\":[${results%,}],\"load\":\"$(cut -d' ' -f1-3 /proc/loadavg)\"}"
