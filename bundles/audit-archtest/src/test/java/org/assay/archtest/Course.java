package org.assay.archtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.ConformanceReader;
import org.assay.engine.pack.Procedure;
import org.assay.engine.pack.Requirement;

/**
 * An ordinary course of events: a worked example of a procedure, or, in the pack or its conformance files, of a requirement that sees
 * one, with the days on which it is looked at. Examples of other requirements would show cases that nothing is compared with.
 */
record Course(String name, Map<String, Object> given, Map<String, Object> options, Set<LocalDate> days) {
    private static final Path BUNDLES = Path.of(System.getProperty("assay.bundles", ".."));

    /** Those of one edition, on days on which it speaks; what several examples give is one course. */
    static Collection<Course> of(RuleSet rules, SeenBy seen) throws IOException {
        Map<Object, Course> once = new LinkedHashMap<>();
        all(rules, seen.ofAny(rules.pack().regime()))
                .forEach(course -> once.merge(List.of(course.given(), course.options()), course, Course::and));
        return once.values();
    }

    private Course and(Course other) {
        Set<LocalDate> both = new TreeSet<>(days);
        both.addAll(other.days());
        return new Course(name, given, options, both);
    }

    private static List<Course> all(RuleSet rules, Set<String> seeing) throws IOException {
        List<Course> all = new ArrayList<>();
        for (Procedure procedure : rules.pack().procedures()) {
            procedure
                    .trials()
                    .forEach(trial -> all.add(new Course(
                            procedure.name() + ", " + trial.name(),
                            trial.given(),
                            trial.options(),
                            inForce(rules, trial.states().keySet()))));
        }
        rules.pack().requirements().stream()
                .filter(requirement -> seeing.contains(requirement.id()))
                .forEach(requirement ->
                        requirement.cases().forEach(example -> all.add(of(rules, requirement, example))));
        conformance(rules).stream()
                .filter(one -> seeing.contains(one.requirement().id()))
                .forEach(one -> all.add(of(rules, one.requirement(), one.example())));
        return all;
    }

    private static Course of(RuleSet rules, Requirement requirement, Requirement.Case example) {
        return new Course(
                requirement.id() + ", " + example.name(),
                example.given(),
                example.options(),
                inForce(rules, Set.of(LocalDate.parse(example.asOf()))));
    }

    private static Set<LocalDate> inForce(RuleSet rules, Collection<LocalDate> days) {
        Set<LocalDate> held = new TreeSet<>(days);
        held.removeIf(day -> !rules.pack().inForce().holds(day));
        return held;
    }

    private static List<ConformanceReader.Conformance> conformance(RuleSet rules) throws IOException {
        Path module = BUNDLES.resolve("regime-" + rules.pack().regime());
        List<byte[]> editions = read(module.resolve("src/main/packs"));
        List<ConformanceReader.Conformance> all = new ArrayList<>();
        for (byte[] file : read(module.resolve("src/test/resources/conformance"))) {
            ConformanceReader.read(file, editions).stream()
                    .filter(one -> one.version().equals(rules.pack().version()))
                    .forEach(all::add);
        }
        return all;
    }

    private static List<byte[]> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Course::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
