package org.assay.core.internal.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.internal.util.Json;
import org.assay.core.store.AuditRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.PreviewRow;
import org.assay.core.store.Transaction;

/**
 * Previews on which an activation relies: trial audits that supposed this very pack to be active, of facts that are still the
 * newest. Thread-safe.
 */
public record Previews(Json json) {

    /**
     * Keeps that an activation relies on some.
     *
     * @param ids of trial audits; what is named twice counts once
     * @return what the ledger is to say of them
     * @throws NotFoundException {@code unknown-audit}
     * @throws ConflictException {@code audit-not-done}, {@code audit-failed}, or {@code preview-of-other} if one is no preview of
     *     this pack on what is known now
     */
    List<Map<String, Object>> rely(Transaction tx, PackRow pack, List<String> ids, Instant now, String who) {
        List<Map<String, Object>> said = new ArrayList<>();
        if (!ids.isEmpty()) {
            tx.ledger().lock(); // so that none of them is removed meanwhile
        }
        for (String id : new LinkedHashSet<>(ids)) {
            AuditRow.Part part = require(tx, pack, id);
            tx.packs().rely(new PreviewRow(pack.digest(), now, id, who));
            said.add(said(id, part));
        }
        return said;
    }

    /** What the ledger is to say of what a plan relied on when it was made. */
    List<Map<String, Object>> relied(Transaction tx, PackRow pack, Instant askedAt) {
        return tx.packs().relied(pack.digest()).stream()
                .filter(row -> row.askedAt().equals(askedAt))
                .map(row -> said(row.audit(), part(tx.audits().find(row.audit()).orElseThrow(), pack.regime())))
                .toList();
    }

    private static Map<String, Object> said(String id, AuditRow.Part part) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("audit", id);
        said.put("verdicts", String.valueOf(part.verdictDigest()));
        return said;
    }

    private AuditRow.Part require(Transaction tx, PackRow pack, String id) {
        AuditRow audit = tx.audits()
                .find(id)
                .orElseThrow(() -> new NotFoundException(
                        "audit", "there is no audit '" + id + "'", "GET /audits?trial=true lists previews"));
        if (audit.state().equals(AuditView.State.FAILED.name())) {
            throw new ConflictException("audit-failed", "the preview '" + id + "' failed", "make a new one");
        }
        if (!audit.state().equals(AuditView.State.DONE.name())) {
            throw new ConflictException(
                    "audit-not-done",
                    "the preview '" + id + "' is still running",
                    "GET /audits/" + id + " until it is");
        }
        if (audit.removed() != null) {
            throw other(id, "was removed at " + audit.removed().at());
        }
        requireOf(audit, pack);
        long newest = tx.networks().latest(audit.network()).orElseThrow().number();
        if (newest != audit.snapshot()) {
            throw other(
                    id, "is of snapshot " + audit.snapshot() + " of " + audit.network() + ", the newest is " + newest);
        }
        return part(audit, pack.regime());
    }

    private void requireOf(AuditRow audit, PackRow pack) {
        String trial = audit.trial();
        Map<String, Object> supposed = trial == null ? Map.of() : json.read(trial);
        String name = pack.version() + " of " + pack.regime();
        if (!Json.texts(supposed, "packs").containsKey(pack.regime())) {
            throw other(audit.id(), "does not suppose a pack of " + pack.regime() + " to be active");
        }
        if (!part(audit, pack.regime()).packDigest().equals(pack.digest())) {
            throw other(
                    audit.id(),
                    "supposes the pack " + part(audit, pack.regime()).packDigest() + ", not " + name + ", which is "
                            + pack.digest());
        }
        if (!Json.list(supposed, "changes").isEmpty()) {
            throw other(audit.id(), "supposes other components as well");
        }
        if (!Timeline.days(pack).holds(audit.asOf())) {
            throw other(audit.id(), "is of " + audit.asOf() + ", which is none of the days of " + name);
        }
    }

    private static AuditRow.Part part(AuditRow audit, String regime) {
        return audit.parts().stream()
                .filter(part -> part.regime().equals(regime))
                .findFirst()
                .orElseThrow();
    }

    private static ConflictException other(String id, String why) {
        return new ConflictException(
                "preview-of-other",
                "the audit '" + id + "' is no preview of this activation: it " + why,
                "make a preview of this pack, and name its trial audit");
    }
}
