package org.assay.engine.consequence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.engine.facts.Fraction;

/**
 * The currency in which sums are wanted. Nothing is converted without a rate that was given.
 *
 * @param wanted its ISO 4217 code; empty where each is left in its own
 * @param rates how much of the wanted currency one unit of another is
 */
public record Currency(String wanted, Map<String, Fraction> rates) {
    /** Every sum in its own. */
    public static final Currency OWN = new Currency("", Map.of());

    public Currency {
        rates = Map.copyOf(rates);
    }

    private Optional<Money> convert(Money money) {
        if (wanted.isEmpty() || money.currency().equals(wanted)) {
            return Optional.of(money);
        }
        return Optional.ofNullable(rates.get(money.currency())).map(rate -> money.at(rate, wanted));
    }

    /** Sums by currency, converted where that can be. */
    List<Money> sums(Collection<Money> some) {
        // First each currency by itself: rounding is done once
        List<Money> sums = new ArrayList<>();
        add(some).forEach(sum -> sums.add(convert(sum).orElse(sum)));
        return add(sums);
    }

    private static List<Money> add(Collection<Money> some) {
        SortedMap<String, Money> sums = new TreeMap<>();
        some.forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return List.copyOf(sums.values());
    }

    /** The currencies of sums that could not be converted. */
    List<String> unrated(Collection<Money> some) {
        return some.stream()
                .filter(money -> convert(money).isEmpty())
                .map(Money::currency)
                .distinct()
                .sorted()
                .toList();
    }
}
