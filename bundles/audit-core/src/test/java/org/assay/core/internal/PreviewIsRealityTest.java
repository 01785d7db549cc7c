package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assay.core.AuditDiff;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.ImpactView;
import org.assay.core.Networks.Format;
import org.assay.core.PageRequest;
import org.assay.core.Trial;
import org.assay.core.Verdict;
import org.assay.core.VerdictFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previewed flips are exactly the flips afterwards, for packs, components and both, made from seeds. */
class PreviewIsRealityTest {
    private static final String REGIME = "xx-one";
    private static final int SEEDS = 40;
    private static final List<String> PRODUCTS = List.of("a", "b", "c");
    private static final List<String> STATUS = List.of("in-service", "ordered", "spare");
    private static final String SHARE =
            """
              - id: XX-ONE-SHARE
                title: {en: Few of them}
                binding: law
                severity: high
                addressee: operator
                subject: network
                source: {act: Act, section: "3", url: "https://example.org/act", mark: choice}
                consequence: A fine
                decide:
                  - {when: "measures.bad.count.over(1, §limit)", then: FAIL, because: too many, remedy: fewer}
                  - {then: PASS, because: few}
                cases:
                  - {asOf: 2026-01-01, given: {components: [{id: c, product: {name: a}}]}, expect: §a}
                  - {asOf: 2026-01-01, given: {components: [{id: c, product: {name: b}}]}, expect: §b}
            """;

    @TempDir
    private Path data;

    private int folders;
    private long flips;
    private long flipsOfShares;

    @Test
    void previewedFlipsAreTheFlipsAfterwards() {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (Bench bench = Bench.in(data.resolve("d" + folders++))) {
                compare(bench, new Random(seed), seed);
            }
        }
        assertThat(flips).as("flips seen").isGreaterThan(SEEDS);
        assertThat(flipsOfShares).as("flips of what is network-wide").isPositive();
    }

    private void compare(Bench bench, Random random, int seed) {
        bench.arrive(REGIME, 1, pack(random, "1.0.0"));
        bench.core.networks().put("alpha", "Alpha", "DE", null, "tester");
        List<String[]> components = components(random);
        send(bench, components);
        bench.core.packs().stage(REGIME, pack(random, "2.0.0"), "ann");
        AuditView before = audit(bench, null);

        boolean changesPack = random.nextInt(3) > 0;
        boolean changesFacts = !changesPack || random.nextBoolean();
        String from = components.get(random.nextInt(components.size()))[1];
        String to = pick(random, PRODUCTS);
        String status = pick(random, STATUS);
        List<Trial.Change> changes = changesFacts
                ? List.of(new Trial.Change(
                        Map.of("product.name", List.of(from)), Map.of("product", Map.of("name", to), "status", status)))
                : List.of();
        AuditView preview = audit(bench, new Trial(changesPack ? Map.of(REGIME, "2.0.0") : Map.of(), changes));
        if (changesFacts) {
            components.stream().filter(one -> one[1].equals(from)).forEach(one -> {
                one[1] = to;
                one[2] = status;
            });
            send(bench, components);
        }
        if (changesPack) {
            bench.core.packs().activate(REGIME, "2.0.0", null, changesFacts ? List.of() : List.of(preview.id()), "bob");
        }
        AuditView after = audit(bench, null);

        assertThat(lines(bench, before, preview)).as("seed " + seed).isEqualTo(lines(bench, before, after));
        ImpactView previewed = bench.core.audits().impact(before.id(), preview.id(), VerdictFilter.ALL);
        ImpactView real = bench.core.audits().impact(before.id(), after.id(), VerdictFilter.ALL);
        assertThat(previewed.tallies()).as("seed " + seed).isEqualTo(real.tallies());
        assertThat(previewed.newDays()).isEqualTo(real.newDays());
        assertThat(preview.regimes().get(0).verdictDigest())
                .isEqualTo(after.regimes().get(0).verdictDigest());
        lines(bench, before, after).forEach(line -> {
            flips++;
            flipsOfShares += line.contains("SHARE") ? 1 : 0;
        });
    }

    private static AuditView audit(Bench bench, Trial trial) {
        return bench.core
                .audits()
                .create(new AuditRequest("alpha", List.of(REGIME), null, null, null, Map.of(), trial), "ann");
    }

    private static List<String> lines(Bench bench, AuditView from, AuditView to) {
        return bench
                .core
                .audits()
                .diff(from.id(), to.id(), VerdictFilter.ALL, new PageRequest(null, PageRequest.MAX_LIMIT))
                .changes()
                .items()
                .stream()
                .map(PreviewIsRealityTest::line)
                .toList();
    }

    private static String line(AuditDiff.Change change) {
        return verdict(change.from()) + " -> " + verdict(change.to());
    }

    private static String verdict(Verdict verdict) {
        return verdict == null
                ? "none"
                : verdict.requirement() + " " + verdict.subject() + " " + verdict.outcome() + " " + verdict.code() + " "
                        + verdict.because() + " " + verdict.due();
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static byte[] pack(Random random, String version) {
        String good = pick(random, PRODUCTS);
        String bad = pick(random, List.of("a", "b"));
        String yaml = TestPacks.yaml(REGIME, version, "2026-01-01", "never", good);
        if (random.nextBoolean()) {
            yaml = yaml.replace(
                    "{when: \"component.product.name == '" + good + "'\", then: PASS",
                    "{when: \"component.product.name == '" + good + "' && component.status != 'spare'\", then: PASS");
            yaml = yaml.replace(
                    "product: {name: " + good + "}}]}, expect: PASS",
                    "status: in-service, product: {name: " + good + "}}]}, expect: PASS");
        }
        String measures = "measures:\n  bad: {share: \"component.product.name == '" + bad + "'\", by: [count]}\n";
        String share = SHARE.replace("§limit", String.valueOf(2 + random.nextInt(3)))
                .replace("§a", bad.equals("a") ? "FAIL" : "PASS")
                .replace("§b", bad.equals("b") ? "FAIL" : "PASS");
        return TestPacks.signed(yaml.replace("requirements:\n", measures + "requirements:\n") + share);
    }

    private static List<String[]> components(Random random) {
        List<String[]> components = new ArrayList<>();
        int count = 3 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            components.add(new String[] {"c-" + i, pick(random, PRODUCTS), pick(random, STATUS)});
        }
        return components;
    }

    private static void send(Bench bench, List<String[]> components) {
        List<String> written = components.stream()
                .map(one ->
                        """
                    {"id": "%s", "kind": "equipment", "domain": "core", "product": {"name": "%s"}, "status": "%s"}"""
                                .formatted((Object[]) one))
                .toList();
        String document =
                """
            {"format": "assay.network/1",
             "network": {"id": "alpha", "name": "Net", "country": "DE", "timeZone": "Europe/Berlin"},
             "operator": {"id": "op", "name": "Op", "facts": {"xx-one": {"big": true}}},
             "components": [%s], "evidence": [], "contracts": [], "orders": []}
            """
                        .formatted(String.join(",", written));
        bench.core.networks().addSnapshot("alpha", Format.JSON, Bench.stream(document), "tester");
    }
}
