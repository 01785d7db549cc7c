# Read by harness.sh and by benchmarks/store.sh: the database that "$db" names, and what becomes of the files at the end.

keep() {
  local code=$? kept
  kept="$(mktemp -d)"
  mv "$work/data" "$work/home/data" "$kept/"
  echo "kept in $kept" >&2
  exit "$code"
}

if [ "$db" = postgresql ]; then
  # A server of its own; Maven brings it.
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
  javac -Xlint:all -d "$work/postgresql" -cp "$(cat "$work/postgresql.cp")" "$crash"/postgresql/*.java
  mkfifo "$work/orders"
  sleep 86400 >"$work/orders" &
  open=$!
  java -cp "$work/postgresql:$(cat "$work/postgresql.cp")" PostgreSql "$work/database" "$work/url" \
    <"$work/orders" >"$work/postgresql.out" 2>"$work/postgresql.log" &
  server=$!
  trap 'kill "$open" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$work"' EXIT
  for _ in $(seq 1200); do [ -s "$work/url" ] && break; sleep 0.1; done
  [ -s "$work/url" ] || { echo "PostgreSQL did not start within two minutes:" >&2; cat "$work/postgresql.log" >&2; exit 3; }
  cat >"$work/home/etc/org.assay.store.cfg" <<CFG
url = $(cat "$work/url")
user = postgres
database.target = (osgi.jdbc.driver.class=org.postgresql.Driver)
CFG
fi
