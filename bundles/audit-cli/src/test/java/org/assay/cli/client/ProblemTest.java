package org.assay.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a problem below its first line. */
class ProblemTest {
    private static List<String> details(String problem) throws JsonProcessingException {
        return Api.details(new ObjectMapper().readTree(problem));
    }

    @Test
    void whatItsOnlyFaultSaysAgainIsToldOnce() throws JsonProcessingException {
        assertThat(
                        details(
                                """
                                {"title": "A parameter is wrong", "detail": "there is no regime 'nope'", "remedy": "did you mean 'x'?",
                                 "faults": [{"code": "unknown-regime", "message": "there is no regime 'nope'", "hint": "did you mean 'x'?"}]}
                                """))
                .containsExactly("did you mean 'x'?");
    }

    @Test
    void aFaultThatNamesItsPlaceIsTold() throws JsonProcessingException {
        assertThat(
                        details(
                                """
                                {"title": "The document is wrong", "detail": "one fault", "remedy": "send it again",
                                 "faults": [{"message": "one fault", "pointer": "/a", "line": 2, "column": 3, "hint": "a number"}]}
                                """))
                .containsExactly("line 2, column 3: /a: one fault. a number", "send it again");
    }

    @Test
    void aHintThatIsNotTheRemedyIsTold() throws JsonProcessingException {
        assertThat(details("{\"detail\": \"wrong\", \"faults\": [{\"message\": \"wrong\", \"hint\": \"use less\"}]}"))
                .containsExactly("use less");
    }
}
