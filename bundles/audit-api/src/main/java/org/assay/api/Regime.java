package org.assay.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One national or international framework, offered as an OSGi service by its own bundle.
 *
 * <p>A regime is data: its id and its signed packs. It brings no code that a verdict needs, so a verdict can be
 * recomputed years later from pack and facts alone. Implementations are immutable and thread-safe.
 */
@ConsumerType
public interface Regime {

    /** The id, such as {@code de-bsi}: {@code [a-z][a-z0-9-]{1,62}}. Two services with one id: the second waits. */
    String id();

    /**
     * The packs this bundle brings, each the bytes of a DSSE envelope around the pack's YAML.
     *
     * @return a list that the caller may keep; the arrays are read, never changed
     */
    List<byte[]> packs();
}
