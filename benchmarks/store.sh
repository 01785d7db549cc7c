#!/bin/bash
# Measures what the store does with a large network, on the built distribution, over HTTP: a snapshot in (time, the VM's
# peak memory, bytes on disk a component), an audit from facts in memory to stored verdicts, a page of findings, the preview
# of a staged pack, and what the next start reads back.
#   benchmarks/store.sh [--db h2|postgresql] [--size N] [--port P]      default h2, 1000000, 18186
# Needs the built distribution (mvn verify, or ./assay once), some 10 GB of memory and an otherwise idle machine; for
# PostgreSQL Maven fetches a server, which forces to disk as delivered. Ends with one JSON line.
set -euo pipefail
cd "$(dirname "$0")/.."
db=h2 size=1000000 port=18186
while [ $# -gt 1 ]; do
  case "$1" in
    --db) db="$2" ;; --size) size="$2" ;; --port) port="$2" ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
  shift 2
done
crash=$PWD/itests/crash
. itests/load/prepare.sh
. "$crash/database.sh"
export ASSAY_DATA=$work/data
home=$work/home
# Half a million records is what an operator's network may have unless it is configured.
printf 'maxRecords = %s\n' "$((size + 100000))" >> "$home/etc/org.assay.core.cfg"
assay() { "$home/bin/assay" "$@"; }
server_trap=$(trap -p EXIT | sed "s/^trap -- '\(.*\)' EXIT$/\1/")
trap 'assay stop >/dev/null 2>&1 || true; '"$server_trap" EXIT

. benchmarks/http.sh
# All that is kept: the state folder, and the database's where it is elsewhere.
kept() { sync; { du -sb "$ASSAY_DATA" "$work/database" 2>/dev/null || true; } | awk "{s += \$1} END {print s}"; }

assay start --port "$port" > /dev/null
call POST /regimes -H 'Content-Type: application/json' -d '{"id":"de-bsi"}' > /dev/null
java -cp "$home/cli/assay-cli.jar" benchmarks/GenerateNetwork.java examples/de-rheinfunk.json large "$size" 7 "$work/net.ndjson"
call PUT /networks/large -H 'Content-Type: application/json' -d '{"id":"large","name":"generated","country":"DE"}' > /dev/null

empty=$(kept); began=$(now)
call POST /networks/large/snapshots -H 'Content-Type: application/x-ndjson' -T "$work/net.ndjson" > /dev/null
intake=$(millis "$began"); intakeRss=$(megabytes VmHWM); snapshot=$(($(kept) - empty))

: > "$work/times"
for day in 10 11 12; do
  audited "{\"network\":\"large\",\"regimes\":[\"de-bsi\"],\"asOf\":\"2026-11-$day\"}" >> "$work/times"
  [ "$day" != 10 ] || cp "$work/id" "$work/first"
done
verdicts=$(field verdicts < "$work/audit")
audit=$(($(kept) - empty - snapshot))
first=$(cat "$work/first")
page=$(repeated "/audits/$first/findings?limit=100")
filtered=$(repeated "/audits/$first/verdicts?limit=100&outcome=UNKNOWN")

call POST /regimes/de-bsi/packs -H 'Content-Type: application/json' \
  --data-binary "@$home/examples/packs/de-bsi/de-bsi-2026.2.0-draft-list.dsse.json" > /dev/null
preview=$(audited '{"network":"large","regimes":["de-bsi"],"asOf":"2026-11-10","trial":{"packs":{"de-bsi":"2026.2.0"}}}')
began=$(now)
call GET "/audits/$first/impact/$(cat "$work/id")" > /dev/null
impact=$(millis "$began"); rss=$(megabytes VmHWM)

assay stop > /dev/null
assay start --port "$port" > /dev/null
began=$(now); call GET "/audits/$first/findings?limit=100" > /dev/null; cold=$(millis "$began")
again=$(audited '{"network":"large","regimes":["de-bsi"],"asOf":"2026-11-13"}')
echo "{\"db\":\"$db\",\"components\":$size,\"documentBytes\":$(stat -c %s "$work/net.ndjson"),\"snapshotMs\":$intake,\"snapshotPeakRssMb\":$intakeRss,\"snapshotBytesPerComponent\":$((snapshot / size)),\"firstAuditMs\":$(head -n 1 "$work/times"),\"nextAuditMs\":$(tail -n 1 "$work/times"),\"bytesPerAudit\":$((audit / 3)),\"findingsPageMs\":$page,\"unknownPageMs\":$filtered,\"previewMs\":$preview,\"impactMs\":$impact,\"peakRssMb\":$rss,\"afterRestart\":{\"findingsPageMs\":$cold,\"auditMs\":$again},\"load\":\"$(cut -d' ' -f1-3 /proc/loadavg)\"}"
