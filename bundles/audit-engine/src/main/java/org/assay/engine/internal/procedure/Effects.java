package org.assay.engine.internal.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledEffect;
import org.assay.engine.internal.lang.CompiledProcedure.CompiledMove;
import org.assay.engine.pack.Procedure.Effect;
import org.jspecify.annotations.Nullable;

/** What one move does to evidence. Used once. */
final class Effects {
    private static final String MOVE = "move";
    private static final String FACTS = "facts";
    private static final String VALID_UNTIL = "validUntil";

    private final Stage stage;
    private final String opener;
    private final Course course;
    private final Map<String, FactRecord> changed;
    private final Map<String, String> names;
    private final String move;
    private final @Nullable LocalDate day;
    private final RuleContext.Variables variables;

    Effects(
            Stage stage,
            String opener,
            Course course,
            String move,
            @Nullable LocalDate day,
            RuleContext.Variables variables) {
        this.stage = stage;
        this.opener = opener;
        this.course = course;
        this.changed = new HashMap<>(course.changed());
        this.names = new HashMap<>(course.names());
        this.move = move;
        this.day = day;
        this.variables = variables;
    }

    Map<String, FactRecord> changed() {
        return changed;
    }

    Map<String, String> names() {
        return names;
    }

    /** Works the effects of a move, in their order, and keeps its record. */
    Effects of(CompiledMove compiled) {
        for (CompiledEffect effect : compiled.effects()) {
            switch (effect.effect().verb()) {
                case CREATE -> create(effect);
                case END -> change(effect, this::ended);
                case BOUND -> change(effect, this::bounded);
            }
        }
        if (!compiled.move().keep().isEmpty()) {
            names.put(compiled.move().keep(), move);
        }
        return this;
    }

    /** Makes a record of another one. */
    private interface Change {
        void to(CompiledEffect effect, Map<String, Object> values);
    }

    private void create(CompiledEffect compiled) {
        Effect effect = compiled.effect();
        String id = opener + ":" + effect.what() + ":" + (changed.size() + 1);
        Map<String, Object> values = new TreeMap<>();
        Map<String, Object> facts = new TreeMap<>();
        effect.copy().forEach((source, fields) -> copy(source, fields, values, facts));
        values.put("id", id);
        values.put("kind", effect.what());
        values.put("about", about());
        if (day != null) {
            values.put("issued", day);
        }
        compiled.set().forEach((field, value) -> set(field, value, values, facts));
        String regime = stage.pack().pack().regime();
        Map<String, Map<String, Object>> declared = facts.isEmpty() ? Map.of() : Map.of(regime, facts);
        changed.put(id, new FactRecord(stage.world().schema().type(Kind.EVIDENCE), values, declared));
        if (!effect.keep().isEmpty()) {
            names.put(effect.keep(), id);
        }
    }

    private List<String> about() {
        List<String> about = new ArrayList<>();
        if (stage.facts().find(Kind.EVIDENCE, opener).isPresent()) {
            about.add(opener);
        }
        if (!move.isEmpty()) {
            about.add(move);
        }
        return about.stream().sorted().toList();
    }

    private void copy(String source, List<String> fields, Map<String, Object> values, Map<String, Object> facts) {
        record(source.equals(MOVE) ? move : names.get(source)).ifPresent(from -> {
            for (String field : fields) {
                if (field.equals(FACTS)) {
                    facts.putAll(from.factsOf(stage.pack().pack().regime()));
                } else {
                    from.get(field).ifPresent(value -> values.put(field, value));
                }
            }
        });
    }

    private Optional<FactRecord> record(@Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        FactRecord own = changed.get(id);
        return own == null ? stage.facts().find(Kind.EVIDENCE, id) : Optional.of(own);
    }

    private void set(String field, Compiled value, Map<String, Object> values, Map<String, Object> facts) {
        Map<String, Object> into = field.startsWith(FACTS + ".") ? facts : values;
        String name = into == facts ? field.substring(FACTS.length() + 1) : field;
        Optional<Object> known = Replay.run(value, course, variables).known();
        into.remove(name);
        // What packs declare stands in a snapshot as it was read
        known.ifPresent(set -> into.put(name, into == facts && set instanceof LocalDate date ? Days.print(date) : set));
    }

    private void change(CompiledEffect effect, Change change) {
        String id = names.get(effect.effect().what());
        record(id).ifPresent(before -> {
            Map<String, Object> values = new TreeMap<>(before.values());
            change.to(effect, values);
            changed.put(String.valueOf(id), new FactRecord(before.type(), values, before.regimeFacts()));
        });
    }

    private void ended(CompiledEffect effect, Map<String, Object> values) {
        if (day == null) {
            values.remove(VALID_UNTIL);
            return;
        }
        values.put("ended", day);
        values.put("endedHow", effect.effect().how());
    }

    private void bounded(CompiledEffect effect, Map<String, Object> values) {
        Compiled until = effect.until();
        Optional<Object> last = until == null
                ? Optional.empty()
                : Replay.run(until, course, variables).known();
        Object before = values.get(VALID_UNTIL);
        if (last.isEmpty()) {
            values.remove(VALID_UNTIL);
        } else if (!(before instanceof LocalDate end) || end.isAfter((LocalDate) last.get())) {
            values.put(VALID_UNTIL, last.get());
        }
    }
}
