package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assay.api.Outcome;
import org.assay.api.Regime;
import org.assay.cli.scaffold.NewRegime;
import org.assay.cli.scaffold.RegimeScaffold;
import org.assay.engine.conformance.ConformanceSuite;
import org.assay.engine.dsse.Keys;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.dsse.TrustedKeys;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.eval.VerdictMatrix;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.NetworkReader;
import org.assay.engine.pack.PackReader;
import org.assay.engine.pack.RulePack;
import org.assay.testkit.SignPacks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A regime of a country that does not exist is made, compiled, signed, loaded and used, and nothing else is touched. */
class NewRegimeTest {
    private static final Path ROOT =
            Path.of(System.getProperty("assay.bundles", "..")).resolve("..").normalize();
    private static final List<String> LISTS = List.of(
            "pom.xml",
            "bundles/pom.xml",
            "bundles/audit-archtest/pom.xml",
            "features/pom.xml",
            "features/src/main/feature/assay.xml",
            "karaf-assembly/pom.xml");
    private static final NewRegime DEMO =
            new NewRegime("zz-demo", "AQ", "Demoland: an \"act\" & more", ZoneId.of("Europe/Prague"));

    @TempDir
    private Path clone;

    private Path module;

    @BeforeEach
    void copyTheLists() throws IOException {
        for (String list : LISTS) {
            Files.createDirectories(clone.resolve(list).getParent());
            Files.copy(ROOT.resolve(list), clone.resolve(list));
        }
        module = clone.resolve("bundles/regime-zz-demo");
    }

    @Test
    void whatIsMadeCompilesAndItsBundleOffersItsPackWhichAuditsAnExample() throws Exception {
        new RegimeScaffold(clone).make(DEMO);
        Path classes = Files.createDirectories(clone.resolve("classes"));
        compile(classes);
        SignPacks.main(new String[] {
            module.resolve("src/main/packs").toString(),
            classes.toString(),
            clone.resolve("key").toString()
        });

        RulePack pack = PackReader.read(offered(classes));
        NetworkFacts facts;
        FactModel model = FactModel.core().withDeclarations(pack.regime(), pack.facts());
        try (InputStream in = Files.newInputStream(module.resolve("example.json"))) {
            facts = new NetworkReader(model).readJson(in).facts();
        }
        LocalDate day = LocalDate.of(2026, 11, 21);
        VerdictMatrix verdicts = new CompiledEvaluator()
                .open(RuleSet.compile(pack), facts, new AuditTerms(day, day, Map.of()))
                .evaluate(done -> {});
        assertThat(verdicts.counts()).isEqualTo(Map.of(Outcome.FAIL, 1, Outcome.UNKNOWN, 1, Outcome.NOT_APPLICABLE, 1));
    }

    /** The pack as the compiled class offers it, its signature checked. */
    private byte[] offered(Path classes) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Regime regime = (Regime) loader.loadClass("org.assay.regime.zzdemo.internal.ZzDemoRegime")
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(regime.id()).isEqualTo("zz-demo");
            assertThat(regime.packs()).hasSize(1);
            return PackEnvelope.open(regime.packs().get(0), trusted()).payload();
        }
    }

    private TrustedKeys trusted() throws IOException {
        String named = System.getenv("ASSAY_SIGNING_KEY");
        Path file = named == null || named.isBlank() ? clone.resolve("key/signing-key.pem") : Path.of(named);
        return TrustedKeys.of(
                List.of(Keys.pairOf(Keys.readPrivate(Files.readString(file))).getPublic()));
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> sources = Files.walk(module.resolve("src"));
                var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).hasSize(3);
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "-Xlint:all,-processing", "-Werror");
            boolean compiled = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    @Test
    void itsExamplesHold() throws IOException {
        new RegimeScaffold(clone).make(DEMO);
        ConformanceSuite suite = ConformanceSuite.read(
                sources(module.resolve("src/main/packs")), sources(module.resolve("src/test/resources/conformance")));
        List<String> faults = new ArrayList<>();
        suite.run(new Interpreter(), one -> one.result().faults().forEach(fault -> faults.add(fault.toString())));
        assertThat(faults).isEmpty();
        assertThat(suite.examples()).hasSize(7);
    }

    private static List<ConformanceSuite.Source> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<ConformanceSuite.Source> sources = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                sources.add(new ConformanceSuite.Source(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return sources;
        }
    }

    @Test
    void everyListNamesItOnceMoreAndIsWellFormed() throws Exception {
        new RegimeScaffold(clone).make(DEMO);
        for (String list : LISTS) {
            String text = Files.readString(clone.resolve(list));
            assertThat(text).as(list).contains("regime-zz-demo");
            assertThat(text.lines().toList())
                    .as("what was in " + list + " is still there")
                    .containsSubsequence(Files.readAllLines(ROOT.resolve(list)));
            try (InputStream in = Files.newInputStream(clone.resolve(list))) {
                assertThat(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(in))
                        .isNotNull();
            }
        }
    }

    @Test
    void nothingIsWrittenWhereItIsThereAlreadyOrTheNameWouldNotDo() throws IOException {
        RegimeScaffold scaffold = new RegimeScaffold(clone);
        scaffold.make(DEMO);
        assertThatThrownBy(() -> scaffold.make(DEMO)).hasMessageContaining("regime-zz-demo is there already");
        assertThatThrownBy(() -> new NewRegime("../x", "AQ", "t", ZoneId.of("UTC")))
                .hasMessageContaining("'../x'");
        assertThatThrownBy(() -> new NewRegime("zz-x", "zz", "t", ZoneId.of("UTC")))
                .hasMessageContaining("'zz'");
        assertThatThrownBy(() -> new NewRegime("zz-x", "AQ", "a\nb", ZoneId.of("UTC")))
                .hasMessageContaining("one line");
        Files.delete(clone.resolve("pom.xml"));
        assertThatThrownBy(() -> scaffold.make(new NewRegime("zz-y", "AQ", "t", ZoneId.of("UTC"))))
                .hasMessageContaining("is no clone of Assay");
        assertThat(clone.resolve("bundles/regime-zz-y")).doesNotExist();
    }
}
