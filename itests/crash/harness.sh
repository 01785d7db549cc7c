# Read by run.sh and trouble.sh, with "$crash" their folder and "$db" the database: a copy of the distribution and the programs
# compiled.
. "$crash/../load/prepare.sh"
engine="$(find "$system/org/assay/audit-engine" -name '*.jar' | head -n 1)"
javac -Xlint:all -d "$work/classes" -cp "$work/classes:$libraries:$engine" "$crash"/src/*.java
# Some audits are done at once and some as jobs.
printf 'largeAudit = 6000\n' >>"$work/home/etc/org.assay.core.cfg"
. "$crash/database.sh"
