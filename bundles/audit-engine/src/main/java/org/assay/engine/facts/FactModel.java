package org.assay.engine.facts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The types of all records: the core model, and what the packs of some regimes declare beside it. Immutable, safe for use
 * by many threads.
 */
public final class FactModel {
    private static final String EVIDENCE = "evidence";

    /** The kind of evidence that takes back what it is about. */
    public static final String CORRECTION = "correction";

    private static final SortedSet<String> OF_EVERY_REGIME = new TreeSet<>(Set.of(CORRECTION, "determination"));

    private final Map<Kind, RecordType> kinds;
    private final Map<String, RecordType> named;
    private final SortedMap<String, Map<String, RecordType>> declared;
    private final SortedSet<String> read;
    private final SortedSet<String> opening;
    private final SortedMap<String, SortedSet<String>> results;

    FactModel(Map<Kind, RecordType> kinds, Map<String, RecordType> named) {
        this(kinds, named, Collections.emptySortedMap(), OF_EVERY_REGIME, Collections.emptySortedSet(), Map.of());
    }

    private FactModel(
            Map<Kind, RecordType> kinds,
            Map<String, RecordType> named,
            SortedMap<String, Map<String, RecordType>> declared,
            SortedSet<String> read,
            SortedSet<String> opening,
            Map<String, SortedSet<String>> results) {
        this.kinds = Collections.unmodifiableMap(new EnumMap<>(kinds));
        this.named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        this.declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
        this.read = Collections.unmodifiableSortedSet(new TreeSet<>(read));
        this.opening = Collections.unmodifiableSortedSet(new TreeSet<>(opening));
        this.results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    }

    /** The core model alone. */
    public static FactModel core() {
        return Holder.CORE;
    }

    /**
     * This model and what one regime's pack declares; replaces what was declared for that regime before.
     *
     * @param regime the regime's id
     * @param facts what its pack declares
     * @throws IllegalArgumentException if a declaration is on no kind of record, or is made twice
     */
    public FactModel withDeclarations(String regime, List<? extends DeclaredFact> facts) {
        Map<String, Map<String, FieldDef>> fields = new TreeMap<>();
        for (DeclaredFact fact : facts) {
            requireKind(fact);
            FieldDef field = new FieldDef(fact.name(), fact.type(), false, "", fact.ask(), null);
            if (fields.computeIfAbsent(fact.on(), on -> new LinkedHashMap<>()).put(fact.name(), field) != null) {
                throw new IllegalArgumentException(
                        "the fact '" + fact.name() + "' of " + fact.on() + " is declared twice");
            }
        }
        Map<String, RecordType> types = new TreeMap<>();
        fields.forEach((on, some) -> types.put(on, new RecordType("facts " + regime + " " + on, some)));
        SortedMap<String, Map<String, RecordType>> all = new TreeMap<>(declared);
        all.put(regime, Collections.unmodifiableMap(types));
        return new FactModel(kinds, named, all, read, opening, results);
    }

    /** This model, and kinds of evidence that rules or procedures read, whether or not facts are declared on them. */
    public FactModel withEvidence(Collection<String> kinds) {
        SortedSet<String> more = new TreeSet<>(read);
        more.addAll(kinds);
        return new FactModel(this.kinds, named, declared, more, opening, results);
    }

    /** This model, and kinds of evidence that open a case: such a record need not be about anything else. */
    public FactModel withOpening(Collection<String> kinds) {
        SortedSet<String> more = new TreeSet<>(opening);
        more.addAll(kinds);
        return new FactModel(this.kinds, named, declared, read, more, results);
    }

    /** This model, and the results of evidence that moves of procedures ask for, by kind. */
    public FactModel withResults(Map<String, ? extends Collection<String>> asked) {
        SortedMap<String, SortedSet<String>> more = new TreeMap<>(results);
        asked.forEach((kind, words) -> {
            SortedSet<String> all = new TreeSet<>(more.getOrDefault(kind, Collections.emptySortedSet()));
            all.addAll(words);
            more.put(kind, Collections.unmodifiableSortedSet(all));
        });
        return new FactModel(kinds, named, declared, read, opening, more);
    }

    /** The results that moves of procedures ask of a kind of evidence; none where no move asks for any. */
    public SortedSet<String> results(String kind) {
        return results.getOrDefault(kind, Collections.emptySortedSet());
    }

    /** Whether evidence of a kind opens a case of some regime's procedure. */
    public boolean opensCase(String kind) {
        return opening.contains(kind);
    }

    private static void requireKind(DeclaredFact fact) {
        String on = fact.on();
        boolean kind = Arrays.stream(Kind.values()).anyMatch(some -> some.word().equals(on));
        boolean evidence = on.startsWith(EVIDENCE + ".") && on.length() > EVIDENCE.length() + 1;
        if (!kind && !evidence) {
            throw new IllegalArgumentException(
                    "no kind of record is called '" + on + "'; facts are declared on operator,"
                            + " network, country, supplier, site, component, contract, order, dependant, partner,"
                            + " replacement or evidence.<kind>");
        }
    }

    /** The fields of a kind of record. */
    public RecordType type(Kind kind) {
        return kinds.get(kind);
    }

    /** The kinds of record with their fields. */
    public Map<Kind, RecordType> kinds() {
        return kinds;
    }

    /** The named records that types may use, such as {@code Software}; for {@link FactTypes#parse}. */
    public Map<String, RecordType> named() {
        return named;
    }

    /** The regimes whose declarations it has. */
    public Set<String> regimes() {
        return declared.keySet();
    }

    /**
     * The facts that a regime's pack declares.
     *
     * @param regime the regime's id
     * @param on a kind's word, or {@code evidence.<kind>}, which has what is declared on all evidence as well
     * @return their types; without fields if it declares none there, or if the regime is not known
     */
    public RecordType declared(String regime, String on) {
        Map<String, RecordType> types = declared.getOrDefault(regime, Map.of());
        RecordType own = types.get(on);
        RecordType general = on.startsWith(EVIDENCE + ".") ? types.get(EVIDENCE) : null;
        if (own == null || general == null) {
            RecordType only = own == null ? general : own;
            return only == null ? new RecordType("facts " + regime + " " + on, Map.of()) : only;
        }
        Map<String, FieldDef> both = new LinkedHashMap<>(general.fields());
        both.putAll(own.fields());
        return new RecordType(own.name(), both);
    }

    /** The kinds of evidence on which regimes declare facts, in order. */
    public SortedSet<String> evidenceKinds() {
        String start = EVIDENCE + ".";
        SortedSet<String> kinds = new TreeSet<>(read);
        declared.values().stream()
                .flatMap(types -> types.keySet().stream())
                .filter(on -> on.startsWith(start))
                .forEach(on -> kinds.add(on.substring(start.length())));
        return kinds;
    }

    /** The word under which a record's facts are declared: its kind's, with the kind of evidence where it is evidence. */
    public static String on(Kind kind, FactRecord record) {
        Optional<String> evidence = kind == Kind.EVIDENCE ? record.text("kind") : Optional.empty();
        return evidence.map(some -> EVIDENCE + "." + some).orElse(kind.word());
    }

    /**
     * Whom to ask what when a fact is missing.
     *
     * @param on a kind's word, or {@code evidence.<kind>}
     * @param id the record's id
     * @param path the field, with dots where it lies in a record ({@code software.version}); {@code facts.<regime>.<name>}
     *     for what a pack declares
     * @return the question written for the field, else that of the field which holds it, else a generic one to the operator
     */
    public Ask ask(String on, String id, String path) {
        return written(on, path).orElseGet(() -> Unwritten.fact(path, kind(on), id));
    }

    /** The question that is written for a field, or for the one which holds it; parameters as for {@link #ask}. */
    public Optional<Ask> written(String on, String path) {
        String[] steps = path.split("\\.");
        boolean facts = steps.length > 2 && steps[0].equals("facts");
        RecordType start = facts ? declared(steps[1], on) : kinds.get(Kind.ofWord(kind(on)));
        return Optional.ofNullable(nearest(start, Arrays.asList(steps).subList(facts ? 2 : 0, steps.length)));
    }

    private static String kind(String on) {
        return on.startsWith(EVIDENCE + ".") ? EVIDENCE : on;
    }

    private static @Nullable Ask nearest(RecordType start, List<String> steps) {
        RecordType type = start;
        Ask ask = null;
        for (String step : steps) {
            FieldDef field = type.fields().get(step);
            if (field == null) {
                return ask;
            }
            ask = field.ask() != null ? field.ask() : ask;
            type = nested(field.type(), type);
        }
        return ask;
    }

    private static RecordType nested(FactType type, RecordType otherwise) {
        if (type instanceof FactType.ListOf list) {
            return nested(list.element(), otherwise);
        }
        return type instanceof FactType.Nested nested ? nested.type() : otherwise;
    }

    /**
     * The facts as an audit sees them: what packs of this model's regimes declare is typed by their declarations. A stored
     * fact that does not fit its declaration is left out, and thus counts as missing; so is one that is not declared.
     */
    public NetworkFacts fit(NetworkFacts facts) {
        return new FactFitting(this).fit(facts);
    }

    /** One record as {@link #fit(NetworkFacts)} gives it. */
    public FactRecord fit(Kind kind, FactRecord record) {
        return new FactFitting(this).fit(kind, record);
    }

    /** Read once, when first asked for. */
    private static final class Holder {
        static final FactModel CORE = FactModelReader.readCore();
    }
}
