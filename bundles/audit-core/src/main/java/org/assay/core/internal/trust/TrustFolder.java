package org.assay.core.internal.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.assay.core.store.StoreException;
import org.assay.engine.dsse.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public keys in a folder, read anew each time: there are few, and packs come seldom. */
record TrustFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);

    List<PublicKey> keys() {
        List<PublicKey> keys = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                read(file, keys);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.warn("There is no folder of trusted keys {}", folder);
        } catch (IOException e) {
            throw new StoreException("the trusted keys in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return keys;
    }

    private static void read(Path file, List<PublicKey> keys) throws IOException {
        try {
            keys.add(Keys.readPublic(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            LOG.error("{} is not trusted: {}", file, e.getMessage());
        }
    }
}
