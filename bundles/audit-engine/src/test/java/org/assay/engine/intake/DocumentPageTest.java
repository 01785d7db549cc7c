package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactTypes;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.junit.jupiter.api.Test;

/** The tables of docs/network-document.md are made from the model. */
class DocumentPageTest {
    private static final Path PAGE = Path.of("../../docs/network-document.md");
    private static final FactModel MODEL = FactModel.core();

    @Test
    void the_tables_of_the_page_are_those_of_the_model() throws IOException {
        String page = Files.readString(PAGE);
        Golden.check(PAGE, replace(replace(page, "fields", fields()), "columns", columns()));
    }

    @Test
    void the_examples_of_the_page_are_taken() throws IOException {
        String page = Files.readString(PAGE);
        Intake json = Documents.read(example(page, "## A small one"));
        assertThat(json.facts().all(Kind.COMPONENT)).containsOnlyKeys("amf-1");
        assertThat(json.report().warnings()).isEmpty();
        Intake ndjson = Documents.READER.readNdjson(Documents.stream(example(page, "## NDJSON")));
        assertThat(ndjson.facts().all(Kind.COMPONENT)).containsOnlyKeys("amf-1");
        String base = Documents.with("{\"id\": \"nordnet\", \"name\": \"Nordnet AB\"}", "", "");
        Intake csv = Documents.READER.readCsv(Documents.stream(base), Documents.stream(example(page, "## CSV")));
        assertThat(csv.facts().all(Kind.COMPONENT)).containsOnlyKeys("amf-1");
    }

    private static String example(String page, String heading) {
        int start = page.indexOf('\n', page.indexOf("```", page.indexOf(heading))) + 1;
        return page.substring(start, page.indexOf("```", start));
    }

    private static String replace(String page, String name, String made) {
        String start = "<!-- " + name + ": made from the core model -->\n";
        String end = "<!-- end of " + name + " -->";
        return page.substring(0, page.indexOf(start) + start.length()) + made + page.substring(page.indexOf(end));
    }

    private static String fields() {
        StringBuilder out = new StringBuilder();
        for (Kind kind : Kind.values()) {
            out.append("\n### ").append(kind.section()).append("\n\n");
            table(MODEL.type(kind), out);
        }
        out.append("\n### Records inside others\n");
        MODEL.named().forEach((name, type) -> {
            out.append("\n").append(name).append(":\n\n");
            table(type, out);
        });
        return out.append("\n").toString();
    }

    private static void table(RecordType type, StringBuilder out) {
        out.append("| field | type | meaning |\n| --- | --- | --- |\n");
        for (FieldDef field : type.fields().values()) {
            String name = field.required() ? "**" + field.name() + "**" : field.name();
            String text = NetworkSchema.describe(field).replace("|", "\\|");
            out.append("| ").append(name).append(" | `").append(FactTypes.print(field.type()));
            out.append("` | ").append(text.isEmpty() ? "" : text + " ").append("|\n");
        }
    }

    private static String columns() {
        return new CsvColumns(MODEL)
                .core().values().stream()
                        .map(column -> column.required() ? "**`" + column.name() + "`**" : "`" + column.name() + "`")
                        .collect(Collectors.joining(", ", "\n", ".\n\n"));
    }
}
