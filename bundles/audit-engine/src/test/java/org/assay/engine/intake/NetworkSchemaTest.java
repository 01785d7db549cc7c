package org.assay.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assay.engine.facts.FactModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSchemaTest {
    private static final Path FILE = Path.of("../../docs/network.schema.json");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(print());

    @Test
    void the_schema_in_the_docs_is_that_of_the_model() throws IOException {
        Golden.check(FILE, print());
    }

    @Test
    void the_schema_is_a_schema() {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(print(), InputFormat.JSON)).isEmpty();
    }

    @Property(tries = 100)
    void what_the_writer_writes_has_this_form(@ForAll @IntRange(max = 5) int size, @ForAll long seed) {
        String document = new String(Documents.json(RandomFacts.of(size, seed)), StandardCharsets.UTF_8);
        assertThat(SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"colour\": \"red\"",
                "\"status\": \"inservice\"",
                "\"name\": 7",
                "\"functions\": \"AMF\"",
                "\"name\": null",
                "\"load\": {\"premises\": 1.5}",
                "\"software\": {\"buildHash\": \"sha256:12\"}",
                "\"ordered\": \"soon\"",
                "\"producedIn\": \"Germany\"",
                "\"site\": \"a b\"",
                "\"facts\": {\"X Y\": {}}"
            })
    void what_the_reader_refuses_in_form_the_schema_refuses_too(String field) {
        String good = "{\"id\": \"c1\", \"kind\": \"equipment\"}";
        assertThat(SCHEMA.validate(Documents.withComponents(good), InputFormat.JSON))
                .isEmpty();
        String bad = "{\"id\": \"c1\", \"kind\": \"equipment\", " + field + "}";
        assertThat(Documents.faultsOf(Documents.withComponents(bad))).isNotEmpty();
        assertThat(SCHEMA.validate(Documents.withComponents(bad), InputFormat.JSON))
                .isNotEmpty();
    }

    private static String print() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(NetworkSchema.of(FactModel.core())) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("maps and lists can be written", e);
        }
    }
}
