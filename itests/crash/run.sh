#!/usr/bin/env bash
# kill -9 at random moments on the built distribution, under intake, evidence, audits, activations and tokens. After each
# kill it starts again by itself, and everything that was acknowledged must be there, whole, and proved by the ledger.
# run.sh [--kills N] [--db h2|postgresql] [--port P] [--seed S] [--minutes M] [--patience MINUTES]; it uses P and P + 1 on the
# loopback interface (default: 5 kills, h2, 18420). The last line is the result, as JSON. Bounded: after M minutes it makes no
# more kills, and whatever is waited for is waited for two minutes at most, or as long as --patience says, for a machine that
# is busy. What was found wrong is kept.
set -euo pipefail
kills=5 db=h2 port=18420 seed=$RANDOM patience=2 minutes=1440
while [ $# -gt 1 ]; do
  case "$1" in
    --kills) kills="$2" ;; --db) db="$2" ;; --port) port="$2" ;; --seed) seed="$2" ;; --patience) patience="$2" ;;
    --minutes) minutes="$2" ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
  shift 2
done
case "$db" in h2 | postgresql) ;; *) echo "--db is h2 or postgresql, not $db" >&2; exit 2 ;; esac
crash="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
. "$crash/harness.sh"
java -Dpatience="$patience" -Dminutes="$minutes" -cp "$work/classes:$libraries:$engine" \
  Crash "$work/home" "$work/data" "$port" "$kills" "$db" "$seed" || keep
