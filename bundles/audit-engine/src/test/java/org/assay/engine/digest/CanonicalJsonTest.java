package org.assay.engine.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final FactModel MODEL = FactModel.core();

    /** The sorting example of RFC 8785, section 3.2.3: by UTF-16 code units, so that U+1F600 comes before U+FB33. */
    @Test
    void keys_are_sorted_by_utf_16_code_units() {
        Map<String, Object> map =
                Map.of("\u20ac", 1L, "\r", 2L, "\ufb33", 3L, "1", 4L, "\ud83d\ude00", 5L, "\u0080", 6L, "\u00f6", 7L);
        assertThat(CanonicalJson.text(map))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void texts_are_escaped_only_where_json_demands_it() {
        assertThat(CanonicalJson.text("\u20ac$\u000f\nA'B\"\\/\b\t\f\r\u001f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\/\\b\\t\\f\\r\\u001f\"");
    }

    @Test
    void dates_and_shares_are_text() {
        List<Object> values = List.of(LocalDate.of(2026, 2, 1), Days.NEVER, Fraction.of(7, 20), Fraction.ONE);
        assertThat(CanonicalJson.text(values)).isEqualTo("[\"1\",\"2026-02-01\",\"7/20\",\"never\"]");
    }

    @Test
    void sets_are_sorted_and_what_packs_declare_stands_in_its_place() {
        FactRecord component = new FactRecord(
                MODEL.type(Kind.COMPONENT),
                Map.of("id", "c", "functions", List.of("UPF", "AMF", "UPF")),
                Map.of("x", Map.of("flag", true)));
        assertThat(CanonicalJson.text(component))
                .isEqualTo("{\"facts\":{\"x\":{\"flag\":true}},\"functions\":[\"AMF\",\"UPF\"],\"id\":\"c\"}");
    }

    @Test
    void the_order_of_terms_counts() {
        FactRecord b = new FactRecord(MODEL.named().get("Term"), Map.of("text", "b"));
        FactRecord a = new FactRecord(MODEL.named().get("Term"), Map.of("text", "a"));
        FactRecord order = new FactRecord(MODEL.type(Kind.ORDER), Map.of("terms", List.of(b, a)));
        assertThat(CanonicalJson.text(order)).isEqualTo("{\"terms\":[{\"text\":\"b\"},{\"text\":\"a\"}]}");
    }

    @Test
    void equal_records_in_a_set_both_count() {
        FactRecord module = new FactRecord(MODEL.named().get("Module"), Map.of("kind", "radio"));
        assertThat(CanonicalJson.text(List.of(module, module)))
                .isEqualTo("[{\"kind\":\"radio\"},{\"kind\":\"radio\"}]");
    }

    @Test
    void a_floating_point_number_is_no_fact() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(1.5));
    }
}
