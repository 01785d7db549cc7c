package org.assay.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bool",
                "int",
                "text",
                "date",
                "event",
                "share",
                "id",
                "enum[in-service, 5G]",
                "ref[supplier]",
                "list[text]",
                "list[ref[component]]",
                "record{options: list[text], when: date}",
                "list[record{source: enum[usf, own], date: date}]",
                "Software"
            })
    void a_type_is_printed_as_it_was_read(String text) {
        FactType type = FactTypes.parse(text, FactModel.core().named());
        assertThat(FactTypes.print(type)).isEqualTo(text);
        assertThat(FactTypes.parse(FactTypes.print(type), FactModel.core().named()))
                .isEqualTo(type);
    }

    @Test
    void the_word_of_a_kind_is_a_reference_to_it() {
        assertThat(FactTypes.parse(" supplier ", Map.of())).isEqualTo(new FactType.Ref(Kind.SUPPLIER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "txt | character 1: no type is called 'txt'",
                "list[txt] | character 6: no type is called 'txt'",
                "list[text | character 10: ']' was expected",
                "enum[] | character 6: a name was expected",
                "enum[a, a] | character 9: the value 'a' is given twice",
                "ref[person] | character 5: no kind of record is called 'person'",
                "record{a text} | character 10: ':' was expected",
                "record{a: int, a: int} | character 16: the field 'a' is given twice",
                "text, int | character 5: nothing was expected after the type",
                "list[list[list[list[list[list[list[list[list[text]]]]]]]]] | types nest at most 8 deep"
            })
    void a_text_that_is_no_type_is_refused_with_its_place(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactTypes.parse(text, Map.of()))
                .withMessageContaining(message);
    }
}
