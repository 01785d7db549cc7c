package org.assay.engine.consequence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.facts.FactRecord;

/** What replacing a component costs and takes, as the user said: the most specific statements that hold for it. */
final class Prices {
    /** A century; more is no lead time. */
    private static final long MAX_DAYS = 36_525;

    private static final int PRODUCT = 8;
    private static final int FUNCTIONS = 4;
    private static final int CATEGORY = 2;
    private static final int SUPPLIER = 1;

    private final List<Price> all = new ArrayList<>();

    /** A statement with how specific it is. */
    private record Price(String id, FactRecord record, int weight) {}

    /**
     * What holds for one component.
     *
     * @param ids of the statements, sorted; none where none holds
     * @param records the same
     */
    record Terms(List<String> ids, List<FactRecord> records) {
        /** What one costs; empty where that is not known, or where statements of the same rank differ in currency. */
        Optional<Money> cost() {
            Money cost = null;
            for (FactRecord record : records) {
                Money own = record.nested("cost").flatMap(Terms::money).orElse(null);
                if (own == null || cost != null && !cost.currency().equals(own.currency())) {
                    return Optional.empty();
                }
                cost = cost == null ? own : cost.widen(own);
            }
            return Optional.ofNullable(cost);
        }

        private static Optional<Money> money(FactRecord cost) {
            long low = (Long) cost.get("low").orElseThrow();
            long high = (Long) cost.get("high").orElse(low);
            return low < 0 || high < low
                    ? Optional.empty()
                    : Optional.of(new Money(
                            cost.text("currency").orElseThrow(), BigInteger.valueOf(low), BigInteger.valueOf(high)));
        }

        /** The longest lead time in days; empty where one is not known. */
        Optional<Long> leadTime() {
            return number("leadTimeDays", 0)
                    .filter(days -> days.stream().allMatch(some -> some <= MAX_DAYS))
                    .map(days -> Collections.max(days));
        }

        /** The slowest pace; empty where one is not known. */
        Optional<Long> perMonth() {
            return number("perMonth", 1).map(paces -> Collections.min(paces));
        }

        private Optional<List<Long>> number(String field, long least) {
            List<Long> numbers = new ArrayList<>();
            records.forEach(record -> record.get(field)
                    .map(Long.class::cast)
                    .filter(number -> number >= least)
                    .ifPresent(numbers::add));
            return numbers.isEmpty() || numbers.size() < records.size() ? Optional.empty() : Optional.of(numbers);
        }
    }

    /** The statements for one regime. */
    Prices(SortedMap<String, FactRecord> replacements, String regime) {
        replacements.forEach((id, record) -> {
            List<?> regimes = record.list("regimes");
            if (regimes.isEmpty() || regimes.contains(regime)) {
                all.add(new Price(id, record, weight(record)));
            }
        });
    }

    private static int weight(FactRecord record) {
        return (record.get("product").isPresent() ? PRODUCT : 0)
                + (record.list("functions").isEmpty() ? 0 : FUNCTIONS)
                + (record.get("category").isPresent() ? CATEGORY : 0)
                + (record.get("supplier").isPresent() ? SUPPLIER : 0);
    }

    Terms of(FactRecord component) {
        SortedMap<String, FactRecord> best = new TreeMap<>();
        int weight = -1;
        for (Price price : all) {
            if (price.weight() >= weight && holds(price.record(), component)) {
                if (price.weight() > weight) {
                    best.clear();
                    weight = price.weight();
                }
                best.put(price.id(), price.record());
            }
        }
        return new Terms(List.copyOf(best.keySet()), List.copyOf(best.values()));
    }

    private static boolean holds(FactRecord price, FactRecord component) {
        boolean product = price.text("product")
                .map(name -> component
                        .nested("product")
                        .flatMap(own -> own.text("name"))
                        .filter(name::equals)
                        .isPresent())
                .orElse(true);
        List<?> functions = price.list("functions");
        boolean realises =
                functions.isEmpty() || component.list("functions").stream().anyMatch(functions::contains);
        boolean category = price.text("category")
                .map(word -> component.text("category").filter(word::equals).isPresent())
                .orElse(true);
        boolean supplier = price.text("supplier")
                .map(Standings.suppliersOf(component)::contains)
                .orElse(true);
        return product && realises && category && supplier;
    }
}
