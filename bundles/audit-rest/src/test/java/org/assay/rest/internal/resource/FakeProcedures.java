package org.assay.rest.internal.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.api.LegalSource;
import org.assay.api.Severity;
import org.assay.api.Subject;
import org.assay.core.CaseFilter;
import org.assay.core.CaseView;
import org.assay.core.ConflictException;
import org.assay.core.Deadline;
import org.assay.core.NotFoundException;
import org.assay.core.Procedures;
import org.assay.core.StrangeFilter;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** Three cases and three deadlines of one network. */
final class FakeProcedures implements Procedures {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final LegalSource LAW = new LegalSource("CPCE", "R. 20-29-16", "", LegalSource.Mark.SEEN);

    @Override
    public List<CaseView> cases(String network, @Nullable LocalDate asOf) {
        require(network);
        return Stream.of("f-1", "f-2", "f-3").map(FakeProcedures::one).toList();
    }

    @Override
    public SortedSet<String> speaking(String network, @Nullable LocalDate asOf) {
        require(network);
        return new TreeSet<>(Set.of("fr-anssi", "uk-ncsc"));
    }

    @Override
    public Optional<StrangeFilter> strange(String network, @Nullable LocalDate asOf, CaseFilter filter) {
        require(network);
        return StrangeFilter.first(
                        "regime", filter.regimes(), () -> new TreeSet<>(Set.of("fr-anssi", "uk-ncsc", "us-trust")))
                .or(() -> StrangeFilter.first(
                        "procedure", filter.procedures(), () -> new TreeSet<>(Set.of("application"))));
    }

    private static CaseView one(String id) {
        boolean open = !id.equals("f-3");
        LocalDate last = TODAY.plusDays(14);
        return new CaseView(
                "fr-anssi",
                "2026.1.0",
                "application",
                Map.of("en", "Application", "fr", "Demande"),
                LAW,
                null,
                new Subject("evidence.authorisationFile", id),
                open ? "PENDING" : null,
                open ? Map.of("en", "under examination", "fr", "à l'instruction") : Map.of(),
                open ? List.of("PENDING") : List.of("GRANTED", "PENDING"),
                false,
                false,
                TODAY.minusDays(47),
                open ? TODAY.minusDays(47) : null,
                List.of(new CaseView.Move(TODAY.minusDays(47), "", "PENDING", "", id, FakeCore.DIGEST)),
                List.of(new CaseView.Clock(
                        last,
                        last,
                        "REFUSED_IMPLICIT",
                        "Prime Minister",
                        Map.of("en", "Decide"),
                        Severity.HIGH,
                        false,
                        List.of())),
                open
                        ? List.of()
                        : List.of(new CaseView.Clock(
                                TODAY,
                                TODAY.minusDays(1),
                                "LATE",
                                "operator",
                                Map.of("en", "Ask"),
                                Severity.CRITICAL,
                                false,
                                List.of())),
                List.of(),
                open ? List.of() : List.of("evidence/d/result"),
                open ? List.of("component/amf-1/removed") : List.of(),
                null,
                "");
    }

    @Override
    public Calendar deadlines(String network, @Nullable LocalDate from, int days) {
        require(network);
        if (days > MAX_DAYS) {
            throw new FaultException(new Fault("bad-days", days + " days", "/days", 0, 0, "use fewer"));
        }
        List<Deadline> all = Stream.of(1, 2, 3)
                .map(day -> new Deadline(
                        "d" + day,
                        TODAY.plusDays(day),
                        Deadline.Kind.CLOCK,
                        Severity.HIGH,
                        day == 3 ? "uk-ncsc" : "fr-anssi",
                        "application",
                        day == 2 ? "supplier" : "operator",
                        Map.of("en", "Lodge the file"),
                        "CPCE, R. 20-29-16",
                        List.of(new Subject("evidence.authorisationFile", "f-" + day)),
                        1,
                        List.of()))
                .toList();
        return new Calendar(
                network,
                "Alpha, of the hills",
                TODAY,
                TODAY.plusDays(days),
                FakeCore.NOW,
                FakeAudits.DONE,
                all,
                List.of("us-trust"),
                List.of(new Unjudged("fr-anssi", null), new Unjudged("uk-ncsc", FakeAudits.DONE)));
    }

    @Override
    public List<Undated> undated(String network, @Nullable LocalDate from) {
        require(network);
        return List.of(
                new Undated(
                        "fr-anssi", FakeAudits.DONE, 2, new TreeMap<>(Map.of(Severity.CRITICAL, 5L, Severity.LOW, 1L))),
                new Undated("uk-ncsc", FakeAudits.DONE, 1, new TreeMap<>(Map.of(Severity.HIGH, 1L))));
    }

    private static void require(String network) {
        if (network.equals("empty")) {
            throw new ConflictException("no-snapshot", "the network has no snapshot", "send one");
        }
        if (!network.equals("alpha")) {
            throw new NotFoundException("network", "there is no network '" + network + "'", "see networks");
        }
    }
}
