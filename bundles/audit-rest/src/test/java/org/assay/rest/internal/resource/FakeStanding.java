package org.assay.rest.internal.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.StandingAudits;
import org.assay.core.StandingView;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Three networks, of which alpha has a standing audit and gamma none. */
final class FakeStanding implements StandingAudits {

    @Override
    public List<StandingView> list() {
        return Stream.of("alpha", "beta", "delta")
                .map(network -> view(network, List.of("de-bsi")))
                .toList();
    }

    @Override
    public StandingView get(String network) {
        require(network);
        if (!network.equals("alpha")) {
            throw new NotFoundException("standing", "it has no standing audit", "PUT makes one");
        }
        return view(network, List.of("de-bsi"));
    }

    @Override
    public Put put(String network, List<String> regimes, String who) {
        require(network);
        if (regimes.isEmpty()) {
            throw new FaultException(new Fault("no-regime", "no regime", "/regimes", 0, 0, "name one"));
        }
        if (!regimes.equals(List.of("de-bsi"))) {
            throw new ConflictException(
                    "regime-not-installed", "it is not installed", "install it", Map.of("regime", regimes.get(0)));
        }
        return new Put(view(network, regimes), !network.equals("alpha"));
    }

    @Override
    public void remove(String network, String who) {
        get(network);
    }

    private static void require(String network) {
        if (!List.of("alpha", "gamma").contains(network)) {
            throw new NotFoundException("network", "there is no network '" + network + "'", "see networks");
        }
    }

    private static StandingView view(String network, List<String> regimes) {
        return new StandingView(
                network,
                regimes,
                FakeCore.NOW,
                FakeCore.WHO,
                FakeAudits.DONE,
                List.of(new AuditView.Stale(AuditView.Stale.What.DAY, FakeCore.NOW, "a day passed")),
                LocalDate.parse("2026-12-31"),
                "validUntil 2026-12-30",
                "the regime was away");
    }
}
