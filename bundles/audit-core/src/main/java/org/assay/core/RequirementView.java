package org.assay.core;

import java.time.LocalDate;
import java.util.Map;
import org.assay.api.Addressee;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Severity;

/**
 * A requirement of a pack.
 *
 * @param regime the regime's id
 * @param id its official id
 * @param title by language
 * @param text what it demands, by language; may be empty
 * @param binding how strongly it binds
 * @param severity how grave a breach is
 * @param addressee who must act
 * @param subject what it speaks of: {@code component}, {@code supplier}, …, {@code evidence.<kind>}
 * @param from the first day it is in force
 * @param to the last day, {@link org.assay.engine.facts.Days#NEVER} where there is none
 * @param source where it is written
 * @param consequence what a breach may cost, by language; may be empty
 * @param removal whether what does not meet it has to leave the network, or must not come in
 */
public record RequirementView(
        String regime,
        String id,
        Map<String, String> title,
        Map<String, String> text,
        Binding binding,
        Severity severity,
        Addressee addressee,
        String subject,
        LocalDate from,
        LocalDate to,
        LegalSource source,
        Map<String, String> consequence,
        boolean removal) {
    public RequirementView {
        title = Texts.copy(title);
        text = Texts.copy(text);
        consequence = Texts.copy(consequence);
    }
}
