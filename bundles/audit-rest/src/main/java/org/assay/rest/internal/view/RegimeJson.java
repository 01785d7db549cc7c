package org.assay.rest.internal.view;

import java.util.List;
import java.util.Map;
import org.assay.core.AvailableRegime;
import org.assay.core.PackView;
import org.assay.core.RegimeView;
import org.jspecify.annotations.Nullable;

/** A regime as the API writes it; what is not installed has an id and a description only. */
public record RegimeJson(
        String id,
        boolean installed,
        @Nullable String description,
        @Nullable Map<String, String> title,
        @Nullable Map<String, String> authority,
        @Nullable Boolean available,
        @Nullable String provider,
        @Nullable String installedAt,
        @Nullable String installedBy,
        PackJson.@Nullable Ref current,
        @Nullable List<PackJson.Ref> activePacks,
        @Nullable List<PlannedPack> planned,
        @Nullable List<String> refused) {

    /** A pack that is to be activated. */
    public record PlannedPack(String version, PackJson.@Nullable Planned planned) {
        static PlannedPack of(PackView pack) {
            return new PlannedPack(pack.version(), PackJson.Planned.of(pack.planned()));
        }
    }

    /** One that is installed. */
    public static RegimeJson of(RegimeView regime) {
        return of(regime, null);
    }

    /** One that is installed, with a line about it. */
    public static RegimeJson of(RegimeView regime, @Nullable String description) {
        return new RegimeJson(
                regime.id(),
                true,
                description,
                Words.orNone(regime.title()),
                Words.orNone(regime.authority()),
                regime.available(),
                Words.orNone(regime.provider()),
                regime.installedAt().toString(),
                regime.installedBy(),
                regime.current() == null ? null : PackJson.Ref.of(regime.current()),
                regime.active().stream().map(PackJson.Ref::of).toList(),
                regime.planned().isEmpty()
                        ? null
                        : regime.planned().stream().map(PlannedPack::of).toList(),
                regime.refused());
    }

    /** One that is not installed. */
    public static RegimeJson of(AvailableRegime regime) {
        return new RegimeJson(
                regime.id(), false, regime.description(), null, null, null, null, null, null, null, null, null, null);
    }
}
