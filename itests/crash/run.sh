#!/usr/bin/env bash
# kill -9 at random moments on the built distribution, under intake, evidence, audits, activations and tokens. After each
# kill it starts again by itself, and everything that was acknowledged must be there, whole, and proved by the ledger.
# run.sh [--kills N] [--db h2|postgresql] [--port P] [--seed S]; it uses P and P + 1 on the loopback interface (default: 5
# kills, h2, 18420). The last line is the result, as JSON. Bounded: at most two minutes a kill.
set -euo pipefail
kills=5 db=h2 port=18420 seed=$RANDOM
while [ $# -gt 1 ]; do
  case "$1" in
    --kills) kills="$2" ;; --db) db="$2" ;; --port) port="$2" ;; --seed) seed="$2" ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
  shift 2
done
case "$db" in h2 | postgresql) ;; *) echo "--db is h2 or postgresql, not $db" >&2; exit 2 ;; esac
crash="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
. "$crash/../load/prepare.sh"
engine="$(find "$system/org/assay/audit-engine" -name '*.jar' | head -n 1)"
javac -Xlint:all -d "$work/classes" -cp "$work/classes:$libraries:$engine" "$crash"/src/*.java
# Some audits are done at once and some as jobs.
printf 'largeAudit = 6000\n' >>"$work/home/etc/org.assay.core.cfg"

if [ "$db" = postgresql ]; then
  # A server of its own with everything as it is delivered, fsync above all; Maven brings it.
  version="$(sed -n 's:.*<embedded-postgres.version>\(.*\)</.*:\1:p' "$crash/../../pom.xml")"
  cat >"$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.assay</groupId><artifactId>crash-postgresql</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>$version</version>
  </dependency></dependencies>
</project>
POM
  mvn -q -B -f "$work/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/postgresql.cp" >&2
  mkdir -p "$work/postgresql"
  javac -d "$work/postgresql" -cp "$(cat "$work/postgresql.cp")" "$crash"/postgresql/*.java
  mkfifo "$work/stop"
  sleep 86400 >"$work/stop" &
  open=$!
  java -cp "$work/postgresql:$(cat "$work/postgresql.cp")" PostgreSql "$work/url" <"$work/stop" 2>"$work/postgresql.log" &
  server=$!
  trap 'kill "$open" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$work"' EXIT
  for _ in $(seq 600); do [ -s "$work/url" ] && break; sleep 0.1; done
  [ -s "$work/url" ] || { echo "PostgreSQL did not start within a minute:" >&2; cat "$work/postgresql.log" >&2; exit 3; }
  cat >"$work/home/etc/org.assay.store.cfg" <<CFG
url = $(cat "$work/url")
user = postgres
database.target = (osgi.jdbc.driver.class=org.postgresql.Driver)
CFG
fi
java -cp "$work/classes:$libraries:$engine" Crash "$work/home" "$work/data" "$port" "$kills" "$db" "$seed"
