package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bnd made of the bundles. */
class ManifestsTest {

    @ParameterizedTest
    @MethodSource("regimes")
    void exportsNothingFromARegime(String bundle) {
        assertThat(House.manifest(bundle).getValue("Export-Package")).isNull();
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void importsIntoARegimeTheApiAlone(String bundle) {
        assertThat(ours(House.manifest(bundle).getValue("Import-Package")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org.assay.api"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit-api", "audit-engine", "audit-core"})
    void importsNothingOptionally(String bundle) {
        // An optional import that becomes satisfied restarts its bundle and all that use it.
        assertThat(String.valueOf(House.manifest(bundle).getValue("Import-Package")))
                .doesNotContain("resolution:=\"optional\"", "resolution:=optional");
        assertThat(House.manifest(bundle).getValue("DynamicImport-Package")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit-store", "audit-dossier", "audit-rest", "audit-karaf"})
    void exportsNothingFromAnAdapter(String bundle) {
        assertThat(House.manifest(bundle).getValue("Export-Package")).isNull();
    }

    @Test
    void exportsNoInternalPackage() {
        for (String bundle : House.bundles("audit-")) {
            if (!bundle.equals("audit-archtest")) {
                assertThat(String.valueOf(House.manifest(bundle).getValue("Export-Package")))
                        .as(bundle)
                        .doesNotContain(".internal");
            }
        }
    }

    static List<String> regimes() {
        return House.bundles("regime-");
    }

    private static List<String> ours(String imports) {
        return Arrays.stream(imports.split(","))
                .filter(clause -> clause.startsWith("org.assay"))
                .toList();
    }
}
