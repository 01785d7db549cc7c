package org.assay.core.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Locale;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;

/** Small packs that are real: they are signed, and their cases hold. */
final class TestPacks {
    private static final KeyPair KEY = Keys.generate();
    private static final KeyPair STRANGER = Keys.generate();

    /** The id of the key that signs them. */
    static final String KEY_ID = Keys.id(KEY.getPublic());

    private static final String YAML =
            """
            regime: §regime
            version: §version
            language: 1
            inForce: {from: §from§to}
            timeZone: Europe/Berlin
            title: {en: Regime §regime, de: Regelwerk §regime}
            authority: {en: Nobody}
            options:
              strict: {type: bool, default: false, why: an open point}
            facts:
              - {on: operator, name: big, type: bool, ask: {of: operator, question: "Are you big?"}}
            requirements:
              - id: §id-MODEL
                title: {en: Only §good, de: Nur §good}
                binding: law
                severity: high
                addressee: operator
                subject: component
                source: {act: Act, section: "1", url: "https://example.org/act", mark: choice}
                consequence: A fine
                decide:
                  - {when: "component.domain == 'passive'", then: NOT_APPLICABLE, because: passive}
                  - {when: "options.strict && component.product.name != '§good'", then: FAIL, code: STRICT, because: strictly, remedy: replace it, severity: critical}
                  - {when: "component.product.name == '§good'", then: PASS, because: it is §good}
                  - {then: FAIL, because: {en: "{component.product.name} is not §good", de: "{component.product.name} ist nicht §good"}, remedy: replace it}
                cases:
                  - {asOf: §from, given: {components: [{id: c, domain: passive}]}, expect: NOT_APPLICABLE}
                  - {asOf: §from, options: {strict: true}, given: {components: [{id: c, domain: core, product: {name: other}}]}, expect: FAIL}
                  - {asOf: §from, given: {components: [{id: c, domain: core, product: {name: §good}}]}, expect: PASS}
                  - {asOf: §from, given: {components: [{id: c, domain: core, product: {name: other}}]}, expect: FAIL}
              - id: §id-SIZE
                title: {en: Size}
                binding: advisory
                severity: low
                addressee: operator
                subject: operator
                source: {act: Act, section: "2", url: "https://example.org/act", mark: choice}
                decide:
                  - {when: "operator.facts.big", then: PASS, because: it is big}
                  - {then: NOT_ALIGNED, because: it is small, remedy: grow}
                cases:
                  - {asOf: §from, given: {operator: {facts: {§regime: {big: true}}}}, expect: PASS}
                  - {asOf: §from, given: {operator: {facts: {§regime: {big: false}}}}, expect: NOT_ALIGNED}
            """;

    private TestPacks() {}

    /** Makes a folder with the public half of the key that signs them. */
    static Path trust(Path data) {
        try {
            Path folder = Files.createDirectories(data.resolve("assay-trust"));
            Files.writeString(folder.resolve("ours.pem"), Keys.pem(KEY.getPublic()));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public half of a key of somebody else, as PEM. */
    static String strangersKey() {
        return Keys.pem(STRANGER.getPublic());
    }

    static String yaml(String regime, String version, String from, String to, String good) {
        return YAML.replace("§regime", regime)
                .replace("§version", version)
                .replace("§from", from)
                .replace("§to", to.equals("never") ? "" : ", to: " + to)
                .replace("§good", good)
                .replace("§id", regime.toUpperCase(Locale.ROOT));
    }

    /** A pack in force from 2026 on that has these sections and these requirements before its own. */
    static byte[] with(String regime, String sections, String requirements) {
        String yaml = yaml(regime, "2026.1.0", "2026-01-01", "never", "good");
        return signed(yaml.replace("requirements:\n", sections + "requirements:\n" + requirements));
    }

    static byte[] signed(String yaml) {
        return PackEnvelope.sign(yaml.getBytes(StandardCharsets.UTF_8), KEY.getPrivate());
    }

    /** A signed pack, in force from 2026 on, under which only components of that product pass. */
    static byte[] pack(String regime, String version, String good) {
        return signed(yaml(regime, version, "2026-01-01", "never", good));
    }

    static byte[] pack(String regime, String version, String from, String to, String good) {
        return signed(yaml(regime, version, from, to, good));
    }

    static byte[] signedByAStranger(String regime, String version) {
        String yaml = yaml(regime, version, "2026-01-01", "never", "good");
        return PackEnvelope.sign(yaml.getBytes(StandardCharsets.UTF_8), STRANGER.getPrivate());
    }
}
