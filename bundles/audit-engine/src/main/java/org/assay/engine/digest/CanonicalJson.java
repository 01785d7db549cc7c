package org.assay.engine.digest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Fraction;

/**
 * RFC 8785 JSON of facts: keys sorted, no white space, whole numbers only, dates and shares as text, what is absent left
 * out. Lists are written as sets (sorted; a scalar that is there twice once) unless the model says that their order counts.
 * Stateless.
 */
public final class CanonicalJson {
    /** The order of the elements of a set: texts by their UTF-16 code units, then all else by its canonical text. */
    public static final Comparator<Object> ORDER = CanonicalJson::compare;

    /** The name under which a record holds what packs declare. */
    public static final String FACTS = "facts";

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @param value a Boolean, Long, String, LocalDate, Fraction, FactRecord, or a Collection or Map of these
     * @throws IllegalArgumentException if it is, or holds, anything else
     */
    public static String text(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, false, out);
        return out.toString();
    }

    /** The canonical text of a value in UTF-8. */
    public static byte[] bytes(Object value) {
        return bytes(value, false);
    }

    /**
     * The canonical text of a value in UTF-8.
     *
     * @param ordered whether, if it is a list, the order of its elements says something
     */
    public static byte[] bytes(Object value, boolean ordered) {
        StringBuilder out = new StringBuilder();
        write(value, ordered, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The elements of a set in canonical order, scalars once. */
    public static List<Object> set(Collection<?> elements) {
        List<Object> sorted = new ArrayList<>(elements);
        sorted.sort(ORDER);
        List<Object> set = new ArrayList<>(sorted.size());
        for (Object element : sorted) {
            boolean again = !set.isEmpty() && set.get(set.size() - 1).equals(element);
            if (!again || isComposite(element)) {
                set.add(element);
            }
        }
        return List.copyOf(set);
    }

    /** Consistent, because the canonical form of a text begins with a sign that is smaller than all other beginnings. */
    private static int compare(Object one, Object other) {
        return one instanceof String text && other instanceof String second
                ? text.compareTo(second)
                : text(one).compareTo(text(other));
    }

    private static boolean isComposite(Object value) {
        return value instanceof FactRecord || value instanceof Map || value instanceof Collection;
    }

    private static void write(Object value, boolean ordered, StringBuilder out) {
        if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Boolean || value instanceof Long) {
            out.append(value);
        } else if (value instanceof LocalDate day) {
            quote(Days.print(day), out);
        } else if (value instanceof Fraction) {
            quote(value.toString(), out);
        } else if (value instanceof FactRecord record) {
            record(record, out);
        } else if (value instanceof Collection<?> list) {
            list(ordered ? list : set(list), out);
        } else if (value instanceof Map<?, ?> map) {
            map(map, out);
        } else {
            throw new IllegalArgumentException(value.getClass() + " is no value of a fact");
        }
    }

    private static void list(Collection<?> elements, StringBuilder out) {
        out.append('[');
        String comma = "";
        for (Object element : elements) {
            out.append(comma);
            write(element, false, out);
            comma = ",";
        }
        out.append(']');
    }

    private static void map(Map<?, ?> map, StringBuilder out) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        sorted.forEach((key, value) -> member(key, value, false, out));
        out.append('}');
    }

    private static void record(FactRecord record, StringBuilder out) {
        out.append('{');
        boolean facts = !record.regimeFacts().isEmpty();
        for (Map.Entry<String, Object> value : record.values().entrySet()) {
            if (facts && value.getKey().compareTo(FACTS) > 0) {
                member(FACTS, record.regimeFacts(), false, out);
                facts = false;
            }
            member(value.getKey(), value.getValue(), isOrdered(record, value.getKey()), out);
        }
        if (facts) {
            member(FACTS, record.regimeFacts(), false, out);
        }
        out.append('}');
    }

    private static boolean isOrdered(FactRecord record, String field) {
        FieldDef def = record.type().fields().get(field);
        return def != null && def.type() instanceof FactType.ListOf list && list.ordered();
    }

    private static void member(String key, Object value, boolean ordered, StringBuilder out) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        quote(key, out);
        out.append(':');
        write(value, ordered, out);
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                out.append('\\').append(sign);
            } else if (sign < ' ') {
                control(sign, out);
            } else {
                out.append(sign);
            }
        }
        out.append('"');
    }

    private static void control(char sign, StringBuilder out) {
        int letter = "\b\t\n\f\r".indexOf(sign);
        if (letter >= 0) {
            out.append('\\').append("btnfr".charAt(letter));
        } else {
            out.append("\\u00").append(sign < 0x10 ? '0' : '1').append(HEX.charAt(sign & 0xf));
        }
    }
}
