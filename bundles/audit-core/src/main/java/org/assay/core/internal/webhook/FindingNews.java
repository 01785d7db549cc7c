package org.assay.core.internal.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.api.Outcome;
import org.assay.core.AuditDiff;
import org.assay.core.AuditView;
import org.assay.core.Audits;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.core.Webhooks;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.store.AuditRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Tells which findings a network's newest audit has that the one before had not, and the other way round. An audit of a day that
 * is past or ahead, or of older facts than those told of last, says nothing of what is, and so is no news. Thread-safe.
 */
public final class FindingNews {
    private static final Set<Outcome> QUIET = EnumSet.of(Outcome.PASS, Outcome.NOT_APPLICABLE);
    private static final List<String> EVENTS = List.of(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
    private static final String LAST = "last";
    private static final int NEWEST = 20;
    private static final int PAGES = 50;
    private static final int SHOWN = 100;

    private final Store store;
    private final Audits audits;

    /** Makes one. */
    public FindingNews(Store store, Audits audits) {
        this.store = store;
        this.audits = audits;
    }

    private static String topic(String network) {
        return "findings " + network;
    }

    /** The audit with which the next one of a network will be compared. */
    public static Optional<String> last(Transaction tx, String network) {
        return Optional.ofNullable(tx.webhooks().announced(topic(network)).get(LAST));
    }

    /** Begins with those who want to be told and are not yet: where nobody was told before, from the newest audit on. */
    void begin(String network) {
        if (store.read(tx -> isAwaited(tx, network))) {
            String newest = newest(network, null).map(AuditView::id).orElse(null);
            store.write(tx -> begin(tx, network, newest));
        }
    }

    private static boolean isAwaited(Transaction tx, String network) {
        return EVENTS.stream().anyMatch(event -> Told.isAwaited(tx, topic(network), event, network));
    }

    private static boolean begin(Transaction tx, String network, @Nullable String newest) {
        Told told = Told.locked(tx, topic(network));
        boolean first = EVENTS.stream().allMatch(event -> told.begun(event, Outbox.wanting(tx, event, network))
                .isEmpty());
        if (first) {
            tx.webhooks().forget(topic(network), LAST);
            if (newest != null) {
                tx.webhooks().announce(topic(network), LAST, newest);
            }
        }
        return mark(tx, told, network);
    }

    private static boolean mark(Transaction tx, Told told, String network) {
        EVENTS.forEach(event -> told.begin(event, Outbox.wanting(tx, event, network)));
        return true;
    }

    /** Compares the newest finished audit of what is with the one that was told of last, in the regimes that both have. */
    void tell(String network, Instant now) {
        String last = store.read(tx -> last(tx, network)).orElse(null);
        newest(network, last).ifPresent(newest -> {
            News news = last == null ? new News(List.of(), List.of()) : compare(audits.get(last), newest);
            store.write(tx -> keep(tx, topic(network), last, newest, news, now));
        });
        if (store.read(tx -> isAwaited(tx, network))) {
            store.write(tx -> mark(tx, Told.locked(tx, topic(network)), network));
        }
    }

    /** The newest that is news, of those made after the one told of last. */
    private Optional<AuditView> newest(String network, @Nullable String last) {
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            Page<AuditView> made = audits.list(network, false, new PageRequest(cursor, NEWEST));
            List<AuditView> later = made.items().stream()
                    .takeWhile(audit -> !audit.id().equals(last))
                    .toList();
            Optional<AuditView> news = store.read(tx -> news(tx, later, last));
            cursor = made.nextCursor();
            if (news.isPresent()
                    || cursor == null
                    || later.size() < made.items().size()) {
                return news;
            }
        }
        return Optional.empty();
    }

    /** One that was told of by mistake, as versions before did, is put right by the next, whatever its facts. */
    private static Optional<AuditView> news(Transaction tx, List<AuditView> made, @Nullable String last) {
        Optional<AuditRow> before =
                Optional.ofNullable(last).flatMap(id -> tx.audits().find(id)).filter(AuditRow::isOfItsDay);
        return made.stream()
                .filter(audit -> audit.state() == AuditView.State.DONE)
                .filter(audit -> tx.audits()
                        .find(audit.id())
                        .filter(row -> isNews(row, before))
                        .isPresent())
                .findFirst();
    }

    private static boolean isNews(AuditRow row, Optional<AuditRow> before) {
        return row.isOfItsDay()
                && before.filter(told -> told.asOf().isAfter(row.asOf()) || told.snapshot() > row.snapshot())
                        .isEmpty();
    }

    /**
     * What changed.
     *
     * @param opened findings that are new
     * @param closed findings that are gone
     */
    private record News(List<Verdict> opened, List<Verdict> closed) {}

    private News compare(AuditView last, AuditView newest) {
        Set<String> both = regimes(newest);
        both.retainAll(regimes(last));
        List<Verdict> opened = new ArrayList<>();
        List<Verdict> closed = new ArrayList<>();
        if (both.isEmpty()) {
            return new News(opened, closed);
        }
        VerdictFilter filter = new VerdictFilter(both, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        String cursor = null;
        do {
            AuditDiff diff =
                    audits.diff(last.id(), newest.id(), filter, new PageRequest(cursor, PageRequest.MAX_LIMIT));
            for (AuditDiff.Change change : diff.changes().items()) {
                if (asks(change.to()) && !asks(change.from())) {
                    opened.add(change.to());
                } else if (asks(change.from()) && !asks(change.to())) {
                    closed.add(change.from());
                }
            }
            cursor = diff.changes().nextCursor();
        } while (cursor != null);
        return new News(opened, closed);
    }

    private static Set<String> regimes(AuditView audit) {
        return audit.regimes().stream().map(part -> part.regime()).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean asks(@Nullable Verdict verdict) {
        return verdict != null && !QUIET.contains(verdict.outcome());
    }

    /** Another node may have told it meanwhile: then the last one is not the one that was read. */
    private boolean keep(
            Transaction tx, String topic, @Nullable String last, AuditView newest, News news, Instant now) {
        tx.webhooks().lockTopic(topic);
        String before = tx.webhooks().announced(topic).get(LAST);
        boolean mine = last == null ? before == null : last.equals(before);
        if (mine) {
            put(tx, Webhooks.FINDING_OPENED, news.opened(), newest, now);
            put(tx, Webhooks.FINDING_CLOSED, news.closed(), newest, now);
            tx.webhooks().announce(topic, LAST, newest.id());
        }
        return mine;
    }

    private static void put(Transaction tx, String event, List<Verdict> verdicts, AuditView audit, Instant now) {
        if (!verdicts.isEmpty()) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("network", audit.network());
            data.put("audit", audit.id());
            data.put("count", verdicts.size());
            data.put("truncated", verdicts.size() > SHOWN);
            data.put(
                    "findings",
                    verdicts.stream().limit(SHOWN).map(FindingNews::data).toList());
            Outbox.put(tx, event, audit.id(), audit.network(), now, data);
        }
    }

    private static Map<String, Object> data(Verdict verdict) {
        return Map.of(
                "regime", verdict.regime(),
                "requirement", verdict.requirement(),
                "subject",
                        Map.of(
                                "kind",
                                verdict.subject().kind(),
                                "id",
                                verdict.subject().id()),
                "outcome", verdict.outcome().name(),
                "severity", verdict.severity().name().toLowerCase(Locale.ROOT));
    }
}
