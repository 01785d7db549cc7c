package org.assay.engine.consequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What replacing the components costs and takes that a regime does not trust, by what the user said. Items that the same
 * statements hold for share a pace; others go on side by side. An end is the day of the audit, the lead time in days, then
 * as many whole months as the pace needs.
 */
public final class Replacement {
    private final Standings standings;
    private final Prices prices;

    private Replacement(Standings standings) {
        this.standings = standings;
        this.prices = new Prices(standings.facts().all(Kind.REPLACEMENT), standings.regime());
    }

    /** What is replaced together: one product of one supplier for which the same statements hold. */
    private record Key(String supplier, String product, List<String> statements) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::supplier)
                .thenComparing(Key::product)
                .thenComparing(key -> String.join(" ", key.statements()));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** By supplier and product. */
    public static List<ReplacementItem> items(Standings standings) {
        return new Replacement(standings).items();
    }

    private List<ReplacementItem> items() {
        SortedMap<Key, List<String>> groups = new TreeMap<>();
        Map<List<String>, Integer> byStatements = new HashMap<>();
        Map<Key, Prices.Terms> terms = new HashMap<>();
        standings.byComponent().forEach((id, standing) -> {
            if (standing.trust() != Trust.OPEN) {
                FactRecord component =
                        standings.facts().find(Kind.COMPONENT, id).orElseThrow();
                Prices.Terms own = prices.of(component);
                Key key = new Key(supplier(component), product(component), own.ids());
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(id);
                byStatements.merge(own.ids(), 1, Integer::sum);
                terms.put(key, own);
            }
        });
        List<ReplacementItem> items = new ArrayList<>();
        groups.forEach((key, ids) -> items.add(item(key, ids, terms.get(key), byStatements.get(key.statements()))));
        return items;
    }

    private static String supplier(FactRecord component) {
        return Standings.suppliersOf(component).stream().findFirst().orElse("");
    }

    private static String product(FactRecord component) {
        return component
                .nested("product")
                .flatMap(product -> product.text("name"))
                .orElseGet(() -> String.join(
                        " ",
                        component.list("functions").stream()
                                .map(Object::toString)
                                .toList()));
    }

    private ReplacementItem item(Key key, List<String> ids, Prices.Terms terms, int together) {
        Money unit = terms.cost().orElse(null);
        Long lead = terms.leadTime().orElse(null);
        Long pace = terms.perMonth().orElse(null);
        LocalDate earliest = lead == null || pace == null ? null : end(lead, pace, together);
        return new ReplacementItem(
                standings.regime(),
                key.supplier(),
                key.product(),
                (int) ids.stream().filter(id -> trust(id) == Trust.UNTRUSTED).count(),
                (int) ids.stream().filter(id -> trust(id) == Trust.AHEAD).count(),
                key.statements(),
                unit,
                unit == null ? null : unit.times(ids.size()),
                lead,
                pace,
                earliest,
                ids.stream()
                        .map(this::due)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                late(ids, earliest),
                ids,
                asks(key, terms));
    }

    private LocalDate end(long lead, long pace, int count) {
        return standings.asOf().plusDays(lead).plusMonths((count - 1) / pace + 1);
    }

    private Trust trust(String component) {
        return standings.of(component).orElseThrow().trust();
    }

    private @Nullable LocalDate due(String component) {
        return standings.of(component).orElseThrow().due();
    }

    private @Nullable Integer late(List<String> components, @Nullable LocalDate earliest) {
        List<LocalDate> days =
                components.stream().map(this::due).filter(Objects::nonNull).toList();
        if (earliest == null) {
            return days.isEmpty() ? 0 : null;
        }
        return (int) days.stream().filter(earliest::isAfter).count();
    }

    private static List<Reached.Missing> asks(Key key, Prices.Terms terms) {
        if (terms.ids().isEmpty()) {
            return List.of(new Reached.Missing(
                    Kind.REPLACEMENT.section(),
                    new Ask(
                            "operator",
                            "What does it cost to replace one " + key.product() + " of " + key.supplier()
                                    + ", how long does it take to get, and how many can be installed a month?")));
        }
        List<Reached.Missing> asks = new ArrayList<>();
        if (terms.cost().isEmpty()) {
            asks.add(missing(key, "cost"));
        }
        if (terms.leadTime().isEmpty()) {
            asks.add(missing(key, "leadTimeDays"));
        }
        if (terms.perMonth().isEmpty()) {
            asks.add(missing(key, "perMonth"));
        }
        return asks;
    }

    private static Reached.Missing missing(Key key, String field) {
        String id = key.statements().get(0);
        return new Reached.Missing(
                Kind.REPLACEMENT.word() + "/" + id + "/" + field,
                FactModel.core().ask(Kind.REPLACEMENT.word(), id, field));
    }

    /**
     * Sums by supplier, in id order, the whole first.
     *
     * @param regime the regime of the items
     */
    public static List<ReplacementTotal> totals(String regime, List<ReplacementItem> items, Currency currency) {
        List<ReplacementTotal> totals = new ArrayList<>();
        totals.add(total(regime, null, items, currency));
        SortedMap<String, List<ReplacementItem>> bySupplier = new TreeMap<>();
        items.forEach(item -> bySupplier
                .computeIfAbsent(item.supplier(), any -> new ArrayList<>())
                .add(item));
        bySupplier.forEach((supplier, some) -> totals.add(total(regime, supplier, some, currency)));
        return totals;
    }

    private static ReplacementTotal total(
            String regime, @Nullable String supplier, List<ReplacementItem> items, Currency currency) {
        List<Money> costs = items.stream()
                .map(ReplacementItem::cost)
                .filter(Objects::nonNull)
                .toList();
        List<LocalDate> ends = items.stream()
                .map(ReplacementItem::earliest)
                .filter(Objects::nonNull)
                .toList();
        LocalDate last = ends.stream().max(Comparator.naturalOrder()).orElse(null);
        boolean lateKnown = items.stream().noneMatch(item -> item.late() == null);
        return new ReplacementTotal(
                regime,
                supplier,
                items.stream().mapToInt(ReplacementItem::count).sum(),
                currency.sums(costs),
                items.stream()
                        .filter(item -> item.cost() == null)
                        .mapToInt(ReplacementItem::count)
                        .sum(),
                currency.unrated(costs),
                ends.size() == items.size() ? last : null,
                last,
                first(items.stream().map(ReplacementItem::due).toList()),
                lateKnown ? sum(items.stream().map(ReplacementItem::late).toList()) : null);
    }

    private static @Nullable LocalDate first(Collection<@Nullable LocalDate> days) {
        return days.stream()
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static int sum(Collection<@Nullable Integer> numbers) {
        return numbers.stream()
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
