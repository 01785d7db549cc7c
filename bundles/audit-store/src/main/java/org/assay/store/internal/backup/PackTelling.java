package org.assay.store.internal.backup;

import java.util.Map;
import org.assay.store.internal.backup.Told.Entry;

/** How the steps in a pack's life tell of the rows that they left. Stateless. */
final class PackTelling {
    private static final String[] APPROVAL = {"approved_at", "approved_by"};
    private static final String[] ACTIVATION = {"activated_at", "activated_by"};
    private static final String[] PLAN = {"planned_for", "planned_rollback", "planned_by", "planned_at"};

    private PackTelling() {}

    /** From when on a step counts. */
    private static String effective(Entry entry) {
        return entry.what().path("effective").asText(entry.at());
    }

    static void pack(Entry entry, Told told) {
        Map<String, Said> row = told.one(entry, entry.text("digest"));
        row.put("regime", entry.said("regime"));
        row.put("version", entry.said("version"));
        row.put("envelope", entry.said("envelope"));
        switch (entry.text("step")) {
            case "STAGED" -> {
                row.put("state", Said.is("STAGED"));
                row.put("staged_by", Said.is(entry.who()));
                Told.nothing(row, APPROVAL);
                Told.nothing(row, ACTIVATION);
                Told.nothing(row, PLAN);
            }
            case "APPROVED" -> {
                row.put("approved_at", Said.is(entry.at()));
                row.put("approved_by", Said.is(entry.who()));
            }
            case "PLANNED" -> {
                row.put("planned_for", entry.said("effective"));
                row.put("planned_rollback", entry.said("rollback"));
                row.put("planned_by", Said.is(entry.who()));
                row.put("planned_at", Said.is(entry.at()));
            }
            case "CANCELLED", "FAILED" -> Told.nothing(row, PLAN);
            case "ACTIVATED" -> activated(entry, row);
            case "ROLLED_BACK" -> {
                row.put("state", Said.is("ROLLED_BACK"));
                Told.nothing(row, APPROVAL);
            }
            case "REJECTED" -> {
                row.put("state", Said.is("REJECTED"));
                Told.nothing(row, PLAN);
            }
            default -> row.put("state", entry.said("step"));
        }
    }

    /** One that was superseded may have been activated anew, or be in use again because another went: the entries are alike. */
    private static void activated(Entry entry, Map<String, Said> row) {
        Said state = row.put("state", Said.is("ACTIVE"));
        Said at = Said.is(effective(entry));
        Said by = Said.is(entry.who());
        if (state != null && !state.text().equals("SUPERSEDED")) {
            row.put("activated_at", at);
            row.put("activated_by", by);
            Told.nothing(row, PLAN);
        } else {
            row.computeIfPresent("activated_at", (any, before) -> before.or(at));
            row.computeIfPresent("activated_by", (any, before) -> before.or(by));
            for (String column : PLAN) {
                row.computeIfPresent(column, (any, before) -> before.or(Said.NOTHING));
            }
        }
    }

    static void event(Entry entry, Told told) {
        Map<String, Said> row = told.next(entry, entry.text("digest"));
        row.put("regime", entry.said("regime"));
        row.put("version", entry.said("version"));
        row.put("step", entry.said("step"));
        row.put("who", Said.is(entry.who()));
        // A plan counts from when it was made; one that came to nothing has the moment that it was made for.
        switch (entry.text("step")) {
            case "PLANNED" -> row.put("happened_at", Said.is(entry.at()));
            case "FAILED" -> {}
            default -> row.put("happened_at", Said.is(effective(entry)));
        }
    }

    /** What a plan relied on is told once more when it is carried out, so an activation of what is planned says nothing here. */
    static void previews(Entry entry, Told told) {
        boolean before = told.planned;
        told.planned = switch (entry.text("step")) {
            case "PLANNED" -> true;
            case "ACTIVATED", "CANCELLED", "FAILED", "REJECTED" -> false;
            default -> before;
        };
        if (told.planned || !before) {
            entry.what().path("previews").findValuesAsText("audit").stream()
                    .sorted()
                    .forEach(audit -> {
                        Map<String, Said> row = told.next(entry, entry.text("digest"), entry.at());
                        row.put("audit", Said.is(audit));
                        row.put("who", Said.is(entry.who()));
                    });
        }
    }
}
