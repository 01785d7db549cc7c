package org.assay.engine.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assay.api.Binding;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.facts.FactModel;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/**
 * Writes a suite as JSON Lines that need no knowledge of packs: a whole network document in, the verdict out, with the place in
 * the law. The format is described in {@code docs/conformance.md}.
 */
public final class SuiteExport {
    /** The format's name and number, in every line. */
    public static final String FORMAT = "assay.conformance/1";

    private static final JsonMapper JSON = new JsonMapper();

    private SuiteExport() {}

    /**
     * Writes every example as one line of JSON without its line end.
     *
     * @throws FaultException if the facts of an example are no network
     */
    public static void write(ConformanceSuite suite, Consumer<String> lines) {
        suite.examples().forEach(example -> lines.accept(line(suite, example)));
    }

    private static String line(ConformanceSuite suite, ConformanceSuite.Example example) {
        RulePack pack = suite.pack(example);
        Requirement requirement = example.requirement();
        Requirement.Case given = example.given();
        PreparedCase prepared = CaseRunner.prepare(pack, requirement, given);
        ObjectNode line = JSON.createObjectNode();
        line.put("format", FORMAT).put("regime", pack.regime());
        line.putObject("pack").put("version", pack.version()).put("digest", pack.digest());
        line.put("requirement", requirement.id())
                .put("title", requirement.title().in("en"));
        line.put("binding", requirement.binding().name().toLowerCase(Locale.ROOT));
        line.set("source", source(requirement.source(), example.article()));
        line.put("case", given.name()).put("asOf", given.asOf()).put("knownAt", given.asOf());
        line.put("timeZone", pack.timeZone().getId());
        line.set("options", JSON.valueToTree(options(pack, given)));
        line.set("subject", subject(prepared.subject()));
        line.set("expect", expected(requirement, given));
        line.put("file", example.file()).put("line", given.at().line());
        line.set("network", network(pack, given));
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }

    private static ObjectNode source(LegalSource source, String article) {
        ObjectNode node = JSON.createObjectNode().put("act", source.act()).put("section", source.section());
        if (!source.url().isEmpty()) {
            node.put("url", source.url());
        }
        node.put("mark", source.mark().name().toLowerCase(Locale.ROOT));
        if (!article.isEmpty()) {
            node.put("article", article);
        }
        return node;
    }

    private static Map<String, String> options(RulePack pack, Requirement.Case given) {
        Map<String, String> options = new TreeMap<>();
        pack.options().forEach((name, option) -> options.put(name, String.valueOf(option.byDefault())));
        given.options().forEach((name, value) -> options.put(name, String.valueOf(value)));
        return options;
    }

    private static ObjectNode subject(Subject subject) {
        return JSON.createObjectNode().put("kind", subject.kind()).put("id", subject.id());
    }

    private static ObjectNode expected(Requirement requirement, Requirement.Case given) {
        boolean proposal = requirement.binding() == Binding.PROPOSAL;
        ObjectNode expected =
                JSON.createObjectNode().put("outcome", (proposal ? Outcome.NOT_APPLICABLE : given.expect()).name());
        if (proposal) {
            expected.put("forecast", given.expect().name());
        }
        if (!given.code().isEmpty()) {
            expected.put("code", given.code());
        }
        if (!given.due().isEmpty()) {
            expected.put("due", given.due());
        }
        return expected;
    }

    private static JsonNode network(RulePack pack, Requirement.Case given) {
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        try {
            return JSON.readTree(CaseDocument.of(pack, model, given.given()));
        } catch (IOException e) {
            throw new IllegalStateException("what was just written is JSON", e);
        }
    }
}
