package org.assay.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.RecordType;
import org.junit.jupiter.api.Test;

class TableDifferenceTest {
    private static final RecordType TYPE = FactModel.core().type(Kind.SITE);

    private static FactRecord site(String id, String region, boolean significant) {
        return new FactRecord(TYPE, Map.of("id", id, "region", region, "significant", significant));
    }

    private static ColumnTable table(FactRecord... records) {
        TableBuilder builder = new TableBuilder(new Layout(TYPE), "id");
        Stream.of(records).forEach(record -> builder.add(builder.encode(record), 1));
        return builder.finish();
    }

    @Test
    void whatWentAndCameAndChangedIsFoundWhateverTheOrderOfValues() {
        FactTable before = table(site("a", "north", true), site("b", "south", true), site("d", "north", false));
        FactTable after = table(
                site("d", "north", true),
                site("c", "south", true),
                site("b", "south", true),
                new FactRecord(TYPE, Map.of("id", "e"), Map.of("xx", Map.of("grade", "high"))));

        TableDifference found = TableDifference.between(before, after).orElseThrow();

        assertThat(found.removed()).containsExactly(0);
        assertThat(found.added()).containsExactly(1, 3);
        assertThat(found.changed()).containsExactly(2);
        assertThat(TableDifference.between(after, after).orElseThrow().changed())
                .isEmpty();
    }

    @Test
    void aFactThatIsGoneAndOneThatPacksDeclaredAreChanges() {
        FactTable before = table(site("a", "north", true), site("b", "south", true), site("c", "east", true));
        FactTable after = table(
                new FactRecord(TYPE, Map.of("id", "a", "significant", true)),
                new FactRecord(TYPE, site("b", "south", true).values(), Map.of("xx", Map.of("grade", "high"))),
                site("c", "east", true));

        TableDifference found = TableDifference.between(before, after).orElseThrow();

        assertThat(found.changed()).containsExactly(0, 1);
        assertThat(found.removed()).isEmpty();
        assertThat(found.added()).isEmpty();
    }

    @Test
    void recordsThatAreKeptOtherwiseAreNotForIt() {
        SortedMap<String, FactRecord> records = new TreeMap<>(Map.of("a", site("a", "north", true)));
        FactTable other =
                new NetworkFacts(Map.of(Kind.SITE, records), new java.util.TreeSet<>(List.of())).table(Kind.SITE);

        assertThat(TableDifference.between(other, table())).isEmpty();
    }
}
