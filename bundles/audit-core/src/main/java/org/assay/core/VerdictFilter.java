package org.assay.core;

import java.util.Set;
import org.assay.api.Outcome;
import org.assay.api.Severity;

/**
 * Which verdicts are wanted. An empty set means all.
 *
 * @param regimes ids of regimes
 * @param requirements ids of requirements
 * @param kinds kinds of subject: {@code component}, {@code supplier}, …
 * @param subjects ids of subjects
 * @param outcomes outcomes
 * @param severities severities
 * @param historic whether verdicts of requirements that are out of force are wanted too
 */
public record VerdictFilter(
        Set<String> regimes,
        Set<String> requirements,
        Set<String> kinds,
        Set<String> subjects,
        Set<Outcome> outcomes,
        Set<Severity> severities,
        boolean historic) {
    /** Everything that is not historic. */
    public static final VerdictFilter ALL =
            new VerdictFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);

    public VerdictFilter {
        regimes = Set.copyOf(regimes);
        requirements = Set.copyOf(requirements);
        kinds = Set.copyOf(kinds);
        subjects = Set.copyOf(subjects);
        outcomes = Set.copyOf(outcomes);
        severities = Set.copyOf(severities);
    }
}
