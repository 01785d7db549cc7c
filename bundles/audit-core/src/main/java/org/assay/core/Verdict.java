package org.assay.core;

import org.assay.api.Binding;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.api.Subject;

/**
 * The outcome of one requirement for one subject.
 *
 * @param regime the regime's id
 * @param requirement the requirement's id
 * @param subject what it speaks of
 * @param outcome the outcome
 * @param severity the deciding clause's severity, or else the requirement's
 * @param binding how strongly the requirement binds
 * @param code the deciding clause's stable reason; empty if it has none
 * @param settled whether a person's determination settled it
 * @param historic whether the requirement is out of force
 */
public record Verdict(
        String regime,
        String requirement,
        Subject subject,
        Outcome outcome,
        Severity severity,
        Binding binding,
        String code,
        boolean settled,
        boolean historic) {}
