package org.assay.core.internal.ledger;

import java.nio.file.Path;
import java.security.KeyPair;
import org.assay.core.internal.util.PrivateFile;
import org.assay.core.store.StoreException;
import org.assay.engine.dsse.Keys;

/** The key that signs checkpoints: made once for each node, in its data directory, mode 0600. */
public final class LedgerKey {
    private LedgerKey() {}

    /**
     * Reads the key, or makes one.
     *
     * @throws StoreException if the file can be neither read nor written, or holds no key
     */
    public static KeyPair in(Path data) {
        Path file = data.resolve("keys").resolve("ledger.pem");
        String pem =
                PrivateFile.readOrWrite(file, () -> Keys.pem(Keys.generate().getPrivate()));
        try {
            return Keys.pairOf(Keys.readPrivate(pem));
        } catch (IllegalArgumentException e) {
            throw new StoreException("the ledger's key " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
