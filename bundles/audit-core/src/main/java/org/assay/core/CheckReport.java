package org.assay.core;

import java.util.List;

/**
 * What the check of a pack that was accepted found.
 *
 * @param requirements how many it has
 * @param clauses how many clauses they have together
 * @param cases how many worked examples were run, all as expected
 * @param warnings what is odd but allowed, a line each
 */
public record CheckReport(int requirements, int clauses, int cases, List<String> warnings) {
    public CheckReport {
        warnings = List.copyOf(warnings);
    }
}
