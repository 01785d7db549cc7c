package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.RecordType;

/** Reads a stored fact as a pack types it. A snapshot may hold facts that were read before the pack was known. */
final class StoredFact {
    private StoredFact() {}

    /** The value in its type, empty where it does not fit. */
    static Optional<Object> fit(Object value, FactType type) {
        if (type instanceof FactType.Bool) {
            return only(value, Boolean.class);
        }
        if (type instanceof FactType.Int) {
            return value instanceof Integer small ? Optional.of(small.longValue()) : only(value, Long.class);
        }
        if (type instanceof FactType.Date) {
            return value instanceof LocalDate ? Optional.of(value) : text(value).flatMap(StoredFact::day);
        }
        if (type instanceof FactType.Share) {
            return value instanceof Fraction ? Optional.of(value) : text(value).flatMap(StoredFact::share);
        }
        if (type instanceof FactType.OneOf oneOf) {
            return text(value).filter(oneOf.values()::contains).map(Object.class::cast);
        }
        if (type instanceof FactType.ListOf list) {
            return value instanceof List<?> values ? list(values, list.element()) : Optional.empty();
        }
        if (type instanceof FactType.Nested nested) {
            return record(value, nested.type());
        }
        return text(value).map(Object.class::cast);
    }

    private static Optional<Object> only(Object value, Class<?> wanted) {
        return wanted.isInstance(value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<String> text(Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Object> day(String text) {
        try {
            return Optional.of(text.equals("never") ? Days.NEVER : LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Object> share(String text) {
        try {
            return Optional.of(Fraction.parse(text));
        } catch (IllegalArgumentException noShare) {
            return Optional.empty();
        }
    }

    private static Optional<Object> list(List<?> values, FactType element) {
        List<Object> fitting = new ArrayList<>();
        for (Object value : values) {
            Optional<Object> fit = fit(value, element);
            if (fit.isEmpty()) {
                return Optional.empty();
            }
            fitting.add(fit.get());
        }
        return Optional.of(List.copyOf(fitting));
    }

    private static Optional<Object> record(Object value, RecordType type) {
        Map<?, ?> stored = value instanceof FactRecord record ? record.values() : value instanceof Map<?, ?> m ? m : null;
        if (stored == null) {
            return Optional.empty();
        }
        Map<String, Object> fitting = new HashMap<>();
        for (Map.Entry<?, ?> entry : stored.entrySet()) {
            type.field(entry.getKey().toString())
                    .flatMap(field -> fit(entry.getValue(), field.type()))
                    .ifPresent(fit -> fitting.put(entry.getKey().toString(), fit));
        }
        return Optional.of(new FactRecord(type, fitting));
    }
}
