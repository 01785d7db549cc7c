package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.eval.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules and cases do not contradict each other in the worked examples of any pack, on the days that they name: {@link Course} says
 * which, {@link Agreement} what is compared. What differs all the same is named in {@code cases/differing.txt} with its reason, which
 * begins with "open" where one of the two is wrong; what no longer differs is to be taken out there.
 */
class AgreementTest {
    private static final Path LIST =
            Path.of(System.getProperty("assay.bundles", ".."), "audit-archtest/src/test/resources/cases/differing.txt");

    static Stream<RuleSet> editions() throws IOException {
        return Examples.editions().filter(rules -> !rules.pack().procedures().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void ofRulesAndCasesInEachWorkedExampleSaveWhatTheListNames(RuleSet rules) throws IOException {
        SeenBy seen = SeenBy.read();
        Agreement agreement = new Agreement(rules, seen);
        Course.of(rules, seen).parallelStream().forEach(agreement::look);
        String edition = rules.pack().regime() + " " + rules.pack().version();
        SortedMap<String, String> listed = listed(edition);
        assertThat(told(agreement.found(), listed))
                .as("of %s, not in the list", edition)
                .isEmpty();
        assertThat(listed.keySet())
                .as("in the list of %s, and found", edition)
                .isSubsetOf(agreement.found().keySet());
    }

    private static String told(Map<String, String> found, Map<String, String> listed) {
        return found.entrySet().stream()
                .filter(one -> !listed.containsKey(one.getKey()))
                .map(one -> one.getKey() + " (" + one.getValue() + ")\n")
                .collect(Collectors.joining());
    }

    /** What the list names of an edition, with the reason. */
    private static SortedMap<String, String> listed(String edition) throws IOException {
        SortedMap<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            String[] parts = line.split(" \\| ", 3);
            assertThat(parts)
                    .as("an edition, what differs, and the reason: " + line)
                    .hasSize(3);
            assertThat(parts[2]).as(line).isNotBlank();
            if (parts[0].equals(edition)) {
                assertThat(listed.put(parts[1], parts[2]))
                        .as("named once: " + line)
                        .isNull();
            }
        }
        return listed;
    }
}
