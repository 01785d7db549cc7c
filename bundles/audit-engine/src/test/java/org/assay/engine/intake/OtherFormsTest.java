package org.assay.engine.intake;

import static org.assay.engine.intake.Documents.READER;
import static org.assay.engine.intake.Documents.faultsOf;
import static org.assay.engine.intake.Documents.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactTypes;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.assay.engine.pack.FactDecl;
import org.assay.engine.pack.Position;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFormsTest {
    private static final String BASE = Documents.withComponents("");

    @Nested
    class Csv {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "id,kind,sofware.version | unknown-field | 1 | 3 | did you mean 'software.version'?",
                    "id,kind,software | unknown-field | 1 | 3 | 'software' is no column",
                    "id,kind,id | duplicate-key | 1 | 3 | 'id' is there twice",
                    "id,name | missing-field | 1 | 1 | the column 'kind' is missing",
                    "id,kind\\nc1,thing | unknown-value | 2 | 2 | 'thing'",
                    "id,kind\\nc1 | wrong-columns | 2 | 1 | 1 cells where the header has 2",
                    "id,kind,name\\nc1,equipment,\"a\\nb\"\\nc2,equipment,x\\nc1,equipment,y | duplicate-id | 5 | 1 | 'c1'",
                    "id,kind,serves5g\\nc1,equipment,yes | wrong-type | 2 | 3 | true or false",
                    "id,kind,generations\\nc1,equipment,5G;6G | unknown-value | 2 | 3 | '6G'",
                    "id,kind,modules\\nc1,equipment,x | no-json | 2 | 3 | no JSON",
                    "id,kind,site\\nc1,equipment,s1 | dangling-reference | 2 | 3 | no site",
                    "id,kind,name\\nc1,equipment,\"a\"b | no-csv | 2 | 1 | no CSV"
                })
        void is_refused_at_its_cell(String csv, String code, int line, int column, String words) {
            List<Fault> faults = faultsOf(() -> READER.readCsv(stream(BASE), stream(csv.replace("\\n", "\n"))));
            assertThat(faults).hasSize(1);
            Fault fault = faults.get(0);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.message() + "; " + fault.hint()).contains(words);
        }

        @Test
        void cells_become_the_facts_that_json_would_give() {
            String csv = "\uFEFFid,kind,functions,software.version,modules,load.premises,facts.x-y.flag,sharedWith\r\n"
                    + "c1,equipment,AMF; SMF,1.0,\"[{\"\"kind\"\":\"\"radio\"\"}]\",12,true,[]\r\n\r\n";
            FactRecord component = READER.readCsv(stream(BASE), stream(csv))
                    .facts()
                    .find(Kind.COMPONENT, "c1")
                    .orElseThrow();
            assertThat(component.list("functions")).isEqualTo(List.of("AMF", "SMF"));
            assertThat(component.nested("software").orElseThrow().text("version"))
                    .contains("1.0");
            assertThat(component.list("modules")).hasSize(1);
            assertThat(component.nested("load").orElseThrow().get("premises")).contains(12L);
            assertThat(component.factsOf("x-y")).isEqualTo(Map.of("flag", true));
            assertThat(component.get("sharedWith")).contains(List.of());
            assertThat(component.get("name")).isEmpty();
        }
    }

    @Nested
    class Ndjson {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{\"format\": \"assay.network/1\"} | missing-field | 1 | 'notDelivered' is missing",
                    "{\"site\": {\"id\": \"s\"}} | unknown-field | 1 | 'site' is no field of the header",
                    "§\\n{\"id\": \"s\"} | unknown-field | 2 | this is no record",
                    "§\\n{\"sites\": []} | unknown-field | 2 | this is no record",
                    "§\\n[] | wrong-type | 2 | each line is an object",
                    "§\\n{\"site\": {\"id\": \"s\"}} x | no-json | 2 | no JSON",
                    "§\\n{\"site\": {\"id\": | truncated | 2 | ends before",
                    "§\\n\\n{\"site\": {\"id\": \"s\", \"kind\": \"hut\"}} | unknown-value | 3 | 'hut'"
                })
        void is_refused_at_its_line(String text, String code, int line, String words) {
            String document =
                    text.replace("\\n", "\n").replace("§", "{\"format\": \"assay.network/1\", \"notDelivered\": []}");
            Fault fault = faultsOf(() -> READER.readNdjson(stream(document))).get(0);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.message() + "; " + fault.hint()).contains(words);
        }
    }

    @Nested
    class Encoding {
        @Test
        void bytes_that_are_no_utf_8_are_refused() {
            byte[] latin = Documents.withComponents("{\"id\": \"c\", \"kind\": \"equipment\", \"name\": \"ü\"}")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(faultsOf(() -> READER.readJson(new ByteArrayInputStream(latin))))
                    .extracting(Fault::code)
                    .contains("bad-encoding");
        }

        @Test
        void texts_are_kept_in_one_unicode_form() {
            String composed =
                    Documents.withComponents("{\"id\": \"c\", \"kind\": \"equipment\", \"name\": \"u\u0308\"}");
            FactRecord component =
                    Documents.read(composed).facts().find(Kind.COMPONENT, "c").orElseThrow();
            assertThat(component.text("name")).contains("\u00fc");
        }

        @Test
        void hashes_are_kept_in_one_form() {
            String document =
                    Documents.withComponents("{\"id\": \"c\", \"kind\": \"software\", \"software\": {\"buildHash\": \""
                            + "AB".repeat(32) + "\"}}");
            FactRecord component =
                    Documents.read(document).facts().find(Kind.COMPONENT, "c").orElseThrow();
            assertThat(component.nested("software").orElseThrow().text("buildHash"))
                    .contains("sha256:" + "ab".repeat(32));
        }
    }

    @Nested
    class Declared {
        private final NetworkReader reader = new NetworkReader(FactModel.core()
                .withDeclarations("x-y", List.of(fact("component", "day", "date"), fact("component", "flag", "bool"))));

        @Test
        void facts_are_checked_where_a_pack_is_at_hand() {
            List<Fault> faults = faultsOf(() -> reader.readJson(stream(facts("{\"flg\": true, \"day\": \"soon\"}"))));
            assertThat(faults).extracting(Fault::code).containsExactly("unknown-field", "bad-date");
            assertThat(faults)
                    .extracting(Fault::pointer)
                    .containsExactly("/components/0/facts/x-y/flg", "/components/0/facts/x-y/day");
            assertThat(faults.get(0).hint()).isEqualTo("did you mean 'flag'?");
        }

        @Test
        void facts_are_kept_as_read_and_named_where_none_is() {
            String document = facts("{\"flag\": true, \"day\": \"2026-01-01\"}");
            Intake unchecked = Documents.read(document);
            assertThat(unchecked.report().keptFacts()).isEqualTo(Map.of("x-y", 1));
            Intake checked = reader.readJson(stream(document));
            assertThat(checked.report().keptFacts()).isEmpty();
            assertThat(checked.facts()).isEqualTo(unchecked.facts());
        }

        private static String facts(String facts) {
            return Documents.withComponents(
                    "{\"id\": \"c\", \"kind\": \"equipment\", \"facts\": {\"x-y\": " + facts + "}}");
        }

        private static FactDecl fact(String on, String name, String type) {
            return new FactDecl(on, name, FactTypes.parse(type, Map.of()), null, Position.START);
        }
    }

    @Nested
    class Report {
        @Test
        void a_section_that_is_left_out_was_not_delivered() {
            Intake intake =
                    Documents.read(Documents.with("", "", "\"evidence\": [], \"notDelivered\": [\"certificate\"]"));
            assertThat(intake.facts().notDelivered())
                    .containsExactly("certificate", "contract", "dependant", "order", "partner", "replacement");
            assertThat(intake.report().notDelivered())
                    .containsExactly("certificate", "contract", "dependant", "order", "partner", "replacement");
        }

        @Test
        void evidence_is_added_to_a_snapshot() {
            Intake base = Documents.read(Documents.withComponents("{\"id\": \"c\", \"kind\": \"equipment\"}"));
            String more =
                    "{\"evidence\": [{\"id\": \"e\", \"kind\": \"report\", \"scope\": {\"components\": [\"c\"]}}]}";
            Intake grown = READER.append(base.facts(), stream(more));
            assertThat(grown.facts().all(Kind.EVIDENCE)).containsOnlyKeys("e");
            assertThat(grown.facts().all(Kind.COMPONENT)).isEqualTo(base.facts().all(Kind.COMPONENT));
            assertThat(grown.facts().table(Kind.COMPONENT))
                    .as("columns to which nothing was added")
                    .isSameAs(base.facts().table(Kind.COMPONENT));
            assertThat(grown.facts().notDelivered()).contains("evidence");
            assertThat(faultsOf(() -> READER.append(grown.facts(), stream(more))))
                    .extracting(Fault::code)
                    .containsExactly("duplicate-id");
        }

        @Test
        void components_are_added_to_a_snapshot_beside_those_it_has() {
            Intake base = Documents.read(Documents.withComponents("{\"id\": \"c\", \"kind\": \"equipment\"}"));
            String more = "{\"components\": [{\"id\": \"a\", \"kind\": \"software\", \"runsOn\": [\"c\"]}]}";
            Intake grown = READER.append(base.facts(), stream(more));
            assertThat(grown.facts().all(Kind.COMPONENT)).containsOnlyKeys("a", "c");
            assertThat(grown.facts().all(Kind.COMPONENT))
                    .containsAllEntriesOf(base.facts().all(Kind.COMPONENT));
            assertThat(grown.report().counts()).containsEntry(Kind.COMPONENT, 2);
            assertThat(faultsOf(() -> READER.append(grown.facts(), stream(more))))
                    .extracting(Fault::code)
                    .containsExactly("duplicate-id");
            assertThat(faultsOf(() -> READER.append(
                            grown.facts(),
                            stream(more.replace("[\"c\"]", "[\"d\"]").replace("\"a\"", "\"b\"")))))
                    .extracting(Fault::code)
                    .containsExactly("dangling-reference");
        }
    }
}
