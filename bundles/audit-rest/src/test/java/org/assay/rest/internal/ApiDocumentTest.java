package org.assay.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.rest.internal.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds docs/api.md to the problems that there are. */
class ApiDocumentTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^### ([a-z-]+)\n\n(\\d{3})\\. [^#]*?```json\n(.*?)^```");

    private final Map<String, JsonNode> examples = examples();

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAnExampleThatFitsIt(ProblemType type) {
        JsonNode example = examples.get(type.word());

        assertThat(example).as("docs/api.md lacks " + type.word()).isNotNull();
        assertThat(example.path("type").asText()).isEqualTo(type.uri());
        assertThat(example.path("title").asText()).isEqualTo(type.title());
        assertThat(example.path("status").asInt()).isEqualTo(type.status());
        assertThat(example.path("remedy").asText()).isNotBlank();
    }

    @Test
    void noProblemIsNamedThatThereIsNot() {
        assertThat(examples.keySet())
                .allSatisfy(word -> assertThat(ProblemType.of(word)).isPresent());
    }

    private static Map<String, JsonNode> examples() {
        Map<String, JsonNode> examples = new TreeMap<>();
        try {
            Matcher matcher = EXAMPLE.matcher(Files.readString(Path.of("../../docs/api.md")));
            while (matcher.find()) {
                examples.put(matcher.group(1), new ObjectMapper().readTree(matcher.group(3)));
                assertThat(examples.get(matcher.group(1)).path("status").asText())
                        .isEqualTo(matcher.group(2));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return examples;
    }
}
