#!/usr/bin/env bash
# What keeps the state fails while work is done, and comes back: a disk without room (embedded database and files; this needs
# root, for a small file system of its own), or a PostgreSQL that is gone for 30 s. Refusals must say why (507, 503), nothing
# acknowledged may be lost, and all must go on by itself. trouble.sh --what disk|database [--port P] [--seed S]
# [--patience MINUTES]; needs a built distribution. The last line is the result, as JSON.
set -euo pipefail
what="" port=18430 seed=$RANDOM patience=2
while [ $# -gt 1 ]; do
  case "$1" in
    --what) what="$2" ;; --port) port="$2" ;; --seed) seed="$2" ;; --patience) patience="$2" ;;
    *) echo "unknown: $1" >&2; exit 2 ;;
  esac
  shift 2
done
case "$what" in disk) db=h2 ;; database) db=postgresql ;; *) echo "--what is disk or database, not '$what'" >&2; exit 2 ;; esac
crash="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
. "$crash/harness.sh"
if [ "$what" = disk ]; then
  mount -t tmpfs -o size=96m,mode=700 tmpfs "$work/data"
  trap 'umount "$work/data"; rm -rf "$work"' EXIT
fi
java -Dpatience="$patience" -cp "$work/classes:$libraries:$engine" \
  Trouble "$work/home" "$work/data" "$port" "$what" "$seed" "$work"
