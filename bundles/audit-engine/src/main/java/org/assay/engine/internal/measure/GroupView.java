package org.assay.engine.internal.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.lang.CompiledMeasure;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.CelRecord;
import org.assay.engine.internal.world.Unknown;

/** One group of a measure as expressions see it; or one that may be there, its key being unknown. Immutable. */
public final class GroupView extends CelRecord {
    private final boolean weighed;
    private final Map<String, Object> fields;

    private GroupView(boolean weighed, Map<String, Object> fields) {
        this.weighed = weighed;
        this.fields = fields;
    }

    /**
     * The group that some may form whose key is missing: it may have any of them, or not be there at all.
     *
     * @param members none of whom surely belongs to it
     */
    static GroupView perhaps(CompiledMeasure measure, List<Member> members, Predicate<String> taken) {
        return of(measure, Unknown.of(missing(members)), members, taken);
    }

    /** True, or unknown where the group only may be there. */
    public Object sure() {
        return fields.get("key") instanceof Unknown key ? key : (Object) true;
    }

    /**
     * A group.
     *
     * @param taken tells which fields anybody takes; of those that may be costly, others are left out
     */
    static GroupView of(CompiledMeasure measure, List<String> key, List<Member> members, Predicate<String> taken) {
        return of(measure, (Object) key, members, taken);
    }

    private static GroupView of(CompiledMeasure measure, Object key, List<Member> members, Predicate<String> taken) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("empty", empty(members));
        switch (measure.def().function()) {
            case SHARE -> measure.weights().forEach(by -> fields.put(by, Shares.of(members, by)));
            case SHARES -> byKey(measure, members, taken, fields);
            default -> fields.put("value", value(measure, members));
        }
        return new GroupView(measure.isWeighed(), fields);
    }

    private static void byKey(
            CompiledMeasure measure, List<Member> members, Predicate<String> taken, Map<String, Object> fields) {
        if (taken.test("distinct")) {
            fields.put("distinct", KeyShares.distinct(members, missing(members)));
        }
        if (taken.test("keys")) {
            fields.put("keys", keys(members));
        }
        measure.weights().stream().filter(taken).forEach(by -> fields.put(by, KeyShares.of(members, by)));
    }

    /** The keys that are there for sure, and where there may be others, one that is unknown. */
    private static List<Object> keys(List<Member> members) {
        Set<String> sure = KeyShares.sureKeys(members);
        List<Object> keys = new ArrayList<>(sure);
        boolean more = members.stream()
                .anyMatch(member -> !member.key().map(sure::contains).orElse(false));
        if (more) {
            keys.add(Unknown.of(missing(members)));
        }
        return List.copyOf(keys);
    }

    private static Object empty(List<Member> members) {
        if (members.stream().anyMatch(Member::certain)) {
            return false;
        }
        return members.isEmpty() ? (Object) true : Unknown.of(missing(members));
    }

    private static Object value(CompiledMeasure measure, List<Member> members) {
        if (members.isEmpty() && measure.isEarliest()) {
            return Days.NEVER;
        }
        return switch (measure.def().function()) {
            case COUNT -> count(members);
            case ANY -> any(count(members));
            case MIN -> extreme(members, true);
            default -> extreme(members, false);
        };
    }

    private static CountValue count(List<Member> members) {
        return new CountValue(size(members, Member::surelyMatches), size(members, Member::mayMatch), missing(members));
    }

    private static long size(List<Member> members, Predicate<Member> some) {
        return members.stream().filter(some).mapToLong(Member::size).sum();
    }

    private static Object any(CountValue count) {
        return count.reaches(1);
    }

    private static Object extreme(List<Member> members, boolean least) {
        Comparable<?> sure = null;
        boolean open = false;
        for (Member member : members) {
            Comparable<?> value = (Comparable<?>) member.value();
            if (value == null || !member.certain()) {
                open = true;
            } else if (sure == null || least == before(value, sure)) {
                sure = value;
            }
        }
        if (sure == null) {
            return Unknown.of(missing(members));
        }
        if (!open) {
            return sure;
        }
        return new Range(least ? Range.lowest(sure) : sure, least ? sure : Range.highest(sure), missing(members));
    }

    @SuppressWarnings("unchecked")
    private static boolean before(Object first, Object second) {
        return ((Comparable<Object>) first).compareTo(second) < 0;
    }

    private static Set<String> missing(List<Member> members) {
        Set<String> missing = new TreeSet<>();
        members.stream()
                .flatMap(member -> member.missing().stream())
                .limit(Shares.MAX_MISSING)
                .forEach(missing::add);
        return missing;
    }

    /** What a rule sees that does not ask for groups: the value itself, of shares all their weights. */
    Object single() {
        return weighed ? this : fields.get("value");
    }

    /** The fields by name: {@code key}, {@code empty}, and the weights or {@code value}. */
    public Map<String, Object> fields() {
        return Map.copyOf(fields);
    }

    @Override
    public Object select(String field) {
        return Unknown.toCel(fields.get(field));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!name.startsWith("key") && !name.equals("empty")) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(name)
                        .append(' ')
                        .append(value);
            }
        });
        Object key = fields.get("key");
        return key.equals(List.of())
                ? text.toString()
                : (key instanceof Unknown ? Template.print(key) : key) + ": " + text;
    }
}
