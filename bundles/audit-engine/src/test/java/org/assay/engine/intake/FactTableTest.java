package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactPath;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTable;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.facts.RecordType;

class FactTableTest {

    @Property(tries = 100)
    void columns_of_a_network_say_what_its_records_say(@ForAll @IntRange(max = 12) int size, @ForAll long seed) {
        columnsSayWhatRecordsSay(RandomFacts.of(size, seed));
    }

    @Example
    void a_path_that_the_kind_has_not_is_refused() {
        FactTable components = RandomFacts.of(6, 1).table(Kind.COMPONENT);
        assertThat(components.rows()).isPositive();
        assertThatThrownBy(() -> components.column("software.colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("software.colour");
    }

    /** Holds every column against the records, whatever both are made from. */
    static void columnsSayWhatRecordsSay(NetworkFacts facts) {
        for (Kind kind : Kind.values()) {
            FactTable table = facts.table(kind);
            List<String> ids = List.copyOf(facts.all(kind).keySet());
            assertThat(ids).isSorted().hasSize(table.rows());
            for (int row = 0; row < table.rows(); row++) {
                assertThat(table.row(ids.get(row))).isEqualTo(row);
                assertThat(table.id(row)).isEqualTo(ids.get(row));
            }
            assertThat(table.row("no such id")).isNegative();
            paths(FactModel.core().type(kind), "").forEach(path -> column(path, table));
            List.of("facts", "facts.x-regime", "facts.x-regime.whole", "facts.y-regime.no")
                    .forEach(path -> column(path, table));
        }
    }

    private static List<String> paths(RecordType type, String prefix) {
        List<String> paths = new ArrayList<>();
        for (FieldDef field : type.fields().values()) {
            paths.add(prefix + field.name());
            if (field.type() instanceof FactType.Nested nested) {
                paths.addAll(paths(nested.type(), prefix + field.name() + "."));
            }
        }
        return paths;
    }

    private static void column(String path, FactTable table) {
        if (table.rows() == 0) {
            return;
        }
        FactColumn column = table.column(path);
        assertThat(column.rows()).isEqualTo(table.rows());
        assertThat(column.value(FactColumn.MISSING)).isNull();
        int[] codes = new int[table.rows()];
        column.codes(0, codes);
        for (int row = 0; row < table.rows(); row++) {
            assertThat(codes[row]).isEqualTo(column.code(row)).isBetween(0, column.distinct() - 1);
            assertThat(column.value(codes[row])).as(path).isEqualTo(expected(table.record(row), path));
        }
        Set<Object> values = new HashSet<>();
        for (int code = 1; code < column.distinct(); code++) {
            assertThat(values.add(column.value(code)))
                    .as(path + " has a value twice")
                    .isTrue();
        }
    }

    private static Object expected(FactRecord record, String path) {
        if (!path.startsWith("facts")) {
            return FactPath.follow(record, List.of(path.split("\\.")));
        }
        return record.regimeFacts().isEmpty()
                ? null
                : path.equals("facts")
                        ? record.regimeFacts()
                        : FactPath.follow(
                                record.regimeFacts(), List.of(path.substring(6).split("\\.")));
    }
}
