package org.assay.store.internal.backup;

import java.util.List;
import java.util.Map;
import org.assay.store.internal.backup.Told.Entry;

/**
 * How the entries of one kind tell of the rows of a table. A kind whose entries tell of rows is added here.
 *
 * @param kind of the entries
 * @param table whose rows they tell of
 * @param by the columns by which an entry names rows
 * @param order of the rows under one name, which is that of their entries
 * @param told which rows must have an entry, as SQL
 * @param since the column that says how old a row is: one from before the ledger needs no entry; empty where none is
 * @param fold takes in one entry after the other about the same thing
 */
record Telling(String kind, String table, List<String> by, String order, String told, String since, Fold fold) {
    private static final String ALL_ROWS = "1 = 1";
    private static final String NO_ROWS = "1 = 0";
    private static final String REMOVED_AT = "removed_at";
    private static final String REMOVED = REMOVED_AT + " is not null";

    /** Whether a table, which may be of an earlier version, has what the condition reads. */
    boolean fits(Table rows) {
        return !told.equals(REMOVED) || rows.has(REMOVED_AT);
    }

    /** What an entry does to what was told before it. */
    @FunctionalInterface
    interface Fold {
        void take(Entry entry, Told told);
    }

    static final List<Telling> ALL = List.of(
            new Telling(
                    "snapshot",
                    "snapshot",
                    List.of("network", "snapshot_number"),
                    "1",
                    ALL_ROWS,
                    "recorded_at",
                    Telling::snapshot),
            new Telling(
                    "removal",
                    "snapshot",
                    List.of("network", "snapshot_number"),
                    "1",
                    REMOVED,
                    "",
                    Telling::removedSnapshot),
            new Telling("audit", "audit", List.of("id"), "1", "state <> 'RUNNING'", "created_at", Telling::audit),
            new Telling(
                    "audit",
                    "audit_part",
                    List.of("audit"),
                    "part_number",
                    "audit in (select about from ledger_entry where kind = 'audit')",
                    "",
                    Telling::parts),
            new Telling("removal", "audit", List.of("id"), "1", REMOVED, "", Telling::removedAudit),
            new Telling("pack", "pack", List.of("digest"), "1", ALL_ROWS, "staged_at", PackTelling::pack),
            new Telling(
                    "pack",
                    "pack_event",
                    List.of("digest"),
                    "event_number",
                    ALL_ROWS,
                    "happened_at",
                    PackTelling::event),
            new Telling(
                    "pack", "pack_preview", List.of("digest", "asked_at"), "audit", NO_ROWS, "", PackTelling::previews),
            new Telling("regime", "regime", List.of("id"), "1", ALL_ROWS, "changed_at", Telling::regime),
            new Telling("token", "token_line", List.of("name"), "line_number", "line_number > 0", "", Telling::token),
            new Telling("standing", "standing", List.of("network"), "1", ALL_ROWS, "set_at", Telling::standing),
            new Telling("feed", "feed", List.of("network", "name"), "1", ALL_ROWS, "created_at", Telling::feed),
            new Telling("webhook", "webhook", List.of("id"), "1", ALL_ROWS, "created_at", Telling::webhook),
            new Telling("key", "pack_key", List.of("id"), "1", ALL_ROWS, "added_at", Telling::key),
            new Telling("waiver", "waiver", List.of("id"), "1", ALL_ROWS, "asked_at", Telling::waiver));

    private static void snapshot(Entry entry, Told told) {
        Map<String, Said> row = told.one(entry, entry.text("network"), entry.text("number"));
        row.put("digest", entry.said("digest"));
        row.put("recorded_at", Said.is(entry.at()));
        row.put("recorded_by", Said.is(entry.who()));
    }

    private static void removedSnapshot(Entry entry, Told told) {
        if (entry.text("kind").equals("SNAPSHOT")) {
            removed(entry, told.one(entry, entry.text("network"), entry.text("number")));
        }
    }

    private static void removedAudit(Entry entry, Told told) {
        if (!entry.text("kind").equals("SNAPSHOT")) {
            removed(entry, told.one(entry, entry.text("audit")));
        }
    }

    private static void removed(Entry entry, Map<String, Said> row) {
        row.put("removed_at", Said.is(entry.at()));
        row.put("removed_because", entry.said("rule"));
    }

    private static void audit(Entry entry, Told told) {
        Map<String, Said> row = told.one(entry, entry.text("audit"));
        row.put("network", entry.said("network"));
        row.put("snapshot_number", entry.said("snapshot"));
        row.put("digest", entry.said("digest"));
        row.put("as_of", entry.said("asOf"));
        row.put("known_at", entry.said("knownAt"));
        row.put("state", entry.said("state"));
        row.put("trial", entry.said("trial"));
        row.put("finished_at", Said.is(entry.at()));
        row.put("created_by", Said.is(entry.who()));
    }

    private static void parts(Entry entry, Told told) {
        entry.what().path("parts").forEach(part -> {
            Entry one = new Entry(entry.number(), entry.at(), entry.who(), part);
            Map<String, Said> row = told.next(entry, entry.text("audit"));
            row.put("regime", one.said("regime"));
            row.put("pack_version", one.said("version"));
            row.put("pack_digest", one.said("pack"));
            row.put("language", one.said("language"));
            row.put("options", one.said("options"));
            row.put("verdict_digest", one.said("verdicts"));
            if (part.has("counts")) { // entries of earlier versions say nothing of them
                row.put("result", Said.digested(one.text("counts")));
            }
        });
    }

    private static void regime(Entry entry, Told told) {
        Map<String, Said> row = told.one(entry, entry.text("regime"));
        row.put("installed", entry.said("installed"));
        row.put("changed_at", Said.is(entry.at()));
        row.put("changed_by", Said.is(entry.who()));
    }

    private static void token(Entry entry, Told told) {
        if (entry.what().path("made").asBoolean()) {
            told.next(entry, entry.text("token")).put("maker", Said.is(entry.who()));
        }
    }

    private static void standing(Entry entry, Told told) {
        if (entry.what().path("standing").asBoolean()) {
            Map<String, Said> row = told.one(entry, entry.text("network"));
            row.put("regimes", entry.joined("regimes"));
            row.put("set_by", Said.is(entry.who()));
        } else {
            told.gone(entry.text("network"));
        }
    }

    private static void feed(Entry entry, Told told) {
        if (entry.what().path("made").asBoolean()) {
            told.one(entry, entry.text("network"), entry.text("feed")).put("created_by", Said.is(entry.who()));
        } else {
            told.gone(entry.text("network"), entry.text("feed"));
        }
    }

    private static void webhook(Entry entry, Told told) {
        String step = entry.text("step");
        if (step.equals("REMOVED")) {
            told.gone(entry.text("webhook"));
            return;
        }
        Map<String, Said> row = told.one(entry, entry.text("webhook"));
        row.put("url", Said.host(entry.text("host")));
        if (step.equals("ADDED")) {
            row.put("created_by", Said.is(entry.who()));
        }
    }

    private static void key(Entry entry, Told told) {
        Map<String, Said> row = told.one(entry, entry.text("key"));
        row.put("public_key", entry.said("publicKey"));
        row.put("regimes", entry.joined("regimes"));
        row.put("counts_from", entry.said("from"));
        row.put("counts_until", entry.said("until"));
        row.put("revoke_reason", entry.said("reason"));
        boolean revoked = entry.text("step").equals("REVOKED");
        row.put("revoked_by", revoked ? Said.is(entry.who()) : Said.NOTHING);
        if (entry.text("step").equals("ADDED")) {
            row.put("added_by", Said.is(entry.who()));
        }
    }

    private static void waiver(Entry entry, Told told) {
        Map<String, Said> row = told.one(entry, entry.text("waiver"));
        for (String column : List.of("network", "regime", "requirement", "kind", "subject", "owner", "reason")) {
            row.put(column, entry.said(column));
        }
        row.put("until_day", entry.said("until"));
        switch (entry.text("step")) {
            case "APPROVED" -> step(entry, row, "approved", "from");
            case "WITHDRAWN" -> {
                step(entry, row, "withdrawn", "to");
                row.put("withdrawn_because", entry.said("because"));
            }
            default -> {
                row.put("asked_at", Said.is(entry.at()));
                row.put("asked_by", Said.is(entry.who()));
                Told.nothing(row, "approved_at", "approved_by", "approved_day");
                Told.nothing(row, "withdrawn_at", "withdrawn_by", "withdrawn_day", "withdrawn_because");
            }
        }
    }

    private static void step(Entry entry, Map<String, Said> row, String step, String day) {
        row.put(step + "_day", entry.said(day));
        row.put(step + "_at", Said.is(entry.at()));
        row.put(step + "_by", Said.is(entry.who()));
    }
}
