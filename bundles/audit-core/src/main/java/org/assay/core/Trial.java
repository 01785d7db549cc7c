package org.assay.core;

import java.util.List;
import java.util.Map;

/**
 * What an audit supposes instead of what is. Nothing of it is kept but the audit, which says so wherever it is shown.
 *
 * @param packs versions of packs that judge as if they were active, by regime; any that was staged will do
 * @param changes of components, one after the other
 */
public record Trial(Map<String, String> packs, List<Change> changes) {
    public Trial {
        packs = Map.copyOf(packs);
        changes = List.copyOf(changes);
    }

    /**
     * A change of components.
     *
     * @param where which: by dotted path ({@code supplier}, {@code software.version}, {@code functions}; {@code site.region} looks
     *     at the component's site), the values of which one must be there; empty for all
     * @param set what they are then, as a merge patch (RFC 7396): null takes a field away
     */
    public record Change(Map<String, List<String>> where, Map<String, Object> set) {
        public Change {
            where = Texts.copy(where);
            set = Texts.copy(set);
        }
    }
}
