package org.assay.engine.intake;

import org.assay.engine.facts.NetworkFacts;

/**
 * A document that was taken.
 *
 * @param facts what it says
 * @param report what the reader has to say about it
 */
public record Intake(NetworkFacts facts, IntakeReport report) {}
