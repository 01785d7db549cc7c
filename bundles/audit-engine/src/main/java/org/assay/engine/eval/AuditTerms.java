package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * On what terms facts are judged by one pack.
 *
 * @param asOf the day whose law is applied, a civil date in the pack's time zone
 * @param recordedOn the day on which the snapshot was recorded: statuses speak for it and later
 * @param options chosen options by name, values as {@link org.assay.engine.facts.FactType} says; those left out have their
 *     default
 */
public record AuditTerms(LocalDate asOf, LocalDate recordedOn, Map<String, Object> options) {
    public AuditTerms {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}
