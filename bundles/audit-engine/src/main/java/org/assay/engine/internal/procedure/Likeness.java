package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.api.Subject;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.procedure.CaseClock;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/**
 * What an opening makes of a record, for all records that are alike in what is read of them. Immutable.
 *
 * @param begins see {@link Opener.Opened}
 * @param told the case of the one that was looked at; null where there is none
 * @param strikes its clocks
 * @param later the records that take effect later
 * @param own whether each one's case is to be looked at by itself: it makes evidence, which bears its name, or something broke
 */
record Likeness(
        @Nullable LocalDate begins,
        @Nullable ProcedureCase told,
        List<CaseClock> strikes,
        List<Deferral.Later> later,
        boolean own) {
    static Likeness of(Opener.Opened opened) {
        Ran run = opened.run();
        if (run == null) {
            return new Likeness(opened.begins(), null, List.of(), List.of(), false);
        }
        ProcedureCase told = run.told();
        boolean own = !told.error().isEmpty() || !run.changed().isEmpty();
        return own
                ? new Likeness(null, null, List.of(), List.of(), true)
                : new Likeness(null, told, run.strikes(), run.later(), false);
    }

    /** What the opening makes of another one. */
    Opener.Opened opened(String id) {
        return new Opener.Opened(begins, told == null ? null : new Another(told, strikes, later, id));
    }

    private record Another(ProcedureCase one, List<CaseClock> strikes, List<Deferral.Later> later, String id)
            implements Ran {
        @Override
        public ProcedureCase told() {
            Subject subject = new Subject(one.subject().kind(), id);
            return new ProcedureCase(
                    one.procedure(),
                    subject,
                    one.opened(),
                    one.states(),
                    one.since(),
                    one.history(),
                    one.clocks().stream()
                            .map(clock -> clock.missing(ours(clock.missing())))
                            .toList(),
                    one.turns(),
                    one.courses(),
                    one.idle(),
                    ours(one.missing()),
                    ours(one.undated()),
                    one.error());
        }

        /** What is missing of the one that was looked at is missing of this one. */
        private SortedSet<String> ours(SortedSet<String> paths) {
            String theirs = one.subject().kind() + "/" + one.subject().id() + "/";
            String ours = one.subject().kind() + "/" + id + "/";
            SortedSet<String> missing = new TreeSet<>();
            for (String path : paths) {
                missing.add(path.startsWith(theirs) ? ours + path.substring(theirs.length()) : path);
            }
            return missing;
        }

        @Override
        public Map<String, FactRecord> changed() {
            return Map.of();
        }
    }
}
