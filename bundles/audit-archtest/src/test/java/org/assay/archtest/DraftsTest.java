package org.assay.archtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.eval.CompiledEvaluator;
import org.assay.engine.eval.Evaluator;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.eval.PreparedFacts;
import org.assay.engine.eval.RuleSet;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.PackReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dossiers of networks of which much is not known. */
class DraftsTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.bundles", ".."), "..");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static RuleSet rules(String regime) throws IOException {
        return RuleSet.compile(PackReader.read(Files.readAllBytes(
                ROOT.resolve("bundles/regime-" + regime + "/src/main/packs/" + regime + "-2026.1.0.yaml"))));
    }

    private static List<DossierDraft> drafts(Evaluator evaluator, RuleSet rules, PreparedFacts facts, String language) {
        var evaluation = evaluator.open(rules, facts, new AuditTerms(DAY, DAY, Map.of()));
        return rules.pack().dossiers().stream()
                .map(Dossier::name)
                .map(name -> evaluation.draft(name, language))
                .toList();
    }

    private static Path example(String network) {
        return ROOT.resolve("examples/" + network + ".json");
    }

    @ParameterizedTest
    @CsvSource({"fr-anssi,fr-hexamobile", "de-bsi,de-rheinfunk", "uk-ncsc,uk-albion", "us-trust,us-prairielink"})
    void areTheSameWhetherEachComponentIsAskedOrAllThatAreAlikeAtOnce(String regime, String network)
            throws IOException {
        RuleSet rules = rules(regime);
        for (int seed = 0; seed < 3; seed++) {
            PreparedFacts facts = HalfEmpty.of(example(network), rules.pack(), seed, 0.1 * seed, 3);
            assertThat(drafts(new CompiledEvaluator(), rules, facts, ""))
                    .as("%s with seed %d", network, seed)
                    .isEqualTo(drafts(new Interpreter(), rules, facts, ""));
        }
    }

    /** A text that is the same in two languages is a fact, a name, a number, or was forgotten. */
    @ParameterizedTest
    @CsvSource({"fr-anssi,fr-hexamobile,fr", "de-bsi,de-rheinfunk,de"})
    void sayNothingInEnglishHoweverMuchIsMissing(String regime, String network, String language) throws IOException {
        RuleSet rules = rules(regime);
        Set<String> both = new TreeSet<>();
        for (double gone : new double[] {0, 0.3, 0.7, 1}) {
            PreparedFacts facts = HalfEmpty.of(example(network), rules.pack(), 7, gone, 1);
            Set<String> english = texts(drafts(new CompiledEvaluator(), rules, facts, "en"));
            Set<String> own = texts(drafts(new CompiledEvaluator(), rules, facts, language));
            assertThat(own).hasSizeGreaterThan(20);
            own.retainAll(english);
            both.addAll(own);
        }
        assertThat(both).isEmpty();
    }

    /** Whatever is said in words, names apart. */
    private static Set<String> texts(List<DossierDraft> drafts) {
        return drafts.stream()
                .flatMap(draft -> Stream.concat(
                        Stream.of(draft.title(), draft.recipient(), draft.note(), draft.none()),
                        draft.chapters().stream()
                                .flatMap(chapter -> Stream.concat(
                                        chapter.doubts().stream().map(Gap::question),
                                        chapter.items().stream().flatMap(DraftsTest::texts)))))
                .filter(text -> text.contains(" "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(Item item) {
        List<String> texts = new ArrayList<>(List.of(item.title(), item.text()));
        item.gaps().forEach(gap -> texts.add(gap.question()));
        item.blocks().forEach(block -> texts(block, texts));
        return texts.stream();
    }

    private static void texts(DraftBlock block, List<String> texts) {
        texts.add(block.title());
        if (block instanceof DraftBlock.Fields fields) {
            fields.fields().forEach(field -> texts.add(field.label()));
        } else if (block instanceof DraftBlock.Table table) {
            texts.addAll(table.columns());
            texts.add(table.none());
            table.rows().stream().map(DraftBlock.Row::ofCase).forEach(one -> {
                if (one != null) {
                    texts.addAll(List.of(one.stateTitle(), one.task()));
                }
            });
        } else if (block instanceof DraftBlock.Ages ages) {
            ages.rows().forEach(row -> texts.add(row.stateTitle()));
        } else {
            ((DraftBlock.Verdicts) block).lines().forEach(line -> {
                texts.add(line.requirementTitle());
                line.findings().forEach(finding -> texts.add(finding.because()));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"fr-anssi,fr-hexamobile", "de-bsi,de-rheinfunk", "uk-ncsc,uk-albion", "us-trust,us-prairielink"})
    void namesAQuestionForEveryNeededValueThatIsMissing(String regime, String network) throws IOException {
        RuleSet rules = rules(regime);
        for (double gone : new double[] {0.2, 0.6, 1}) {
            PreparedFacts facts = HalfEmpty.of(example(network), rules.pack(), 3, gone, 1);
            List<Item> items = drafts(new CompiledEvaluator(), rules, facts, "").stream()
                    .flatMap(draft -> draft.chapters().stream())
                    .flatMap(chapter -> chapter.items().stream())
                    .toList();
            assertThat(items).isNotEmpty().allSatisfy(item -> {
                boolean lacks = item.blocks().stream().anyMatch(DraftsTest::lacks);
                assertThat(item.status() == Status.INCOMPLETE)
                        .as(item.number())
                        .isEqualTo(!item.gaps().isEmpty());
                assertThat(lacks && item.gaps().isEmpty()).as(item.number()).isFalse();
                assertThat(item.gaps()).allSatisfy(gap -> {
                    assertThat(gap.question()).isNotBlank();
                    assertThat(gap.of()).isNotBlank();
                    assertThat(gap.count()).isPositive();
                });
            });
        }
    }

    private static boolean lacks(DraftBlock block) {
        Stream<DraftBlock.Cell> cells = block instanceof DraftBlock.Fields fields
                ? fields.fields().stream().map(DraftBlock.Field::cell)
                : block instanceof DraftBlock.Table table
                        ? table.rows().stream().flatMap(row -> row.cells().stream())
                        : Stream.empty();
        return cells.anyMatch(cell -> cell.needed() && !cell.known());
    }
}
