package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * @param requirement the requirement that it tries
     * @param article the place in the law from which it was taken; may be empty
     * @param example the case
     */
    public record Conformance(Requirement requirement, String article, Requirement.Case example) {}

    /**
     * Reads a file.
     *
     * @param yaml UTF-8
     * @param packYaml the pack whose requirements, options and bases it names, UTF-8
     * @throws FaultException with everything that is wrong, by line and column
     */
    public static List<Conformance> read(byte[] yaml, byte[] packYaml) {
        RulePack pack = PackReader.read(packYaml);
        FaultList faults = new FaultList();
        Values values = new Values(faults);
        CaseReader cases = new CaseReader(values, pack.options(), PackReader.fields(packYaml, values));
        List<Conformance> read = new ArrayList<>();
        for (YamlNode node : values.list(YamlTree.read(yaml, faults))) {
            Fields fields =
                    Fields.of(node, values, "a conformance case", CaseReader.keys("base", "requirement", "article"));
            requirement(fields, values, pack)
                    .ifPresent(requirement -> read.add(new Conformance(
                            requirement, fields.optional("article", values::text, ""), cases.read(fields))));
        }
        faults.throwIfAny();
        return read;
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
