package org.assay.rest.internal.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assay.api.Outcome;
import org.assay.core.AuditDiff;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.OutlookView;
import org.assay.core.Outlooks;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Three changes on one day of one network. */
final class FakeOutlooks implements Outlooks {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final List<OutlookView.Change> changes;

    FakeOutlooks(FakeAudits audits) {
        List<Verdict> verdicts = audits.verdicts(FakeAudits.DONE, VerdictFilter.ALL, PageRequest.first())
                .items();
        this.changes = IntStream.range(0, 3)
                .mapToObj(i -> new OutlookView.Change(
                        TODAY.plusDays(40), i == 0 ? null : verdicts.get(i), i == 1 ? null : verdicts.get(i + 3)))
                .toList();
    }

    @Override
    public OutlookView outlook(String network, Set<String> regimes, int days, PageRequest page) {
        if (network.equals("empty")) {
            throw new ConflictException("no-snapshot", "the network has no snapshot", "send one");
        }
        if (!network.equals("alpha")) {
            throw new NotFoundException("network", "there is no network '" + network + "'", "see networks");
        }
        if (days > MAX_DAYS) {
            throw new FaultException(new Fault("bad-days", days + " days", "/days", 0, 0, "use fewer"));
        }
        return view(days, Paging.of(changes, page));
    }

    private static OutlookView view(int days, Page<OutlookView.Change> page) {
        OutlookView.Day day = new OutlookView.Day(
                TODAY.plusDays(40),
                "de-bsi",
                "2026.1.0",
                List.of("validUntil 2026-12-30"),
                3,
                2,
                1,
                List.of(new AuditDiff.Flip("de-bsi", Outcome.PASS, Outcome.FAIL, 3)));
        LocalDate to = TODAY.plusDays(days);
        LocalDate looked = days == 7 || days == 8 ? TODAY.plusDays(3) : to;
        return new OutlookView("alpha", FakeCore.DIGEST, TODAY, to, looked, days == 8, List.of(day), page);
    }

    @Override
    public OutlookView forEachChange(String network, Set<String> regimes, int days, Consumer<OutlookView.Change> sink) {
        changes.forEach(sink);
        return view(days, new Page<>(List.of(), null, changes.size()));
    }
}
