package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assay.api.Subject;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.GoneException;
import org.assay.core.Ledger;
import org.assay.core.PageRequest;
import org.assay.core.Retention;
import org.assay.core.Retention.Item;
import org.assay.core.Retention.Kind;
import org.assay.core.Trial;
import org.assay.core.VerdictFilter;
import org.assay.core.Waivers;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.store.StandingRow;
import org.assay.engine.digest.MerkleTree;
import org.assay.engine.eval.Interpreter;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final String REGIME = "xx-one";
    private static final int DAYS = 90;
    private static final Duration LONG = Duration.ofDays(DAYS + 10);

    @TempDir
    private Path data;

    private final MemoryStore store = new MemoryStore();
    private Bench bench;
    private Retention retention;

    @BeforeEach
    void start() {
        keep(new RetentionRules(RetentionRules.EVER, Map.of("alpha", DAYS)), new Bench.HandClock());
        bench.network("alpha", "a");
    }

    private void keep(RetentionRules rules, Bench.HandClock clock) {
        bench = Bench.keeping(store, data, new Interpreter(), rules, clock);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        retention = bench.core.retention();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** An audit of each of two snapshots, long before another of a third. */
    private AuditView twoOldAuditsAndANewOne() {
        AuditView first = bench.audit("alpha", REGIME);
        bench.clock.forward(Duration.ofDays(1));
        bench.snapshot("alpha", "b");
        bench.audit("alpha", REGIME);
        bench.clock.forward(Duration.ofDays(1));
        bench.snapshot("alpha", "c");
        bench.clock.forward(LONG);
        bench.audit("alpha", REGIME);
        return first;
    }

    private List<String> going() {
        return retention.plan(null).items().stream()
                .map(item ->
                        item.kind() == Kind.SNAPSHOT ? item.id() : item.kind().name())
                .toList();
    }

    @Test
    void keepsEverythingForEverUnlessARuleSaysOtherwise() {
        twoOldAuditsAndANewOne();
        bench.close();
        keep(RetentionRules.none(), bench.clock);

        assertThat(retention.plan(null)).isEqualTo(new Retention.Plan(Map.of(), Map.of(), List.of()));
        assertThat(retention.run("ann").removed()).isEmpty();
        assertThat(retention.plan(DAYS).items()).as("as if there were a rule").hasSize(4);
        assertThatThrownBy(() -> retention.plan(0)).isInstanceOf(FaultException.class);
    }

    @Test
    void removesWhatIsOldAndSaysSoWhereverItIsAskedFor() {
        AuditView first = twoOldAuditsAndANewOne();
        List<Item> planned = retention.plan(null).items();
        assertThat(going()).containsExactly("AUDIT", "AUDIT", "1", "2");
        assertThat(bench.core.audits().get(first.id()).removed())
                .as("a dry run removes nothing")
                .isNull();

        Retention.Done done = retention.run("ann");

        assertThat(done.removed()).isEqualTo(Map.of(Kind.AUDIT, 2L, Kind.SNAPSHOT, 2L));
        assertThat(planned).hasSize(4);
        assertThat(going()).isEmpty();
        AuditView after = bench.core.audits().get(first.id());
        assertThat(after.removed().because()).isEqualTo("kept for 90 days");
        assertThat(after.removed().at()).isEqualTo(bench.clock.instant());
        assertThat(after.regimes()).isEqualTo(first.regimes());
        assertThatThrownBy(() -> bench.core.audits().findings(first.id(), VerdictFilter.ALL, PageRequest.first()))
                .isInstanceOf(GoneException.class)
                .hasMessageContaining(first.id())
                .hasMessageContaining("kept for 90 days");
        assertThatThrownBy(() -> bench.core.audits().export(first.id(), "ann")).isInstanceOf(GoneException.class);
        assertThatThrownBy(() -> again(first)).isInstanceOf(GoneException.class).hasMessageContaining(first.snapshot());
        assertThatThrownBy(() -> bench.core.networks().facts("alpha", first.snapshot()))
                .isInstanceOf(GoneException.class);
    }

    private AuditView again(AuditView audit) {
        AuditRequest request =
                new AuditRequest("alpha", List.of(REGIME), audit.asOf(), null, audit.snapshot(), Map.of());
        return bench.core.audits().create(request, "ann");
    }

    @Test
    void everyMomentIsStillAnsweredWithWhatWasKnownThen() {
        AuditView first = twoOldAuditsAndANewOne();
        export(first);
        retention.run("ann");

        assertThat(going()).isEmpty();
        assertThat(bench.core.networks().snapshot("alpha", first.snapshot()).removed())
                .as("an audit that stays is of it")
                .isNull();
        AuditRequest request = new AuditRequest(
                "alpha", List.of(REGIME), null, first.knownAt().plus(Duration.ofHours(30)), null, Map.of());
        assertThatThrownBy(() -> bench.core.audits().create(request, "ann"))
                .as("the second snapshot was known then; the first is none instead")
                .isInstanceOf(GoneException.class);
    }

    private void export(AuditView audit) {
        try {
            bench.core.audits().export(audit.id(), "ann").write(new ByteArrayOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachRemovalIsAnEntryOfTheLedgerWhichStillVerifies() {
        AuditView first = twoOldAuditsAndANewOne();
        Ledger.Head before = bench.core.ledger().head();
        retention.run("ann");
        Ledger.Head after = bench.core.ledger().head();

        assertThat(after.size()).isEqualTo(before.size() + 4);
        assertThat(bench.core.ledger().entries(new PageRequest(null, 1000)).items())
                .filteredOn(entry -> entry.kind().equals("removal"))
                .hasSize(4)
                .anySatisfy(entry -> {
                    assertThat(entry.about()).isEqualTo(first.id());
                    assertThat(entry.body()).contains("\"kept for 90 days\"", "\"who\":\"ann\"");
                })
                .anySatisfy(entry -> assertThat(entry.about()).isEqualTo(first.snapshot()));
        assertThat(MerkleTree.verifyConsistency(
                        before.size(),
                        HexFormat.of().parseHex(before.root()),
                        after.size(),
                        HexFormat.of().parseHex(after.root()),
                        bench.core.ledger().consistency(before.size()).hashes().stream()
                                .map(HexFormat.of()::parseHex)
                                .toList()))
                .isTrue();
    }

    @Test
    void keepsWhatSomethingRestsOn() {
        AuditView exported = bench.audit("alpha", REGIME);
        export(exported);
        bench.clock.forward(Duration.ofDays(1));
        bench.snapshot("alpha", "b");
        bench.core.packs().stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
        AuditView preview = bench.core
                .audits()
                .create(
                        new AuditRequest(
                                "alpha",
                                List.of(REGIME),
                                null,
                                null,
                                null,
                                Map.of(),
                                new Trial(Map.of(REGIME, "2.0.0"), List.of())),
                        "ann");
        AuditView waived = bench.audit("alpha", REGIME);
        Waivers.Request wanted = new Waivers.Request(
                REGIME,
                "XX-ONE-MODEL",
                new Subject("component", "c-1"),
                "Eve",
                "replaced soon",
                LocalDate.of(2026, 12, 31));
        bench.core.waivers().ask("alpha", wanted, "ann");
        bench.clock.forward(Duration.ofHours(1));
        bench.core.packs().activate(REGIME, "2.0.0", null, List.of(preview.id()), "bob");
        bench.clock.forward(Duration.ofDays(1));
        bench.snapshot("alpha", "c");
        bench.audit("alpha", REGIME);
        bench.clock.forward(LONG);
        bench.snapshot("alpha", "d");
        AuditView newest = bench.audit("alpha", REGIME);
        bench.clock.forward(LONG);

        Retention.Plan plan = retention.plan(null);
        retention.run("ann");

        assertThat(plan.items())
                .extracting(Item::kind)
                .as("the audit that nothing rests on, and its snapshot")
                .containsExactly(Kind.AUDIT, Kind.SNAPSHOT);
        assertThat(plan.kept()).containsOnlyKeys("export", "preview", "waiver", "newest", "audit");
        for (AuditView kept : List.of(exported, preview, waived, newest)) {
            assertThat(bench.core.audits().get(kept.id()).removed()).isNull();
            assertThat(bench.core
                            .audits()
                            .verdicts(kept.id(), VerdictFilter.ALL, PageRequest.first())
                            .items())
                    .isNotEmpty();
        }
    }

    @Test
    void keepsWhatAStandingAuditOrTheNewsRestsOn() {
        AuditView first = twoOldAuditsAndANewOne();
        AuditView second = bench.core
                .audits()
                .list("alpha", false, PageRequest.first())
                .items()
                .get(1);
        bench.close(); // nobody makes the standing audit again
        store.write(tx -> {
            tx.standing().put(new StandingRow("alpha", List.of(REGIME), first.createdAt(), "ann", first.id(), null));
            tx.webhooks().lockTopic("findings alpha");
            tx.webhooks().announce("findings alpha", "last", second.id());
            return true;
        });

        assertThat(retention.plan(null).kept()).isEqualTo(Map.of("standing", 1L, "news", 1L, "audit", 2L));
        assertThat(retention.run("ann").removed()).isEmpty();
    }

    @Test
    void readsItsRulesFromTheConfiguration() {
        RetentionRules rules = RetentionRules.read(Map.of(
                "retentionDays",
                " 3650 ",
                "retentionDays.alpha",
                "forever",
                "retentionDays.beta",
                30,
                "fourEyes",
                "true"));

        assertThat(rules).isEqualTo(new RetentionRules(3650, Map.of("alpha", RetentionRules.EVER, "beta", 30)));
        assertThat(RetentionRules.read(Map.of())).isEqualTo(RetentionRules.none());
        for (String wrong : List.of("0", "-1", "1.5", "ten", "99999")) {
            assertThatThrownBy(() -> RetentionRules.read(Map.of("retentionDays.alpha", wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("retentionDays.alpha")
                    .hasMessageContaining("forever");
        }
    }
}
