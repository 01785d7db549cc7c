package org.assay.engine.internal.lang;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.world.PackSchema;

/**
 * What expressions about a subject can see besides its own facts, told from their typed form: which other records, and by which
 * way they lead there. Whatever is not known here is {@link #isOpen open}: it may see anything. Used by one thread.
 */
public final class Sight {
    final PackSchema schema;
    final View own;
    final List<Members> loops = new ArrayList<>();
    final Set<Kind> elsewhere = EnumSet.noneOf(Kind.class);
    final Map<Kind, Set<String>> listed = new EnumMap<>(Kind.class);
    final Set<Kind> named = EnumSet.noneOf(Kind.class);
    final Set<String> others = new HashSet<>();
    final Set<String> measures = new TreeSet<>();
    boolean open;
    boolean service;
    boolean otherDay;
    boolean metered;

    /**
     * For expressions that know their subject by a name.
     *
     * @param kind the kind of record that the subject is
     */
    public Sight(PackSchema schema, Kind kind, String subject) {
        this.schema = schema;
        this.own = new View(subject, kind);
    }

    /**
     * What is seen from a record: the subject, or a component that is met in a loop over the subject's own.
     *
     * @param name by which expressions know it
     * @param given the kinds of evidence that are asked for it
     * @param about the kinds of evidence that are asked about it
     * @param ways by kind of record the fields that lead there
     */
    public record View(String name, Kind kind, Set<String> given, Set<String> about, Map<Kind, Set<String>> ways) {
        View(String name, Kind kind) {
            this(name, kind, new HashSet<>(), new HashSet<>(), new EnumMap<>(Kind.class));
        }

        void way(Kind to, String path) {
            ways.computeIfAbsent(to, any -> new TreeSet<>()).add(path);
        }
    }

    /**
     * A loop over the components of the subject that comes to what its test comes to for each of them.
     *
     * @param component what is seen from one of them
     * @param test what is asked of one of them
     */
    public record Members(View component, Compiled test) {}

    /** What the conditions of a rule see. */
    public static Sight of(CompiledPack pack, CompiledRule rule) {
        String subject = rule.requirement().subject();
        Kind kind = subject.equals(rule.variable()) ? Kind.ofWord(subject) : Kind.EVIDENCE;
        Sight sight = new Sight(pack.schema(), kind, rule.variable());
        for (CompiledRule.CompiledClause clause : rule.clauses()) {
            if (clause.when() != null) {
                sight.add(clause.when());
            }
        }
        return sight;
    }

    /** Goes through an expression. */
    public Sight add(Compiled expression) {
        new SightWalk(this, expression).walk();
        return this;
    }

    /** What is seen from the subject. */
    public View own() {
        return own;
    }

    /** The loops over the subject's components. */
    public List<Members> loops() {
        return loops;
    }

    /** The kinds of record of which any may be seen, in whatever way. */
    public Set<Kind> elsewhere() {
        return elsewhere;
    }

    /** By kind of record the fields of evidence, of whatever kind and met in whatever way, that lead there. */
    public Map<Kind, Set<String>> listed() {
        return listed;
    }

    /** The kinds of record of which it is asked whether one is another one, and no more. */
    public Set<Kind> named() {
        return named;
    }

    /** The kinds of evidence that are asked for something else, or about something else. */
    public Set<String> others() {
        return others;
    }

    /** The measures that are read by name. */
    public Set<String> measures() {
        return measures;
    }

    /** Whether it may see anything. */
    public boolean isOpen() {
        return open;
    }

    /** Whether it asks what is in service. */
    public boolean isService() {
        return service;
    }

    /** Whether it asks for service on another day than that of the audit: then the day of the snapshot counts. */
    public boolean isOtherDay() {
        return otherDay;
    }

    /** Whether it has loops whose steps are bounded for each record. */
    public boolean isMetered() {
        return metered;
    }
}
