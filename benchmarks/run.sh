#!/bin/bash
# Measures the engine and its peers; prints one JSON line per figure (benchmarks/README.md says what they mean).
#   benchmarks/run.sh engine [SIZES...]     default 10000 100000 1000000
#   benchmarks/run.sh peers [SIZE]          default 10000
# Needs an otherwise idle machine with some 8 GB of free memory; builds what it measures.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?engine or peers}; shift
profile=(); [ "$what" = peers ] && profile=(-Ppeers)

mvn -q -pl benchmarks -am "${profile[@]}" -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime > /dev/null
path=benchmarks/target/classes:$(cat benchmarks/target/classpath)
bench() { java -Xmx8g -cp "$path" "org.assay.bench.run.$@"; }

case $what in
  engine)
    sizes=("$@"); [ $# -gt 0 ] || sizes=(10000 100000 1000000)
    bench Kernels "${sizes[@]}"
    ;;
  *) echo "engine or peers, not $what" >&2; exit 2 ;;
esac
