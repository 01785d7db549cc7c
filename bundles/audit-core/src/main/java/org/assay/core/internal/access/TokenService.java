package org.assay.core.internal.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Tokens;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.internal.util.PrivateFile;
import org.assay.core.store.Store;
import org.assay.core.store.TokenRow;
import org.assay.core.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bearer tokens. */
public final class TokenService implements Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(TokenService.class);
    private static final String PREFIX = "assay_";
    private static final String FIRST = "admin";

    /** Who made the first token. */
    static final String FIRST_START = "first start";

    private final Store store;
    private final Moments moments;
    private final Secrets secrets = new Secrets(PREFIX);

    /** Makes one. */
    public TokenService(Store store, Moments moments) {
        this.store = store;
        this.moments = moments;
    }

    /**
     * Makes the first token if there is none, also one that was withdrawn: so whoever runs the machine, and nobody else, makes
     * a new one of what leaked. It is in its file before it counts, so a crash between the two leaves a file that the next
     * start replaces.
     */
    public void start(Path file) {
        if (store.read(tx -> tx.access().tokens()).stream()
                .noneMatch(token -> token.name().equals(FIRST))) {
            String secret = secrets.next();
            PrivateFile.write(file, secret + "\n");
            insert(FIRST, secret, FIRST_START);
        }
    }

    @Override
    public NewToken add(String name, String who) {
        Ids.requireName("token's name", name);
        String secret = secrets.next();
        insert(name, secret, who);
        LOG.info("The token {} was made by {}", name, who);
        return new NewToken(name, secret);
    }

    private void insert(String name, String secret, String who) {
        TokenRow row = new TokenRow(name, Secrets.hash(secret), moments.now(), who);
        store.write(tx -> {
            if (tx.access().tokens().stream().anyMatch(token -> token.name().equals(name))) {
                throw new ConflictException(
                        "token-exists", "there is a token '" + name + "'", "revoke it first, or choose another name");
            }
            tx.access().addToken(row);
            Book.note(tx, Book.TOKEN, name, row.createdAt(), who, Map.of("token", name, "made", true));
            return row;
        });
    }

    @Override
    public List<TokenView> list() {
        return store.read(tx -> tx.access().tokens()).stream()
                .map(row -> new TokenView(row.name(), row.createdAt(), row.createdBy()))
                .toList();
    }

    @Override
    public void revoke(String name, String who) {
        if (!store.write(tx -> remove(tx, name, who))) {
            throw new NotFoundException("token", "there is no token '" + name + "'", "GET /tokens lists them");
        }
        LOG.info("The token {} was withdrawn by {}", name, who);
    }

    private boolean remove(Transaction tx, String name, String who) {
        boolean removed = tx.access().removeToken(name);
        if (removed) {
            Book.note(tx, Book.TOKEN, name, moments.now(), who, Map.of("token", name, "made", false));
        }
        return removed;
    }

    /** Every token is compared, whichever fits, so that the time taken tells nothing. */
    @Override
    public Optional<String> authenticate(String secret) {
        String given = Secrets.hash(secret);
        Optional<String> name = Optional.empty();
        for (TokenRow token : store.read(tx -> tx.access().tokens())) {
            if (Secrets.same(given, token.hash())) {
                name = Optional.of(token.name());
            }
        }
        return name;
    }
}
