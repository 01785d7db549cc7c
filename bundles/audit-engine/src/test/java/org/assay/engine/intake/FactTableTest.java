package org.assay.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.engine.digest.Sha256;
import org.assay.engine.digest.SnapshotDigest;
import org.assay.engine.facts.DeclaredFact;
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
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.Position;

class FactTableTest {

    @Property(tries = 100)
    void columns_of_a_network_say_what_its_records_say(@ForAll @IntRange(max = 12) int size, @ForAll long seed) {
        columnsSayWhatRecordsSay(RandomFacts.of(size, seed));
    }

    @Property(tries = 100)
    void what_was_read_is_in_columns_that_say_the_same(@ForAll @IntRange(max = 12) int size, @ForAll long seed) {
        NetworkFacts facts = RandomFacts.of(size, seed);
        NetworkFacts read = Documents.READER
                .readNdjson(new ByteArrayInputStream(Documents.ndjson(facts)))
                .facts();
        columnsSayWhatRecordsSay(read);
        assertThat(read).isEqualTo(facts).hasSameHashCodeAs(facts);
        assertThat(SnapshotDigest.of(read)).isEqualTo(SnapshotDigest.of(facts));
    }

    @Property(tries = 30)
    void many_records_are_sorted_and_hashed_as_the_tree_says(@ForAll long seed) {
        Random random = new Random(seed);
        SortedMap<String, FactRecord> components = new TreeMap<>();
        RecordType type = FactModel.core().type(Kind.COMPONENT);
        for (int i = 0; i < 6_000; i++) {
            String id = "c" + Integer.toString(random.nextInt(50_000), 2 + random.nextInt(35));
            Map<String, Object> values = Map.of("id", id, "kind", "equipment", "name", "n" + random.nextInt(70_000));
            components.put(id, new FactRecord(type, values));
        }
        Map<Kind, SortedMap<String, FactRecord>> all =
                new EnumMap<>(RandomFacts.of(0, seed).records());
        all.put(Kind.COMPONENT, components);
        NetworkFacts facts = new NetworkFacts(all, new TreeSet<>());
        NetworkFacts read = Documents.READER.readNdjson(shuffled(facts, random)).facts();
        assertThat(read.all(Kind.COMPONENT)).containsExactlyEntriesOf(components);
        assertThat(SnapshotDigest.of(read))
                .isEqualTo(Sha256.print(SnapshotDigest.tree(facts).root()));
    }

    private static InputStream shuffled(NetworkFacts facts, Random random) {
        List<String> lines = new ArrayList<>(List.of(new String(Documents.ndjson(facts), UTF_8).split("\n")));
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return Documents.stream(String.join("\n", lines));
    }

    @Example
    void a_record_that_is_there_but_empty_stays_so() {
        NetworkFacts facts = Documents.read(Documents.withComponents(
                        "{\"id\": \"a\", \"kind\": \"software\", \"software\": {}, \"load\": {}},"
                                + "{\"id\": \"b\", \"kind\": \"software\"}"))
                .facts();
        FactTable table = facts.table(Kind.COMPONENT);
        assertThat(table.record(0).nested("software"))
                .hasValueSatisfying(software -> assertThat(software.values()).isEmpty());
        assertThat(table.record(1).nested("software")).isEmpty();
        assertThat(new String(Documents.ndjson(facts), UTF_8))
                .contains("{\"component\":{\"id\":\"a\",\"kind\":\"software\",\"load\":{},\"software\":{}}}");
        columnsSayWhatRecordsSay(facts);
    }

    @Example
    void facts_of_packs_are_typed_in_columns_as_in_records() {
        FactModel model = FactModel.core().withDeclarations("x-regime", List.of(declared("whole", new FactType.Int())));
        NetworkFacts fitted = model.fit(Documents.read(Documents.withComponents(
                        "{\"id\": \"a\", \"kind\": \"software\", \"facts\": {\"x-regime\": {\"whole\": 3}}},"
                                + "{\"id\": \"b\", \"kind\": \"software\", \"facts\": {\"x-regime\": {\"whole\": \"x\"}}},"
                                + "{\"id\": \"c\", \"kind\": \"software\", \"facts\": {\"y-regime\": {\"whole\": 4}}}"))
                .facts());
        columnsSayWhatRecordsSay(fitted);
        FactTable table = fitted.table(Kind.COMPONENT);
        FactColumn whole = table.column("facts.x-regime.whole");
        assertThat(whole.value(whole.code(0))).isEqualTo(3L);
        assertThat(List.of(whole.code(1), whole.code(2))).containsOnly(FactColumn.MISSING);
        assertThat(table.record(1).regimeFacts()).isEmpty();
    }

    private static DeclaredFact declared(String name, FactType type) {
        return new FactDecl("component", name, type, null, new Position(1, 1));
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
