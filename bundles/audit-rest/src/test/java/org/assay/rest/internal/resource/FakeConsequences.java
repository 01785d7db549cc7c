package org.assay.rest.internal.resource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.api.Subject;
import org.assay.core.CapView;
import org.assay.core.ConsequenceView;
import org.assay.core.Consequences;
import org.assay.core.ReachView;
import org.assay.engine.consequence.Alternative;
import org.assay.engine.consequence.Currency;
import org.assay.engine.consequence.Money;
import org.assay.engine.consequence.Reached;
import org.assay.engine.consequence.ReplacementItem;
import org.assay.engine.consequence.ReplacementTotal;
import org.assay.engine.consequence.Trust;
import org.assay.engine.facts.Ask;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Consequences of the audits in memory. */
record FakeConsequences(FakeAudits audits) implements Consequences {
    private static final LocalDate DAY = LocalDate.parse("2026-12-31");
    private static final Reached.Missing ASK =
            new Reached.Missing("site/hub-1/servedBy", new Ask("operator", "Through which other sites?"));

    @Override
    public List<ConsequenceView> summary(String audit, Set<String> regimes, Currency currency) {
        audits.measures(audit);
        ReplacementTotal total = new ReplacementTotal(
                "de-bsi", null, 3, List.of(money(currency.wanted())), 1, List.of("CHF"), null, DAY, DAY, null);
        return List.of(new ConsequenceView(
                "de-bsi",
                List.of("DE-AGR2024-CORE"),
                true,
                new TreeMap<>(Map.of(Trust.UNTRUSTED, 1, Trust.AHEAD, 2, Trust.OPEN, 0)),
                Map.of("site", Map.of(Reached.State.UNTRUSTED, 1)),
                List.of(ASK),
                1,
                List.of(total),
                List.of()));
    }

    private static Money money(String currency) {
        return new Money(currency.isEmpty() ? "EUR" : currency, BigInteger.ONE, BigInteger.TEN);
    }

    @Override
    public List<ReachView> reach(String audit, Set<String> regimes) {
        audits.measures(audit);
        List<Reached.Step> path = List.of(new Reached.Step("component", "amf-1"), new Reached.Step("site", "hub-1"));
        return List.of(
                new ReachView(
                        "de-bsi",
                        new Reached(
                                "site",
                                "hub-1",
                                "Hub",
                                "regional",
                                Reached.State.UNTRUSTED,
                                path,
                                1,
                                List.of(),
                                "",
                                List.of())),
                new ReachView(
                        "de-bsi",
                        new Reached(
                                "dependant",
                                "clinic",
                                "=Clinic",
                                "hospital",
                                Reached.State.UNKNOWN,
                                List.of(),
                                0,
                                List.of("hub-2"),
                                "yes",
                                List.of(ASK))));
    }

    @Override
    public List<ReplacementItem> replacements(String audit, Set<String> regimes) {
        audits.measures(audit);
        return List.of(
                new ReplacementItem(
                        "de-bsi",
                        "s",
                        "AMF",
                        1,
                        1,
                        List.of("p"),
                        money("EUR"),
                        money("EUR"),
                        90L,
                        2L,
                        DAY,
                        DAY,
                        0,
                        List.of("a", "b"),
                        List.of()),
                new ReplacementItem(
                        "de-bsi",
                        "s",
                        "UPF",
                        1,
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("c"),
                        List.of(ASK)));
    }

    @Override
    public Priced priced(String audit, Set<String> regimes, Currency currency, byte[] statements) {
        if (new String(statements, StandardCharsets.UTF_8).contains("wrong")) {
            throw new FaultException(new Fault("unknown-field", "'wrong' is no field", "/wrong", 1, 2, "leave it out"));
        }
        return new Priced(summary(audit, regimes, currency), replacements(audit, regimes));
    }

    @Override
    public List<Alternative> alternatives(String audit, Set<String> regimes) {
        audits.measures(audit);
        Alternative.Candidate candidate =
                new Alternative.Candidate("n", "Nordnet AB", 1, 2, List.of("fr-anssi"), List.of());
        return List.of(
                new Alternative("de-bsi", "AMF", "core", "Bayern", 1, 0, List.of(candidate)),
                new Alternative("de-bsi", "UPF", "", "", 1, 0, List.of()));
    }

    @Override
    public List<CapView> caps(String audit, Set<String> regimes) {
        audits.measures(audit);
        return List.of(cap("count"), cap("busyHourTraffic"));
    }

    private static CapView cap(String weight) {
        var swap = new org.assay.engine.eval.CapView.Swap("amf-1", "50", DAY, null, null);
        return new CapView(
                "de-bsi",
                new org.assay.engine.eval.CapView(
                        "DE-1",
                        new Subject("network", "alpha"),
                        0,
                        true,
                        "ran",
                        List.of("macro"),
                        "",
                        weight,
                        "11/20",
                        "7/20",
                        true,
                        "1/20",
                        DAY,
                        1L,
                        List.of(swap),
                        List.of("component/x/load.busyHourTraffic")));
    }
}
