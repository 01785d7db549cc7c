package org.assay.engine.matrix;

import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a clause stands for on the day of an evaluation.
 *
 * @param outcome the verdict's outcome; a requirement that is not yet in force has PENDING for its FAIL
 * @param code the clause's stable word; empty if none
 * @param severity the clause's, else the requirement's
 * @param forecast for a proposal: the outcome that its list decided; null otherwise
 */
public record ClauseMeaning(Outcome outcome, String code, Severity severity, @Nullable Outcome forecast) {}
