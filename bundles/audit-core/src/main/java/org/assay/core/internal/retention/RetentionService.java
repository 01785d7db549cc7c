package org.assay.core.internal.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.core.AuditView;
import org.assay.core.Retention;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.util.Json;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.Removal;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is older than the rules want it kept. */
public final class RetentionService implements Retention {
    /** Who removed what went by itself. */
    public static final String BY_ITSELF = "retention";

    private static final Logger LOG = LoggerFactory.getLogger(RetentionService.class);

    /** So many go in one transaction at most: the ledger is locked meanwhile, and who writes waits. */
    private static final int AT_ONCE = 50;

    private final Store store;
    private final RetentionRules rules;
    private final Moments moments;
    private final Json json;
    private final BlobSweep blobs;

    /** Makes one. */
    public RetentionService(Store store, RetentionRules rules, Moments moments, Json json) {
        this.store = store;
        this.rules = rules;
        this.moments = moments;
        this.json = json;
        this.blobs = new BlobSweep(store);
    }

    /** Called now and then: removes what is to go, and deletes blobs that nothing has named since it was called before. */
    public void sweep() {
        if (rules.isAny()) {
            Map<Kind, Long> removed = run(BY_ITSELF).removed();
            int deleted = blobs.sweep();
            if (!removed.isEmpty() || deleted > 0) {
                LOG.info(
                        "Removed as the rules of retention want it: {}; {} blobs that nothing named", removed, deleted);
            }
        }
    }

    @Override
    public Plan plan(@Nullable Integer days) {
        Map<String, Integer> byNetwork = new TreeMap<>();
        Map<String, Long> kept = new TreeMap<>();
        List<Item> items = new ArrayList<>();
        for (Leaving leaving : leaving(days == null ? rules : RetentionRules.of(days), byNetwork)) {
            items.addAll(leaving.items());
            leaving.kept().forEach((why, count) -> kept.merge(why, count, Long::sum));
        }
        return new Plan(byNetwork, kept, items);
    }

    private List<Leaving> leaving(RetentionRules held, Map<String, Integer> byNetwork) {
        return store.read(tx -> {
            Resting resting = Resting.in(tx, json);
            List<Leaving> all = new ArrayList<>();
            for (NetworkRow network : tx.networks().page(null, Integer.MAX_VALUE)) {
                int days = held.days(network.id());
                if (days != RetentionRules.EVER) {
                    byNetwork.put(network.id(), days);
                    all.add(Leaving.of(tx, resting, network.id(), days, moments.now()));
                }
            }
            return all;
        });
    }

    @Override
    public Done run(String who) {
        Map<Kind, Long> removed = new EnumMap<>(Kind.class);
        for (Leaving leaving : leaving(rules, new TreeMap<>())) {
            List<Item> items = leaving.items();
            for (int from = 0; from < items.size(); from += AT_ONCE) {
                List<Item> some = items.subList(from, Math.min(items.size(), from + AT_ONCE));
                store.write(tx -> remove(tx, some, who)).forEach(item -> removed.merge(item.kind(), 1L, Long::sum));
            }
        }
        return new Done(removed);
    }

    /** Looks again, now that nothing new can come to rest on them; gives those that went. */
    private List<Item> remove(Transaction tx, List<Item> items, String who) {
        tx.ledger().lock();
        Set<String> relied = tx.retention().relied();
        Instant now = moments.now();
        List<Item> gone = new ArrayList<>();
        for (Item item : items) {
            // In their order: a snapshot is free once the audits of it are gone.
            boolean snapshot = item.kind() == Kind.SNAPSHOT;
            if (snapshot ? isFreeSnapshot(tx, item) : !relied.contains(item.id()) && isFreeAudit(tx, item)) {
                remove(tx, item, new Removal(now, item.because()));
                gone.add(item);
            }
        }
        if (!gone.isEmpty()) {
            Book.noteAll(
                    tx,
                    Book.REMOVAL,
                    gone.stream()
                            .map(item -> new Book.Note(about(item), now, who, what(item)))
                            .toList());
        }
        return gone;
    }

    private static void remove(Transaction tx, Item item, Removal removal) {
        if (item.kind() == Kind.SNAPSHOT) {
            tx.retention().removeSnapshot(item.network(), Long.parseLong(item.id()), removal);
        } else {
            tx.retention().removeAudit(item.id(), removal);
        }
    }

    private static String about(Item item) {
        return item.digest() == null ? item.id() : item.digest();
    }

    private static boolean isFreeSnapshot(Transaction tx, Item item) {
        long number = Long.parseLong(item.id());
        return tx.networks()
                        .numbered(item.network(), number)
                        .filter(row -> row.removed() == null)
                        .isPresent()
                && !tx.retention().isAudited(item.network(), number);
    }

    private static boolean isFreeAudit(Transaction tx, Item item) {
        return tx.audits()
                        .find(item.id())
                        .filter(row -> row.removed() == null && !row.state().equals(AuditView.State.RUNNING.name()))
                        .isPresent()
                && tx.ledger().newest(Book.EXPORT, item.id()).isEmpty()
                && tx.standing()
                        .find(item.network())
                        .filter(row -> item.id().equals(row.audit()))
                        .isEmpty();
    }

    private static Map<String, Object> what(Item item) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("kind", item.kind().name());
        what.put("network", item.network());
        what.put(item.kind() == Kind.SNAPSHOT ? "number" : "audit", item.id());
        if (item.digest() != null) {
            what.put("digest", item.digest());
        }
        what.put("since", item.since().toString());
        what.put("rule", item.because());
        return what;
    }
}
