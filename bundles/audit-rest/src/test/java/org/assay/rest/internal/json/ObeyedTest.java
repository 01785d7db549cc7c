package org.assay.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ObeyedTest {
    private final ObjectMapper json = Json.mapper();

    @Test
    void isWrittenAsAnEscape() throws JsonProcessingException {
        assertThat(json.writeValueAsString("a\u001b[31m\u009b0m\u007f\u202eb\u2028"))
                .isEqualTo("\"a\\u001B[31m\\u009B0m\\u007F\\u202Eb\\u2028\"");
    }

    @Test
    void leavesWordsAsTheyAre() throws JsonProcessingException {
        assertThat(json.writeValueAsString("§ 165 Größe “nō” 移动\n")).isEqualTo("\"§ 165 Größe “nō” 移动\\n\"");
    }

    @Property
    void comesBackAsItWas(@ForAll String text) throws JsonProcessingException {
        String wellFormed = text.replaceAll("\\p{Cs}", "?");
        String written = json.writeValueAsString(wellFormed);

        assertThat(json.readValue(written, String.class)).isEqualTo(wellFormed);
        assertThat(written.codePoints().filter(Obeyed::by)).isEmpty();
    }
}
