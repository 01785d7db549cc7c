package org.assay.core.internal.webhook;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.PreconditionException;
import org.assay.core.Webhooks;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.outbox.Outbox;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.DeliveryRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WebhookRow;
import org.assay.core.store.WebhookRow.Former;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Webhooks. */
public final class WebhookService implements Webhooks {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN = 1_000;

    /** How many secrets may sign at once: each makes a request longer. */
    private static final int MAX_SECRETS = 5;

    private final Store store;
    private final Moments moments;
    private final Ids ids;
    private final AddressPolicy policy;
    private final Runnable begin;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes one.
     *
     * @param begin called when something is subscribed to, before the caller hears of it
     */
    public WebhookService(Store store, Moments moments, AddressPolicy policy, Runnable begin) {
        this.policy = policy;
        this.begin = begin;
        this.store = store;
        this.moments = moments;
        this.ids = new Ids(moments.clock());
    }

    @Override
    public Secret add(URI url, Set<String> events, @Nullable String network, String who) {
        ReceiverUrl.require(url, policy);
        List<String> wanted = wanted(events);
        WebhookRow row = new WebhookRow(
                ids.next(), url.toString(), wanted, network, secret(), List.of(), null, moments.now(), who);
        store.write(tx -> {
            if (network != null) {
                NetworkService.find(tx, network);
            }
            tx.webhooks().insert(row);
            note(tx, row, who, "ADDED");
            return true;
        });
        begin.run();
        return new Secret(view(row, 0, 0), PREFIX + row.secret());
    }

    /** What is to be told, in the order in which events are listed. */
    private static List<String> wanted(Set<String> events) {
        events.stream().filter(event -> !EVENTS.contains(event)).findFirst().ifPresent(event -> {
            throw refuse("unknown-event", "'" + event + "' is no event", "/events", "use " + EVENTS);
        });
        return EVENTS.stream()
                .filter(event -> events.isEmpty() || events.contains(event))
                .toList();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void note(Transaction tx, WebhookRow row, String who, String step) {
        // Without path and query of the address: they may hold a secret of the receiver's.
        Map<String, Object> what = Map.of(
                "webhook",
                row.id(),
                "step",
                step,
                "host",
                String.valueOf(URI.create(row.url()).getHost()));
        Book.note(tx, Book.WEBHOOK, row.id(), moments.now(), who, what);
    }

    @Override
    public List<View> list() {
        return store.read(
                tx -> tx.webhooks().all().stream().map(row -> counted(tx, row)).toList());
    }

    private static View counted(Transaction tx, WebhookRow row) {
        return view(
                row,
                tx.webhooks().count(row.id(), State.WAITING.name()),
                tx.webhooks().count(row.id(), State.DEAD.name()));
    }

    @Override
    public View get(String id) {
        return store.read(tx -> tx.webhooks().all().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> counted(tx, row))
                .orElseThrow(() -> unknown(id)));
    }

    @Override
    public View change(
            String id, URI url, Set<String> events, @Nullable String network, @Nullable Long expected, String who) {
        ReceiverUrl.require(url, policy);
        List<String> wanted = wanted(events);
        View changed = store.write(tx -> {
            WebhookRow old = lock(tx, id);
            long revision = Revision.of(old);
            if (expected != null && expected != revision) {
                throw new PreconditionException("the webhook '" + id + "' was changed since it was read");
            }
            if (network != null) {
                NetworkService.find(tx, network);
            }
            WebhookRow row = old.with(url.toString(), wanted, network);
            if (!row.equals(old)) {
                tx.webhooks().update(row);
                Told.end(tx, row);
                note(tx, row, who, "CHANGED");
            }
            return counted(tx, row);
        });
        begin.run();
        return changed;
    }

    @Override
    public void remove(String id, String who) {
        store.write(tx -> {
            WebhookRow row = lock(tx, id);
            Told.end(tx, row.with(row.url(), List.of(), row.network()));
            tx.webhooks().remove(id);
            note(tx, row, who, "REMOVED");
            return true;
        });
    }

    @Override
    public Secret rotate(String id, String who) {
        return store.write(tx -> {
            WebhookRow old = lock(tx, id);
            Instant now = moments.now();
            WebhookRow row = old.rotated(secret(), replaced(old, now), now);
            tx.webhooks().update(row);
            note(tx, row, who, "ROTATED");
            return new Secret(view(row, 0, 0), PREFIX + row.secret());
        });
    }

    private static List<Former> replaced(WebhookRow old, Instant now) {
        List<Former> replaced = new ArrayList<>(Signer.counting(old, now));
        if (old.isReady()) {
            replaced.add(0, new Former(old.secret(), now));
        }
        if (replaced.size() >= MAX_SECRETS) {
            Instant after = replaced.get(replaced.size() - 1).replacedAt().plus(Signer.FORMER_COUNTS);
            throw new ConflictException(
                    "too-many-secrets",
                    "the webhook has " + MAX_SECRETS + " secrets that sign, and there may be no more",
                    "rotate it again at " + after + ", when the oldest of them is given up",
                    Map.of("after", after.toString()));
        }
        return replaced;
    }

    @Override
    public Delivery test(String id) {
        Instant now = moments.now();
        return store.write(tx -> {
            WebhookRow row = lock(tx, id);
            String body = Outbox.body(TEST, now, Map.of("webhook", id));
            DeliveryRow delivery = Outbox.row(row, TEST, ids.next(), now, body);
            tx.webhooks().insert(delivery);
            return view(delivery);
        });
    }

    @Override
    public List<Delivery> deliveries(String id, @Nullable State state) {
        return store.read(tx -> {
            lock(tx, id);
            return tx.webhooks().deliveries(id, state == null ? null : state.name(), SHOWN).stream()
                    .map(WebhookService::view)
                    .toList();
        });
    }

    @Override
    public Delivery again(String id, String delivery) {
        Instant now = moments.now();
        return store.write(tx -> {
            lock(tx, id);
            DeliveryRow row = tx.webhooks()
                    .delivery(delivery)
                    .filter(one -> one.webhook().equals(id))
                    .orElseThrow(() -> new NotFoundException(
                            "delivery",
                            "the webhook has no delivery '" + delivery + "'",
                            "GET /webhooks/" + id + "/deliveries lists them"));
            DeliveryRow again = row.after(State.WAITING.name(), 0, now, row.problem());
            tx.webhooks().update(again);
            return view(again);
        });
    }

    private static WebhookRow lock(Transaction tx, String id) {
        return tx.webhooks().lock(id).orElseThrow(() -> unknown(id));
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("webhook", "there is no webhook '" + id + "'", "GET /webhooks lists them");
    }

    private static View view(WebhookRow row, long waiting, long dead) {
        return new View(
                row.id(),
                row.url(),
                row.events(),
                row.network(),
                row.createdAt(),
                row.createdBy(),
                row.rotatedAt(),
                waiting,
                dead,
                !row.isReady(),
                Revision.of(row));
    }

    private static Delivery view(DeliveryRow row) {
        State state = State.valueOf(row.state());
        Instant next = state == State.WAITING ? row.next() : null;
        Duration kept = KEPT.get(state);
        Instant settled = Optional.ofNullable(row.next()).orElse(row.createdAt());
        Instant until = kept == null ? null : settled.plus(kept);
        return new Delivery(row.id(), row.event(), state, row.createdAt(), row.tries(), next, row.problem(), until);
    }

    private static FaultException refuse(String code, String message, String pointer, String hint) {
        return new FaultException(new Fault(code, message, pointer, 0, 0, hint));
    }
}
