package org.assay.engine.conformance;

import org.assay.api.Subject;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.pack.Requirement;

/**
 * A worked example whose facts were read once, to be judged as often as wanted. Immutable and thread-safe.
 *
 * @param requirement the requirement's id
 * @param example the case as written
 * @param facts the network that its facts make
 * @param subject of whom its verdict speaks
 */
public record PreparedCase(String requirement, Requirement.Case example, NetworkFacts facts, Subject subject) {}
