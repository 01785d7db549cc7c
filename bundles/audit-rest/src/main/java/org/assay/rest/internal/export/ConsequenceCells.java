package org.assay.rest.internal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.rest.internal.view.AlternativeJson;
import org.assay.rest.internal.view.CapJson;
import org.assay.rest.internal.view.MissingJson;
import org.assay.rest.internal.view.MoneyJson;
import org.assay.rest.internal.view.ReachJson;
import org.assay.rest.internal.view.ReplacementJson;
import org.jspecify.annotations.Nullable;

/** Consequences as cells of tables. */
public final class ConsequenceCells {
    /** The table of sites, dependants and partners. */
    public static final Streams.Table REACH = new Streams.Table(
            "reach",
            List.of("regime", "state", "kind", "id", "name", "sort", "because", "ways", "free", "backup", "missing"));

    /** The table of replacements. */
    public static final Streams.Table REPLACEMENTS = new Streams.Table(
            "replacements",
            List.of(
                    "regime",
                    "supplier",
                    "product",
                    "count",
                    "untrusted",
                    "ahead",
                    "currency",
                    "unitLow",
                    "unitHigh",
                    "costLow",
                    "costHigh",
                    "leadTimeDays",
                    "perMonth",
                    "earliest",
                    "due",
                    "late",
                    "statements",
                    "components",
                    "missing"));

    /** The table of alternatives: a row for each supplier that could stand in, one without where there is none. */
    public static final Streams.Table ALTERNATIVES = new Streams.Table(
            "alternatives",
            List.of(
                    "regime",
                    "function",
                    "domain",
                    "region",
                    "untrusted",
                    "open",
                    "supplier",
                    "name",
                    "here",
                    "elsewhere",
                    "passesAll",
                    "distrustedBy",
                    "unjudgedBy"));

    /** The table of shares over their limits: a row for each component to replace. */
    public static final Streams.Table CAPS = new Streams.Table(
            "caps",
            List.of(
                    "regime",
                    "requirement",
                    "measure",
                    "group",
                    "key",
                    "weight",
                    "share",
                    "limit",
                    "after",
                    "swaps",
                    "verdictDue",
                    "perMonth",
                    "component",
                    "componentWeight",
                    "componentDue",
                    "endOfSupport",
                    "plannedRemoval",
                    "missing"));

    private static final String UNKNOWN = "UNKNOWN";

    private ConsequenceCells() {}

    /** A site, dependant or partner. */
    public static List<String> of(ReachJson reach) {
        return List.of(
                reach.regime(),
                reach.state(),
                reach.kind(),
                reach.id(),
                reach.name(),
                text(reach.sort()),
                text(reach.because()),
                Integer.toString(reach.ways()),
                String.join(" ", reach.free()),
                text(reach.backup()),
                missing(reach.missing()));
    }

    /** A replacement; what is not known says so, and is never 0. */
    public static List<String> of(ReplacementJson item) {
        MoneyJson unit = item.unit();
        MoneyJson cost = item.cost();
        return List.of(
                item.regime(),
                text(item.supplier()),
                text(item.product()),
                Integer.toString(item.count()),
                Integer.toString(item.untrusted()),
                Integer.toString(item.ahead()),
                known(unit == null ? null : unit.currency()),
                known(unit == null ? null : unit.low()),
                known(unit == null ? null : unit.high()),
                known(cost == null ? null : cost.low()),
                known(cost == null ? null : cost.high()),
                known(item.leadTimeDays()),
                known(item.perMonth()),
                known(item.earliest()),
                text(item.due()),
                known(item.late()),
                String.join(" ", item.statements()),
                String.join(" ", item.components()),
                missing(item.missing()));
    }

    /** The rows of an alternative. */
    public static List<List<String>> of(AlternativeJson alternative) {
        List<String> place = List.of(
                alternative.regime(),
                alternative.function(),
                text(alternative.domain()),
                text(alternative.region()),
                Integer.toString(alternative.untrusted()),
                Integer.toString(alternative.open()));
        if (alternative.candidates().isEmpty()) {
            return List.of(with(place, List.of("", "", "", "", "", "", "")));
        }
        return alternative.candidates().stream()
                .map(candidate -> with(
                        place,
                        List.of(
                                candidate.supplier(),
                                candidate.name(),
                                Integer.toString(candidate.here()),
                                Integer.toString(candidate.elsewhere()),
                                Boolean.toString(candidate.passesAll()),
                                String.join(" ", candidate.distrustedBy()),
                                String.join(" ", candidate.unjudgedBy()))))
                .toList();
    }

    /** The rows of a share over its limit. */
    public static List<List<String>> of(CapJson cap) {
        List<String> share = List.of(
                cap.regime(),
                cap.requirement(),
                cap.measure(),
                String.join(" ", cap.group()),
                text(cap.key()),
                cap.weight(),
                cap.share(),
                cap.limit(),
                cap.after(),
                Integer.toString(cap.swaps()),
                text(cap.due()),
                text(cap.perMonth()));
        return cap.components().stream()
                .map(component -> with(
                        share,
                        List.of(
                                component.id(),
                                component.weight(),
                                text(component.due()),
                                text(component.endOfSupport()),
                                text(component.plannedRemoval()),
                                String.join(" ", cap.missing()))))
                .toList();
    }

    private static String missing(List<MissingJson> missing) {
        return missing.stream()
                .map(fact -> fact.path() + ": " + fact.question())
                .collect(Collectors.joining("; "));
    }

    private static String known(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<String> with(List<String> cells, List<String> more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(more);
        return List.copyOf(all);
    }
}
