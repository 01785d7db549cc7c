package org.assay.testkit.mutate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.MeasureDef;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * Which named things of a pack its requirements use, directly or through others. Names are {@code define:x},
 * {@code measure:x}, {@code reference:x}, {@code option:x}, and {@code text:x} for a text such as a kind of evidence. Immutable.
 */
final class Uses {
    private static final Map<String, String> ROOTS =
            Map.of("measures", "measure:", "reference", "reference:", "options", "option:");

    private final RulePack pack;
    private final Map<String, RulePack.Define> defines;

    Uses(RulePack pack) {
        this.pack = pack;
        this.defines = pack.defines().stream()
                .collect(Collectors.toMap(RulePack.Define::name, define -> define, (a, b) -> a, LinkedHashMap::new));
    }

    /** Everything that a requirement uses, and its id. */
    Set<String> of(Requirement requirement) {
        Set<String> names = new LinkedHashSet<>();
        requirement.decide().stream().flatMap(Uses::expressions).forEach(one -> add(one, names));
        names.add(requirement.id());
        return names;
    }

    /** The part of the pack that one requirement needs: what it does not use would be refused or compiled in vain. */
    RulePack only(String requirement) {
        List<Requirement> one = pack.requirements().stream()
                .filter(some -> some.id().equals(requirement))
                .toList();
        Set<String> names = new LinkedHashSet<>();
        one.forEach(some -> names.addAll(of(some)));
        List<Procedure> procedures =
                pack.procedures().stream().filter(Uses::hasEffects).toList();
        procedures.stream().flatMap(Uses::expressions).forEach(expression -> add(expression, names));
        Map<String, MeasureDef> measures = new LinkedHashMap<>(pack.measures());
        measures.keySet().removeIf(name -> !names.contains("measure:" + name));
        List<RulePack.Define> used = pack.defines().stream()
                .filter(define -> names.contains("define:" + define.name()))
                .toList();
        return Edit.of(pack.withProcedures(procedures))
                .requirements(one)
                .measures(measures)
                .defines(used)
                .done();
    }

    /** Only such a procedure changes what a requirement sees. */
    private static boolean hasEffects(Procedure procedure) {
        return procedure.moves().stream().anyMatch(move -> !move.effects().isEmpty());
    }

    private static Stream<Expr> expressions(Procedure procedure) {
        List<@Nullable Expr> all = new ArrayList<>();
        procedure.openings().forEach(opening -> {
            all.addAll(opening.guards());
            all.add(opening.from());
        });
        all.addAll(procedure.effective().values());
        for (Procedure.Move move : procedure.moves()) {
            all.add(move.day());
            all.addAll(move.guards());
            move.effects().forEach(effect -> {
                all.add(effect.until());
                all.addAll(effect.set().values());
            });
        }
        return all.stream().filter(Objects::nonNull);
    }

    private static Stream<Expr> expressions(Requirement.Clause clause) {
        return Stream.of(clause.when(), clause.due(), clause.concerns()).filter(Objects::nonNull);
    }

    private static Stream<Expr> expressions(MeasureDef measure) {
        List<Expr> all = new ArrayList<>(measure.per());
        all.add(measure.argument());
        Expr of = measure.of();
        if (of != null) {
            all.add(of);
        }
        return all.stream();
    }

    private void add(Expr expression, Set<String> names) {
        List<Token> tokens = Token.of(expression.text());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean member = i > 0 && tokens.get(i - 1).is(".");
            if (token.isText()) {
                names.add("text:" + token.text().substring(1, token.text().length() - 1));
            } else if (member && i > 1 && ROOTS.containsKey(tokens.get(i - 2).text())) {
                used(ROOTS.get(tokens.get(i - 2).text()) + token.text(), names);
            } else if (!member
                    && token.isName()
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("(")) {
                used("define:" + token.text(), names);
            }
        }
    }

    private void used(String name, Set<String> names) {
        String plain = name.substring(name.indexOf(':') + 1);
        RulePack.Define define = name.startsWith("define:") ? defines.get(plain) : null;
        MeasureDef measure = name.startsWith("measure:") ? pack.measures().get(plain) : null;
        boolean known = define != null || !name.startsWith("define:");
        if (!known || !names.add(name)) {
            return;
        }
        if (define != null) {
            add(define.body(), names);
        }
        if (measure != null) {
            expressions(measure).forEach(one -> add(one, names));
        }
    }
}
