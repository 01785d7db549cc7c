package org.assay.core.internal.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.core.ConflictException;
import org.assay.core.Feeds;
import org.assay.core.NotFoundException;
import org.assay.core.internal.access.Secrets;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.FeedRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;

/** Calendar feeds. */
public final class FeedService implements Feeds {
    private static final String PREFIX = "feed_";

    private final Store store;
    private final Moments moments;
    private final Secrets secrets = new Secrets(PREFIX);

    /** Makes one. */
    public FeedService(Store store, Moments moments) {
        this.store = store;
        this.moments = moments;
    }

    @Override
    public NewFeed add(String network, String name, String who) {
        Ids.requireName("feed's name", name);
        String secret = secrets.next();
        FeedRow row = new FeedRow(network, name, Secrets.hash(secret), moments.now(), who);
        store.write(tx -> {
            NetworkService.find(tx, network);
            if (tx.feeds().of(network).stream().anyMatch(feed -> feed.name().equals(name))) {
                throw new ConflictException(
                        "feed-exists",
                        "the network " + network + " has a feed '" + name + "'",
                        "revoke it first, or choose another name");
            }
            tx.feeds().insert(row);
            note(tx, row.network(), name, who, true);
            return row;
        });
        return new NewFeed(network, name, secret);
    }

    @Override
    public List<FeedView> list(String network) {
        return store.read(tx -> {
            NetworkService.find(tx, network);
            return tx.feeds().of(network).stream()
                    .map(row -> new FeedView(row.name(), row.createdAt(), row.createdBy()))
                    .toList();
        });
    }

    @Override
    public void revoke(String network, String name, String who) {
        store.write(tx -> {
            NetworkService.find(tx, network);
            if (!tx.feeds().remove(network, name)) {
                throw new NotFoundException(
                        "feed",
                        "the network " + network + " has no feed '" + name + "'",
                        "GET /networks/" + network + "/feeds lists them");
            }
            note(tx, network, name, who, false);
            return true;
        });
    }

    private void note(Transaction tx, String network, String name, String who, boolean made) {
        Map<String, Object> what = Map.of("network", network, "feed", name, "made", made);
        Book.note(tx, Book.FEED, network, moments.now(), who, what);
    }

    /** Every feed is compared, whichever fits. */
    @Override
    public Optional<String> authenticate(String network, String secret) {
        String given = Secrets.hash(secret);
        Optional<String> name = Optional.empty();
        for (FeedRow row : store.read(tx -> tx.feeds().of(network))) {
            if (Secrets.same(given, row.hash())) {
                name = Optional.of(row.name());
            }
        }
        return name;
    }
}
