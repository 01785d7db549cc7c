package org.assay.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the signed packs that the build put into a regime's bundle, under {@code packs/<regime>/}. Stateless. */
public final class BundledPacks {
    private BundledPacks() {}

    /**
     * The packs of a regime's bundle, in the order of their names.
     *
     * @param owner a class of that bundle
     * @param regime the regime's id
     * @return the bytes of their envelopes
     * @throws UncheckedIOException if the bundle has no packs of that regime, which is a mistake of its build
     */
    public static List<byte[]> of(Class<?> owner, String regime) {
        String folder = "/packs/" + regime + "/";
        String index = new String(read(owner, folder + "index.txt"), StandardCharsets.UTF_8);
        return index.lines().map(name -> read(owner, folder + name)).toList();
    }

    private static byte[] read(Class<?> owner, String path) {
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException("the bundle of " + owner.getName() + " has no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
