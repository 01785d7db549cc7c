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
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad JSON document is refused at its place. */
class BadInputTest {
    private static final String GOOD = "{\"id\": \"c1\", \"kind\": \"equipment\"}";

    static Stream<Arguments> inputs() {
        return Stream.of(
                bad(
                        "unknown field",
                        component("\"colour\": \"red\""),
                        "unknown-field",
                        "/components/0/colour",
                        "no field of component"),
                bad(
                        "misspelt field",
                        component("\"catgory\": \"x\""),
                        "unknown-field",
                        "/components/0/catgory",
                        "did you mean 'category'?"),
                bad(
                        "misspelt inner field",
                        component("\"software\": {\"vesion\": \"1\"}"),
                        "unknown-field",
                        "/components/0/software/vesion",
                        "did you mean 'version'?"),
                bad(
                        "unknown section",
                        with("", GOOD, "\"suplpiers\": []"),
                        "unknown-field",
                        "/suplpiers",
                        "did you mean 'suppliers'?"),
                bad(
                        "unknown enum value",
                        component("\"status\": \"inservice\""),
                        "unknown-value",
                        "/components/0/status",
                        "did you mean 'in-service'?"),
                bad(
                        "unknown enum value in a list",
                        component("\"generations\": [\"5G\", \"6G\"]"),
                        "unknown-value",
                        "/components/0/generations/1",
                        "'6G'"),
                bad(
                        "number for text",
                        component("\"name\": 7"),
                        "wrong-type",
                        "/components/0/name",
                        "the number 7 where a text is due"),
                bad(
                        "text for number",
                        component("\"load\": {\"premises\": \"7\"}"),
                        "wrong-type",
                        "/components/0/load/premises",
                        "a whole number"),
                bad(
                        "text for boolean",
                        component("\"serves5g\": \"yes\""),
                        "wrong-type",
                        "/components/0/serves5g",
                        "true or false"),
                bad(
                        "text for list",
                        component("\"functions\": \"AMF\""),
                        "wrong-type",
                        "/components/0/functions",
                        "a list is due"),
                bad(
                        "list for text",
                        component("\"name\": [\"a\"]"),
                        "wrong-type",
                        "/components/0/name",
                        "a list where a single value"),
                bad(
                        "text for object",
                        component("\"software\": \"1.0\""),
                        "wrong-type",
                        "/components/0/software",
                        "an object is due"),
                bad("text for record", withComponents("\"c1\""), "wrong-type", "/components/0", "an object is due"),
                bad("object for section", with("", GOOD, "\"sites\": {}"), "wrong-type", "/sites", "a list is due"),
                bad("null", component("\"name\": null"), "null-refused", "/components/0/name", "leave out"),
                bad(
                        "fraction",
                        component("\"load\": {\"premises\": 1.5}"),
                        "no-whole-number",
                        "/components/0/load/premises",
                        "'1.5'"),
                bad(
                        "exponent",
                        component("\"load\": {\"premises\": 1e3}"),
                        "no-whole-number",
                        "/components/0/load/premises",
                        "'1e3'"),
                bad(
                        "2^53",
                        component("\"load\": {\"premises\": 9007199254740992}"),
                        "number-too-large",
                        "/components/0/load/premises",
                        "2^53"),
                bad(
                        "10^30",
                        component("\"load\": {\"premises\": 1000000000000000000000000000000}"),
                        "number-too-large",
                        "/components/0/load/premises",
                        "2^53"),
                bad(
                        "key twice",
                        component("\"name\": \"a\", \"name\": \"b\""),
                        "duplicate-key",
                        "/components/0/name",
                        "'name' is given twice"),
                bad(
                        "section twice",
                        with("", GOOD, "\"sites\": [], \"sites\": []"),
                        "duplicate-key",
                        "/sites",
                        "twice"),
                bad(
                        "id twice",
                        withComponents(GOOD + "," + GOOD),
                        "duplicate-id",
                        "/components/1/id",
                        "/components/0/id"),
                bad(
                        "missing id",
                        withComponents("{\"kind\": \"equipment\"}"),
                        "missing-field",
                        "/components/0",
                        "'id' is missing"),
                bad(
                        "missing required field",
                        withComponents("{\"id\": \"c1\"}"),
                        "missing-field",
                        "/components/0",
                        "'kind' is missing"),
                bad(
                        "bad id",
                        withComponents("{\"id\": \"a b\", \"kind\": \"equipment\"}"),
                        "bad-id",
                        "/components/0/id",
                        "'a b'"),
                bad(
                        "dangling reference",
                        component("\"site\": \"s9\""),
                        "dangling-reference",
                        "/components/0/site",
                        "no site with the id 's9'"),
                bad(
                        "dangling inner reference",
                        component("\"software\": {\"maker\": \"m\"}"),
                        "dangling-reference",
                        "/components/0/software/maker",
                        "no supplier"),
                bad(
                        "dangling reference in a list",
                        component("\"runsOn\": [\"c1x\"]"),
                        "dangling-reference",
                        "/components/0/runsOn/0",
                        "did you mean 'c1'?"),
                bad(
                        "bad country",
                        component("\"producedIn\": \"Germany\""),
                        "bad-format",
                        "/components/0/producedIn",
                        "ISO 3166-1"),
                bad(
                        "no date",
                        component("\"ordered\": \"2026-02-30\""),
                        "bad-date",
                        "/components/0/ordered",
                        "'2026-02-30' is no date"),
                bad(
                        "date with time",
                        component("\"ordered\": \"2026-02-01T00:00\""),
                        "bad-date",
                        "/components/0/ordered",
                        "is no date"),
                bad(
                        "dates out of order",
                        component("\"ordered\": \"2026-02-02\", \"firstUse\": \"2026-02-01\""),
                        "dates-out-of-order",
                        "/components/0/firstUse",
                        "'firstUse' (2026-02-01) lies before 'ordered' (2026-02-02)"),
                bad(
                        "removed before first use",
                        component("\"firstUse\": \"2026-02-02\", \"removed\": \"2026-02-01\""),
                        "dates-out-of-order",
                        "/components/0/removed",
                        "lies before 'firstUse'"),
                bad(
                        "valid until before issued",
                        evidence("\"issued\": \"2026-02-02\", \"validUntil\": \"2026-02-01\""),
                        "dates-out-of-order",
                        "/evidence/0/validUntil",
                        "lies before 'issued'"),
                bad(
                        "owner until before from",
                        supplier("{\"kind\": \"state\", \"from\": \"2026-02-02\", \"until\": \"2026-02-01\"}"),
                        "dates-out-of-order",
                        "/suppliers/0/owners/0/until",
                        "lies before 'from'"),
                bad(
                        "share above one",
                        supplier("{\"kind\": \"state\", \"equity\": \"101%\"}"),
                        "bad-share",
                        "/suppliers/0/owners/0/equity",
                        "'101%'"),
                bad(
                        "share as number",
                        supplier("{\"kind\": \"state\", \"equity\": 1}"),
                        "wrong-type",
                        "/suppliers/0/owners/0/equity",
                        "as text"),
                bad(
                        "bad hash",
                        component("\"software\": {\"buildHash\": \"sha256:12\"}"),
                        "bad-format",
                        "/components/0/software/buildHash",
                        "64 hex digits"),
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
                        "control sign",
                        component("\"name\": \"a\\u001bb\""),
                        "bad-character",
                        "/components/0/name",
                        "U+001B"),
                bad(
                        "half a surrogate pair",
                        component("\"name\": \"a\\ud800b\""),
                        "bad-character",
                        "/components/0/name",
                        "U+D800"),
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
                bad(
                        "no regime",
                        component("\"facts\": {\"X Y\": {}}"),
                        "bad-id",
                        "/components/0/facts/X Y",
                        "no id of a regime"),
                bad(
                        "facts without regime",
                        component("\"facts\": {\"flag\": true}"),
                        "wrong-type",
                        "/components/0/facts/flag",
                        "an object is due"),
                bad(
                        "null in kept facts",
                        component("\"facts\": {\"x-y\": {\"a\": null}}"),
                        "null-refused",
                        "/components/0/facts/x-y/a",
                        "null"),
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
