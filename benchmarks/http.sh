# Read by service.sh and store.sh, which set "$port", "$work" and ASSAY_DATA: calls of the service, and times.
now() { date +%s%N; }
millis() { echo $((($(now) - $1) / 1000000)); }
median() { sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }
call() { # METHOD PATH [curl options]
  local method=$1 path=$2; shift 2
  curl -sSf -X "$method" -H "Authorization: Bearer $(cat "$ASSAY_DATA/token")" \
    -H "Idempotency-Key: $RANDOM-$(now)" "$@" "http://127.0.0.1:$port/api/v1$path"
}
field() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
state() { grep -o '"state":"[a-z]*"' | head -n 1 | cut -d'"' -f4; }
megabytes() { # of the VM's /proc status, such as VmHWM
  awk "/^$1:/ {print int(\$2 / 1024)}" "/proc/$(sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$ASSAY_DATA/run.json")/status"
}
audited() { # BODY -> milliseconds until done; the answer is left in $work/audit, its id in $work/id
  local began id state
  began=$(now)
  call POST /audits -H 'Content-Type: application/json' -d "$1" > "$work/audit"
  id=$(sed 's/.*"id":"\([^"]*\)","network".*/\1/' "$work/audit")
  state=$(state < "$work/audit")
  while [ "$state" = running ]; do sleep 0.05; state=$(call GET "/audits/$id" | state); done
  [ "$state" = done ] || { echo "audit $id: $state" >&2; exit 1; }
  millis "$began"
  echo "$id" > "$work/id"
}
repeated() { # PATH -> milliseconds of the same request, the median of five after one
  local began run
  for run in 0 1 2 3 4 5; do
    began=$(now)
    call GET "$1" > /dev/null
    [ "$run" = 0 ] || millis "$began"
  done | median
}
