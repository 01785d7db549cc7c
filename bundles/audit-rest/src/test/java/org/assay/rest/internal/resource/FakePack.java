package org.assay.rest.internal.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.core.CheckReport;
import org.assay.core.Origin;
import org.assay.core.PackState;
import org.assay.core.PackView;
import org.assay.engine.facts.Days;

/** A pack of any regime. */
final class FakePack {
    private FakePack() {}

    static PackView of(String regime, String version, PackState state) {
        return new PackView(
                regime,
                version,
                FakeCore.DIGEST,
                Map.of("en", "Rules", "de", "Regeln"),
                1,
                LocalDate.parse("2025-12-06"),
                Days.NEVER,
                state,
                Origin.BUNDLE,
                FakeCore.NOW,
                "regime-" + regime,
                state == PackState.ACTIVE ? FakeCore.NOW : null,
                state == PackState.ACTIVE ? "anna" : null,
                FakeCore.NOW,
                "bob",
                version.equals("2026.1.0")
                        ? new PackView.Planned(FakeCore.NOW.plusSeconds(60), true, "bob", FakeCore.NOW)
                        : null,
                List.of(new PackView.Preview(FakeAudits.DONE, FakeCore.NOW, "anna")),
                new CheckReport(3, 12, 15, List.of()),
                List.of("ab".repeat(16)),
                version.equals("2026.1.0") ? "its key was revoked" : "");
    }
}
