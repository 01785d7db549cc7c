package org.assay.engine.intake;

import static org.assay.engine.intake.Documents.faultsOf;
import static org.assay.engine.intake.Documents.with;
import static org.assay.engine.intake.Documents.withComponents;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assay.engine.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad JSON document is refused at its place. */
class BadInputTest {
    private static final String GOOD = "{\"id\": \"c1\", \"kind\": \"equipment\"}";

    static Stream<Arguments> inputs() {
        return Stream.of(
                bad(
                        "id twice",
                        withComponents(GOOD + "," + GOOD),
                        "duplicate-id",
                        "/components/1/id",
                        "/components/0/id"),
                bad(
                        "bad time zone",
                        withComponents(GOOD).replace("Europe/Berlin", "Europe/Bonn"),
                        "unknown-value",
                        "/network/timeZone",
                        "'Europe/Bonn'"),
                bad(
                        "bad network id",
                        withComponents(GOOD).replace("\"id\": \"net\"", "\"id\": \"Net\""),
                        "bad-format",
                        "/network/id",
                        "'Net'"),
                bad(
                        "wrong format",
                        withComponents(GOOD).replace("network/1", "network/2"),
                        "wrong-format",
                        "/format",
                        "assay.network/1"),
                bad(
                        "no format",
                        withComponents(GOOD).replace("\"format\": \"assay.network/1\",", ""),
                        "missing-field",
                        "",
                        "'format' is missing"),
                bad(
                        "no components",
                        withComponents("").replace("\"components\"", "\"sites\""),
                        "missing-field",
                        "",
                        "'components' is missing"),
                bad(
                        "long text",
                        component("\"name\": \"" + "x".repeat(4_001) + "\""),
                        "too-long",
                        "/components/0/name",
                        "4001 characters"),
                bad(
                        "very long text",
                        component("\"name\": \"" + "x".repeat(100_000) + "\""),
                        "too-long",
                        "/components/0/name",
                        "too long"),
                bad(
                        "deep nesting",
                        component("\"facts\": {\"x-y\": {\"f\": " + "[".repeat(50) + "]".repeat(50) + "}}"),
                        "too-deep",
                        "/components/0/facts/x-y/f" + "/0".repeat(13),
                        "more than 16 deep"),
                bad(
                        "very deep nesting",
                        with("", GOOD, "\"notDelivered\": " + "[".repeat(5_000)),
                        "too-deep",
                        "/notDelivered" + "/0".repeat(16),
                        "more than 16 deep"),
                bad(
                        "long list",
                        component("\"functions\": [" + "\"a\",".repeat(10_001) + "\"a\"]"),
                        "too-many-entries",
                        "/components/0/functions",
                        "more than 10000"),
                bad("truncated", before(withComponents(GOOD), "\"Op\""), "truncated", "/operator/name", "ends before"),
                bad(
                        "truncated in a record",
                        before(withComponents(GOOD), "equipment"),
                        "truncated",
                        "/components/0/kind",
                        "ends before"),
                bad("empty", "", "wrong-type", "", "empty"),
                bad("no object", "[]", "wrong-type", "", "no JSON object"),
                bad("no JSON", "{\"format\": assay}", "no-json", "/format", "Unrecognized token 'assay'"),
                bad("comment", "{/* hi */}", "no-json", "", "no JSON"),
                bad("more after the end", withComponents(GOOD) + "{}", "trailing-text", "", "after the end"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "bad-inputs.txt", delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1_000)
    void a_bad_field_is_refused_at_its_place(
            String name, String where, String text, String code, String pointer, String words) {
        String document =
                switch (where) {
                    case "component" -> component(text);
                    case "components" -> withComponents(text);
                    case "supplier" -> supplier(text);
                    case "evidence" -> evidence(text);
                    default -> with("", GOOD, text);
                };
        is_refused_at_its_place(name, document, code, pointer, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void is_refused_at_its_place(String name, String document, String code, String pointer, String words) {
        List<Fault> faults = faultsOf(document);
        assertThat(faults).hasSize(1);
        Fault fault = faults.get(0);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.line()).isPositive();
        assertThat(fault.column()).isPositive();
        assertThat(fault.message() + "; " + fault.hint()).contains(words);
        assertThat(fault.hint()).isNotEmpty();
    }

    @Test
    void the_line_and_column_are_those_of_the_value() {
        Fault fault = faultsOf(withComponents("\n  {\"id\": \"ü\", \"kind\": \"thing\"}"))
                .get(1);
        assertThat(fault.line()).isEqualTo(7);
        assertThat(fault.column()).isEqualTo(23);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        List<Fault> faults =
                faultsOf(withComponents("{\"id\": 1, \"kind\": \"x\", \"a\": 1}, {\"id\": \"c\", \"site\": \"s\"}"));
        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly("wrong-type", "unknown-value", "unknown-field", "missing-field", "dangling-reference");
    }

    @Test
    void a_document_that_is_wrong_everywhere_is_given_up() {
        assertThat(faultsOf(withComponents("{},".repeat(500) + "{}"))).hasSize(200);
    }

    @Test
    void a_message_carries_no_sign_that_steers_a_terminal() {
        String message = faultsOf(component("\"\\u001b[31m\": 1")).get(0).message();
        assertThat(message).doesNotContain("\u001b").contains("[31m");
    }

    private static Arguments bad(String name, String document, String code, String pointer, String words) {
        return Arguments.of(name, document, code, pointer, words);
    }

    private static String before(String document, String cut) {
        return document.substring(0, document.indexOf(cut));
    }

    private static String component(String fields) {
        return withComponents("{\"id\": \"c1\", \"kind\": \"equipment\", " + fields + "}");
    }

    private static String supplier(String owner) {
        return with("{\"id\": \"s1\", \"name\": \"S\", \"owners\": [" + owner + "]}", GOOD, "");
    }

    private static String evidence(String fields) {
        return with("", GOOD, "\"evidence\": [{\"id\": \"e1\", \"kind\": \"certificate\", " + fields + "}]");
    }
}
