package org.assay.core.internal.audit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.api.Subject;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** Records as plain values. */
public final class Facts {
    private static final String EVIDENCE = "evidence.";

    private Facts() {}

    /** The record that a verdict speaks of. */
    public static Optional<FactRecord> find(NetworkFacts facts, Subject subject) {
        return kind(subject.kind()).flatMap(kind -> facts.find(kind, subject.id())
                .filter(record -> FactModel.on(kind, record).equals(subject.kind())));
    }

    private static Optional<Kind> kind(String word) {
        String plain = word.startsWith(EVIDENCE) ? Kind.EVIDENCE.word() : word;
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(plain)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** A record as a document has it. */
    static Map<String, Object> plain(FactRecord record) {
        Map<String, Object> plain = new LinkedHashMap<>();
        record.values().forEach((name, value) -> plain.put(name, plain(value)));
        if (!record.regimeFacts().isEmpty()) {
            plain.put("facts", plainMap(record.regimeFacts()));
        }
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof FactRecord record) {
            return plain(record);
        } else if (value instanceof List<?> list) {
            return list.stream().map(Facts::plain).toList();
        } else if (value instanceof Map<?, ?> map) {
            return plainMap(map);
        } else if (value instanceof LocalDate day) {
            return Days.print(day);
        }
        return value instanceof Boolean || value instanceof Long ? value : value.toString();
    }

    private static Map<String, Object> plainMap(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }
}
