package org.assay.core;

import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.LegalSource;
import org.assay.engine.facts.Ask;

/**
 * A verdict with all that somebody needs to act on it.
 *
 * @param verdict the verdict
 * @param remedy what to do, by language; may be empty
 * @param addressee who must act
 * @param source where the requirement is written
 * @param consequence what a breach may cost, by language; empty where it is not FAIL
 * @param facts the facts that decided it, in the order in which they were read
 * @param asks for UNKNOWN: whom to ask what
 * @param concerns ids of the components that stand behind a verdict on something larger
 */
public record Finding(
        Verdict verdict,
        Map<String, String> remedy,
        Addressee addressee,
        LegalSource source,
        Map<String, String> consequence,
        List<FactUsed> facts,
        List<MissingFact> asks,
        List<String> concerns) {
    public Finding {
        remedy = Texts.copy(remedy);
        consequence = Texts.copy(consequence);
        facts = List.copyOf(facts);
        asks = List.copyOf(asks);
        concerns = List.copyOf(concerns);
    }

    /**
     * A fact that a rule read.
     *
     * @param path such as {@code component.software.version}
     * @param value as text; {@code (missing)} where it is
     */
    public record FactUsed(String path, String value) {}

    /**
     * A fact that is missing.
     *
     * @param path such as {@code component.firstUse}; or what else is missing, in words
     * @param ask whom to ask what
     */
    public record MissingFact(String path, Ask ask) {}
}
