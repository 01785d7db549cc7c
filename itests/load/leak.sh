#!/usr/bin/env bash
# 100 swaps of a pack and 50 updates of a regime's bundle; then the heap must hold no more classes than before and no class
# loader of an earlier revision. The last line is the result, as JSON.
# leak.sh [PORT]; it uses the port and the next one, on the loopback interface.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
java -cp "$work/classes:$libraries" Leak "$work/home" "$work/data" "${1:-18420}"
