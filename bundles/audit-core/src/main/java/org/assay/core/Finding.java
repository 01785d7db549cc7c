package org.assay.core;

import java.util.List;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.LegalSource;

/**
 * A verdict with all that somebody needs to act on it.
 *
 * @param verdict the verdict
 * @param addressee who must act
 * @param source where the requirement is written
 * @param consequence what a breach may cost, by language; empty where it is not FAIL
 * @param facts the facts that decided it, in the order in which they were read
 * @param concerns ids of the components that stand behind a verdict on something larger
 */
public record Finding(
        Verdict verdict,
        Addressee addressee,
        LegalSource source,
        Map<String, String> consequence,
        List<FactUsed> facts,
        List<String> concerns) {
    public Finding {
        consequence = Texts.copy(consequence);
        facts = List.copyOf(facts);
        concerns = List.copyOf(concerns);
    }

    /**
     * A fact that a rule read.
     *
     * @param path such as {@code component.software.version}
     * @param value as text; {@code (missing)} where it is
     */
    public record FactUsed(String path, String value) {}
}
