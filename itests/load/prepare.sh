# Read by run.sh and leak.sh: a copy of the built distribution with the probe in it, and the programs compiled.
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
archive="$(ls -t "$here"/../../karaf-assembly/target/karaf-assembly-*.tar.gz 2>/dev/null | head -n 1)"
[ -n "$archive" ] || { echo "No distribution: build it first, with ./assay start or mvn package" >&2; exit 2; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/home" "$work/data" "$work/classes" "$work/probe"
tar -xzf "$archive" -C "$work/home" --strip-components 1

system="$work/home/system"
framework="$(find "$system" -name 'org.apache.felix.framework-*.jar' | head -n 1)"
libraries="$(find "$system/com/fasterxml/jackson/core" -name '*.jar' | tr '\n' ':')"

# The probe is a start-up bundle of this copy alone.
javac -Xlint:all -d "$work/probe" -cp "$framework" "$here"/probe/*.java
printf '%s\n' 'Bundle-ManifestVersion: 2' 'Bundle-SymbolicName: probe' 'Bundle-Version: 1.0.0' \
  'Bundle-Activator: Probe' 'Import-Package: org.osgi.framework' >"$work/manifest"
mkdir -p "$system/probe/probe/1.0.0"
jar --create --file "$system/probe/probe/1.0.0/probe-1.0.0.jar" --manifest "$work/manifest" -C "$work/probe" .
printf 'mvn\\:probe/probe/1.0.0 = 30\n' >>"$work/home/etc/startup.properties"

javac -Xlint:all -d "$work/classes" -cp "$libraries" "$here"/src/*.java
