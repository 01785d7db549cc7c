package org.assay.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.facts.Days;
import org.assay.engine.fault.FaultException;

/**
 * Reads conformance files: lists of cases that stand beside a pack and each name a requirement of it. They are written as a
 * pack's own cases are, and may start from its bases. Stateless and thread-safe.
 */
public final class ConformanceReader {
    private ConformanceReader() {}

    /**
     * A case beside a pack.
     *
     * @param version the edition by which it is judged
     * @param requirement the requirement that it tries
     * @param article the place in the law from which it was taken; may be empty
     * @param example the case
     */
    public record Conformance(String version, Requirement requirement, String article, Requirement.Case example) {}

    /**
     * Reads a file.
     *
     * @param yaml UTF-8
     * @param editions the packs of the regime, UTF-8: a case is judged by the one with the highest version that is in force
     *     on the case's day, and names its requirements, options and bases
     * @throws FaultException with everything that is wrong, by line and column
     */
    public static List<Conformance> read(byte[] yaml, List<byte[]> editions) {
        FaultList faults = new FaultList();
        Values values = new Values(faults);
        List<Edition> known = editions.stream()
                .map(pack -> Edition.of(pack, values))
                .sorted(Comparator.comparing(Edition::numbers, Arrays::compare).reversed())
                .toList();
        List<Conformance> read = new ArrayList<>();
        for (YamlNode node : values.list(YamlTree.read(yaml, faults))) {
            Fields fields =
                    Fields.of(node, values, "a conformance case", CaseReader.keys("base", "requirement", "article"));
            edition(fields, values, known).ifPresent(edition -> requirement(fields, values, edition.pack())
                    .ifPresent(requirement -> read.add(new Conformance(
                            edition.pack().version(),
                            requirement,
                            fields.optional("article", values::text, ""),
                            edition.cases().read(fields)))));
        }
        faults.throwIfAny();
        return read;
    }

    /** Reads a file beside the only edition. */
    public static List<Conformance> read(byte[] yaml, byte[] pack) {
        return read(yaml, List.of(pack));
    }

    private record Edition(RulePack pack, CaseReader cases) {
        static Edition of(byte[] yaml, Values values) {
            RulePack pack = PackReader.read(yaml);
            return new Edition(pack, new CaseReader(values, pack.options(), PackReader.fields(yaml, values)));
        }

        int[] numbers() {
            return Stream.of(pack.version().split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
    }

    private static Optional<Edition> edition(Fields fields, Values values, List<Edition> editions) {
        Optional<YamlNode> at = fields.required("asOf");
        Optional<LocalDate> day = at.map(values::date);
        Optional<Edition> inForce = editions.stream()
                .filter(edition -> day.filter(edition.pack().inForce()::holds).isPresent())
                .findFirst();
        if (inForce.isEmpty() && day.isPresent() && !day.get().equals(Days.NEVER)) {
            String hint = "In force: "
                    + editions.stream()
                            .map(Edition::pack)
                            .map(pack ->
                                    pack.version() + " from " + pack.inForce().from() + " to "
                                            + Days.print(pack.inForce().to()))
                            .collect(Collectors.joining(", "));
            values.faults().add("bad-value", at.get(), "no edition is in force on " + day.get(), hint);
        }
        return inForce;
    }

    private static Optional<Requirement> requirement(Fields fields, Values values, RulePack pack) {
        Optional<YamlNode> node = fields.required("requirement");
        String id = node.map(values::text).orElse("");
        Optional<Requirement> requirement = pack.requirements().stream()
                .filter(some -> some.id().equals(id))
                .findFirst();
        if (requirement.isEmpty() && !id.isEmpty()) {
            List<String> ids = pack.requirements().stream().map(Requirement::id).toList();
            String message = "the pack has no requirement '" + Suggest.shorten(id) + "'";
            node.ifPresent(at -> values.faults().add("bad-value", at, message, Suggest.hint(id, ids)));
        }
        return requirement;
    }
}
