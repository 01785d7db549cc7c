package org.assay.engine.pack;

import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.engine.digest.Sha256;
import org.assay.engine.fault.FaultException;

/**
 * Reads a rule pack from YAML, strictly. It checks everything that can be checked without understanding an expression;
 * names, types and recursion in expressions are the rule compiler's part, and the cases are the case runner's.
 *
 * <p>Limits: 2 MiB, 200,000 values, 40 levels, 8,000 characters in one text. Stateless and thread-safe.
 */
public final class PackReader {
    private static final int LANGUAGE = 1;
    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}");

    private static final String[] KEYS = {
        "regime",
        "version",
        "language",
        "inForce",
        "timeZone",
        "title",
        "authority",
        "options",
        "facts",
        "evidence",
        "reference",
        "define",
        "measures",
        "caseBase",
        "procedures",
        "dossiers",
        "requirements"
    };

    private PackReader() {}

    /**
     * Reads a pack.
     *
     * @param yaml the bytes of the file, UTF-8
     * @return the pack, with its digest
     * @throws FaultException with everything that is wrong, by line and column
     */
    public static RulePack read(byte[] yaml) {
        FaultList faults = new FaultList();
        YamlNode root = YamlTree.read(yaml, faults);
        RulePack pack = new Reading(new Values(faults)).pack(root, Sha256.textOf(yaml));
        faults.throwIfAny();
        return pack;
    }

    /** The fields of a pack that was read before, for files that stand beside it. */
    static Fields fields(byte[] yaml, Values values) {
        return fields(YamlTree.read(yaml, values.faults()), values);
    }

    private static Fields fields(YamlNode root, Values values) {
        return Fields.of(root, values, "a pack", KEYS);
    }

    /** One reading of one file. */
    private record Reading(Values values) {

        RulePack pack(YamlNode root, String digest) {
            Fields fields = fields(root, values);
            DeclarationReader declarations = new DeclarationReader(values);
            Map<String, RulePack.Option> options = declarations.options(fields);
            CaseReader cases = new CaseReader(values, options, fields);
            RequirementReader requirements = new RequirementReader(values, cases);
            return new RulePack(
                    fields.required("regime", this::regime, ""),
                    fields.required("version", this::version, ""),
                    fields.required("language", this::language, LANGUAGE),
                    fields.required("inForce", values::inForce, DeclarationReader.ALWAYS),
                    fields.required("timeZone", this::zone, ZoneId.of("UTC")),
                    fields.required("title", values::people, DeclarationReader.NO_TEXT),
                    fields.required("authority", values::people, DeclarationReader.NO_TEXT),
                    options,
                    declarations.facts(fields),
                    declarations.absentUnknown(fields),
                    new ReferenceReader(values).tables(fields),
                    new DefineReader(values).defines(fields),
                    new MeasureReader(values).measures(fields),
                    new ProcedureReader(values, requirements, cases).procedures(fields),
                    new DossierReader(values, requirements).dossiers(fields),
                    requirements.requirements(fields),
                    digest);
        }

        private String regime(YamlNode node) {
            return values.matching(node, Values.KEBAB, "Lower-case letters, digits and -, such as xx-regulator");
        }

        private String version(YamlNode node) {
            return values.matching(node, VERSION, "Three numbers, such as 2026.1.0");
        }

        private int language(YamlNode node) {
            long number = values.number(node);
            if (number != LANGUAGE) {
                String message = "the rule language " + number + " is not known";
                values.faults().add("bad-value", node, message, "This engine knows language " + LANGUAGE);
            }
            return LANGUAGE;
        }

        private ZoneId zone(YamlNode node) {
            String text = values.text(node);
            if (ZoneId.getAvailableZoneIds().contains(text)) {
                return ZoneId.of(text);
            }
            if (!text.isBlank()) {
                values.faults()
                        .add(
                                "bad-value",
                                node,
                                node.what() + " is no time zone",
                                "An IANA name, such as Europe/Berlin");
            }
            return ZoneId.of("UTC");
        }
    }
}
