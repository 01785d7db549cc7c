package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding a country must change no file of these bundles, so none of them may name one. Comments may give examples. */
class CountriesTest {
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile(
            "(?i)de-bsi|fr-anssi|uk-ncsc|eu-toolbox|us-trust|\\b(bsi|anssi|ncsc|german\\w*|deutsch\\w*|bundes\\w*|"
                    + "france|french|franz\\w*|britain|british|united kingdom|prague)\\b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit-api",
                "audit-engine",
                "audit-core",
                "audit-store",
                "audit-dossier",
                "audit-rest",
                "audit-karaf"
            })
    void isNamedNowhere(String bundle) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : House.sources(bundle)) {
            Matcher name = NAME.matcher(withoutComments(Files.readString(source)));
            while (name.find()) {
                found.add(source.getFileName() + ": " + name.group());
            }
        }
        assertThat(House.sources(bundle)).as("sources that were read").isNotEmpty();
        assertThat(found).isEmpty();
    }

    private static String withoutComments(String source) {
        return COMMENT.matcher(source).replaceAll("");
    }
}
