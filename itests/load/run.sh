#!/usr/bin/env bash
# Load on the built distribution: 50 requests a second from outside for a minute at least, while one regime goes 20 times
# through install, audit, swap of its pack, update of its bundle and removal. The last line is the result, as JSON.
# run.sh [PORT]; it uses the port and the next one, on the loopback interface.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
java -cp "$work/classes:$libraries" Load "$work/home" "$work/data" "${1:-18410}"
