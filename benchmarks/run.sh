#!/bin/bash
# Measures the engine and its peers; prints one JSON line per figure (benchmarks/README.md says what
# they mean).
#   benchmarks/run.sh engine [SIZES...]     default 10000 100000 1000000; small changes (run.Renewals) up to 100000
#   benchmarks/run.sh peers [SIZE]          default 10000
#   benchmarks/run.sh stream [SIZE]         default 5000000: NDJSON and CSV from a pipe into a heap of 1,300 MB (HEAP=…)
# Needs an otherwise idle machine with some 8 GB of free memory; builds what it measures.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?engine, peers or stream}; shift
profile=(); [ "$what" = peers ] && profile=(-Ppeers)

mvn -q -pl benchmarks -am "${profile[@]}" -DskipTests package dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime > /dev/null
path=benchmarks/target/classes:$(cat benchmarks/target/classpath)
bench() { local main=$1; shift; java -Xmx8g -cp "$path" "org.assay.bench.$main" "$@"; }

case $what in
  engine)
    sizes=("$@"); [ $# -gt 0 ] || sizes=(10000 100000 1000000)
    bench run.Kernels "${sizes[@]}"
    bench run.Rounds "${sizes[@]}"
    bench run.Growth 1000 "${sizes[@]}"
    for size in "${sizes[@]}"; do
      [ "$size" -gt 100000 ] || bench run.Renewals "$size" "$(ls bundles/regime-de-bsi/src/main/packs/*.yaml | tail -n 1)" \
        "$(ls bundles/regime-fr-anssi/src/main/packs/*.yaml | tail -n 1)"
    done
    bench run.Thrice Loading cold
    bench run.Loading warm
    largest=${sizes[-1]}
    work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
    bench inventory.Generate "$largest" 0.02 7 bench "$work/net.ndjson"
    bench run.Thrice JacksonParse "$work/net.ndjson" "$largest" -- \
      EndToEnd "$work/net.ndjson" "$largest" "$(ls bundles/regime-de-bsi/src/main/packs/*.yaml | tail -n 1)" "$work/matrix"
    bench run.Memory "$work/net.ndjson" "$largest"
    bench run.Matrices "$largest" "$(ls bundles/regime-de-bsi/src/main/packs/*.yaml | tail -n 1)"
    ;;
  peers) bench peers.Peers "${1:-10000}" ;;
  stream)
    network=("${1:-5000000}" 0.02 7 bench)
    for form in ndjson csv; do
      bench inventory.Generate "${network[@]}" "-.$form" |
        java -Xmx"${HEAP:-1300m}" -XX:+ExitOnOutOfMemoryError -cp "$path" org.assay.bench.run.StreamIntake "$form" "${network[@]}"
    done
    ;;
  *) echo "engine, peers or stream, not $what" >&2; exit 2 ;;
esac
