package org.assay.rest.internal.resource;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assay.core.ConflictException;
import org.assay.core.Feeds;
import org.assay.core.NotFoundException;

/** Feeds of the network {@code alpha}; the secret of each is its name. */
final class FakeFeeds implements Feeds {
    private final TreeSet<String> names = new TreeSet<>(List.of("office", "phone", "wall"));

    @Override
    public NewFeed add(String network, String name, String who) {
        require(network);
        if (!names.add(name)) {
            throw new ConflictException("feed-exists", "there is a feed '" + name + "'", "choose another name");
        }
        return new NewFeed(network, name, name);
    }

    @Override
    public List<FeedView> list(String network) {
        require(network);
        return names.stream()
                .map(name -> new FeedView(name, FakeCore.NOW, "admin"))
                .toList();
    }

    @Override
    public void revoke(String network, String name, String who) {
        require(network);
        if (!names.remove(name)) {
            throw new NotFoundException("feed", "there is no feed '" + name + "'", "GET /networks/x/feeds lists them");
        }
    }

    @Override
    public Optional<String> authenticate(String network, String secret) {
        return network.equals("alpha") && names.contains(secret) ? Optional.of(secret) : Optional.empty();
    }

    private static void require(String network) {
        if (!network.equals("alpha")) {
            throw new NotFoundException("network", "there is no network '" + network + "'", "GET /networks lists them");
        }
    }
}
