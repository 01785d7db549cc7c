package org.assay.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installed regime.
 *
 * @param id its id
 * @param title its name by language, from its newest active pack
 * @param authority who supervises it, by language
 * @param available whether its bundle is there, or was less than 10 s ago; audits need that
 * @param provider the bundle and its version; empty while it is away
 * @param installedAt when
 * @param installedBy the name of a token, or {@code container}
 * @param current the active pack that an audit of today uses; null if no active pack holds today
 * @param active the timeline of active packs, highest version first
 * @param planned packs that are to be activated at a later moment, the earliest first
 * @param refused why packs that its bundle brought were not taken, a line each
 */
public record RegimeView(
        String id,
        Map<String, String> title,
        Map<String, String> authority,
        boolean available,
        String provider,
        Instant installedAt,
        String installedBy,
        @Nullable PackView current,
        List<PackView> active,
        List<PackView> planned,
        List<String> refused) {
    public RegimeView {
        title = Texts.copy(title);
        authority = Texts.copy(authority);
        active = List.copyOf(active);
        planned = List.copyOf(planned);
        refused = List.copyOf(refused);
    }
}
