#!/usr/bin/env bash
# A thousand activations of one regime's pack under 50 requests a second on the built distribution: every answer belongs to
# exactly one edition, none fails, and nothing is left of the rule sets that were taken out of use. The last line is the
# result, as JSON. activations.sh [ACTIVATIONS] [PORT]; it uses the port and the next one, on the loopback interface.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
java -cp "$work/classes:$libraries" Activations "$work/home" "$work/data" "${2:-18430}" "${1:-1000}"
