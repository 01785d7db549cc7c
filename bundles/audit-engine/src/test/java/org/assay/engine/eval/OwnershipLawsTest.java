package org.assay.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.engine.facts.Fraction;

/** What holds of ownership in whatever net of holdings, known or with gaps. */
class OwnershipLawsTest {
    private static final Pattern FRACTION = Pattern.compile("\\(([0-9/]+)\\)");

    @Property(tries = 400)
    void an_interest_is_what_the_paths_of_every_completion_say(
            @ForAll("open") Holdings.Graph graph, @ForAll("owners") String owner) {
        List<Holdings.Graph> completions = Holdings.completions(graph, owner, 3_000);
        Assume.that(!completions.isEmpty());
        String who = owner.equals(Holdings.STATE) ? "'State of S'" : "evidenceOwner";
        Bench bench = graph.bench();
        if (!owner.equals(Holdings.STATE)) {
            bench.component("c3", Map.of("supplier", "s3", "producedIn", "DE", "software", software(owner)));
            who = "component.software.maker";
        }
        String shown = bench.text("{interest(" + who + ", component.supplier, 'equity', asOf)}", "c3");
        List<Fraction> ends = new ArrayList<>();
        for (Matcher match = FRACTION.matcher(shown); match.find(); ) {
            ends.add(Fraction.parse(match.group(1)));
        }
        List<Fraction> all = completions.stream()
                .map(known -> Holdings.interest(known, owner, 3))
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(ends.get(0)).as(graph + ": " + shown).isEqualTo(all.get(0));
        assertThat(ends.get(ends.size() - 1)).as(graph + ": " + shown).isEqualTo(all.get(all.size() - 1));
    }

    private static Object software(String owner) {
        return Bench.nested("Software", Map.of("maker", "s" + owner));
    }

    @Property(tries = 400)
    void two_are_related_as_the_paths_say_and_either_way_round(
            @ForAll("known") Holdings.Graph graph, @ForAll("limits") int limit) {
        Bench bench = graph.bench().component("c", Map.of("supplier", "s1", "software", software("2")));
        boolean expected = false;
        for (String third : List.of("0", "1", "2", "3", Holdings.STATE)) {
            Fraction bound = Fraction.of(limit, 8);
            boolean first = Holdings.interest(graph, third, 1).compareTo(bound) > 0;
            boolean second = Holdings.interest(graph, third, 2).compareTo(bound) > 0;
            expected |= first && second;
        }
        String ask = "related(%s, %s, " + limit + ", 8, asOf)";
        assertThat(bench.truth(ask.formatted("component.supplier", "component.software.maker"), "c"))
                .isEqualTo(expected ? Truth.TRUE : Truth.FALSE);
        assertThat(bench.truth(ask.formatted("component.software.maker", "component.supplier"), "c"))
                .isEqualTo(expected ? Truth.TRUE : Truth.FALSE);
        assertThat(bench.truth(ask.formatted("'G1'", "component.software.maker"), "c"))
                .isEqualTo(expected ? Truth.TRUE : Truth.FALSE);
    }

    @Property(tries = 300)
    void what_is_said_of_related_suppliers_with_gaps_stays_true_when_the_gaps_are_filled(
            @ForAll("open") Holdings.Graph graph, @ForAll("fills") String fill, @ForAll("limits") int limit) {
        String ask = "related(component.supplier, component.software.maker, " + limit + ", 8, asOf)";
        Truth before = truth(graph, ask);
        // One company in two places must be filled in alike
        Assume.that(before != Truth.UNKNOWN && graph.count(Holdings.COMPANY) < 2);
        for (Holdings.Graph known : Holdings.completions(graph, fill, 300)) {
            assertThat(truth(known, ask)).as(graph + " -> " + known).isEqualTo(before);
        }
    }

    private static Truth truth(Holdings.Graph graph, String condition) {
        return graph.bench()
                .component("c", Map.of("supplier", "s1", "software", software("2")))
                .truth(condition, "c");
    }

    @Provide
    Arbitrary<Holdings.Graph> open() {
        return Holdings.graphs(0.2);
    }

    @Provide
    Arbitrary<Holdings.Graph> known() {
        return Holdings.graphs(0);
    }

    @Provide
    Arbitrary<String> owners() {
        return Arbitraries.of("0", "0", "1", Holdings.STATE);
    }

    @Provide
    Arbitrary<String> fills() {
        return Arbitraries.of("0", "1", "2", Holdings.STATE);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.of(0, 1, 2, 4, 7);
    }
}
