package org.assay.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assay.api.Subject;
import org.assay.core.AuditRequest;
import org.assay.core.PackKeys;
import org.assay.core.Trial;
import org.assay.core.Waivers;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.store.StoreException;
import org.assay.engine.dsse.Keys;
import org.assay.store.internal.TestDatabase.Kind;
import org.assay.store.internal.sql.SqlStore;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A back-up whose rows are not what its own ledger says of them is refused, whole as it is otherwise. */
@ParameterizedClass
@EnumSource(Kind.class)
class EditedBackupTest {
    private static final int DAYS = 90;

    private final StoreBench.HandClock clock = new StoreBench.HandClock();
    private int restores;

    @TempDir
    private Path folder;

    @Parameter
    private Kind kind;

    private StoreBench bench;

    @BeforeEach
    void create() {
        bench = new StoreBench(kind, folder, clock, new RetentionRules(DAYS, Map.of()));
        bench.network();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Something of every kind that the ledger tells of. */
    private byte[] life() throws IOException {
        bench.audit(null);
        clock.forward(Duration.ofDays(1));
        bench.snapshot("c");
        clock.forward(Duration.ofDays(DAYS + 10));
        bench.audit(null);
        assertThat(bench.core().retention().run("ann").removed()).isNotEmpty();
        packs();
        String waiver = waiver("2027-05-31");
        bench.core().waivers().approve("alpha", waiver, "bob");
        bench.core().waivers().withdraw("alpha", waiver, "it was replaced", "eve");
        bench.core().waivers().approve("alpha", waiver("2027-06-30"), "bob");
        waiver("2027-07-31");
        bench.core().tokens().add("ci", "ann");
        bench.core().tokens().revoke("ci", "ann");
        bench.core().tokens().add("ci", "bob");
        bench.core().feeds().add("alpha", "office", "ann");
        bench.core().feeds().add("alpha", "gone", "ann");
        bench.core().feeds().revoke("alpha", "gone", "ann");
        bench.core().webhooks().add(URI.create("https://receiver.invalid/hook"), Set.of(), "alpha", "ann");
        bench.core().standing().put("alpha", List.of(StoreBench.REGIME), "ann");
        String pem = Keys.pem(Keys.generate().getPublic());
        PackKeys.NewKey key = new PackKeys.NewKey(pem, "rules", List.of("de-*"), null, null);
        bench.core()
                .packKeys()
                .revoke(bench.core().packKeys().add(key, "ann").key().id(), "stolen", "bob");
        return bench.backup();
    }

    private void packs() {
        bench.core().packs().stage(StoreBench.REGIME, bench.pack("2.0.0", "b"), "ann");
        bench.core().packs().approve(StoreBench.REGIME, "2.0.0", "bob");
        Trial trial = new Trial(Map.of(StoreBench.REGIME, "2.0.0"), List.of());
        String preview = bench.core()
                .audits()
                .create(new AuditRequest("alpha", List.of(StoreBench.REGIME), null, null, null, Map.of(), trial), "ann")
                .id();
        bench.core().packs().activate(StoreBench.REGIME, "2.0.0", null, List.of(preview), "bob");
        clock.forward(Duration.ofMinutes(1));
        bench.core().packs().rollback(StoreBench.REGIME, "1.0.0", "bob");
        bench.core().packs().stage(StoreBench.REGIME, bench.pack("3.0.0", "c"), "ann");
        Instant planned = clock.instant().plus(Duration.ofDays(30));
        bench.core().packs().activate(StoreBench.REGIME, "3.0.0", planned, "bob");
        bench.core().packs().reject(StoreBench.REGIME, "2.0.0", "eve");
    }

    private String waiver(String until) {
        return bench.core()
                .waivers()
                .ask(
                        "alpha",
                        new Waivers.Request(
                                StoreBench.REGIME,
                                "XX-1",
                                new Subject("component", "c-1"),
                                "Ann",
                                "soon replaced",
                                LocalDate.parse(until)),
                        "ann")
                .id();
    }

    @Test
    void aLifeWithAllThatTheLedgerTellsOfComesBack() throws IOException {
        byte[] backup = life();
        long entries = bench.core().ledger().head().size();
        bench.close();
        for (Kind target : Kind.values()) {
            bench.use(target, Files.createDirectory(folder.resolve(target.name())));
            bench.bringBack(backup);

            assertThat(bench.core().ledger().head().size()).isGreaterThanOrEqualTo(entries);
            assertThat(bench.core().waivers().list("alpha")).hasSize(3);
            clock.forward(Duration.ofDays(31));
            byte[] later = bench.backup();
            bench.close();
            bench.use(kind, Files.createDirectory(folder.resolve("again-" + target.name())));
            bench.bringBack(later);
            bench.close();
        }
        bench.start();
    }

    @Test
    void aRowThatIsNotAsItsEntrySaysIsRefusedByName() throws IOException {
        byte[] backup = life();

        refused(backup, "waiver", "\"until_day\":\"2027-05-31\"", "\"until_day\":\"2029-05-31\"")
                .contains("'until_day' 2029-05-31", "says 2027-05-31");
        refused(backup, "waiver", "\"approved_by\":\"bob\"", "\"approved_by\":\"ann\"")
                .contains("'approved_by' ann", "says bob");
        refused(backup, "pack", "(activated_at\":\")[^\"]*", "$12026-01-01T00:00:00Z")
                .contains("'activated_at' 2026-01-01T00:00:00Z");
        refused(backup, "pack", "(planned_for\":\")[^\"]*", "$12026-01-01T00:00:00Z")
                .contains("'planned_for' 2026-01-01T00:00:00Z");
        refused(backup, "pack", "\"state\":\"REJECTED\"", "\"state\":\"STAGED\"")
                .contains("'state' STAGED", "says REJECTED");
        refused(backup, "pack_event", "\"step\":\"APPROVED\"", "\"step\":\"STAGED\"")
                .contains("'step' STAGED", "says APPROVED");
        refused(backup, "pack_preview", "\"who\":\"bob\"", "\"who\":\"ann\"").contains("'who' ann", "says bob");
        refused(backup, "snapshot", "(\"digest\":\"sha256:)....", "$10000").contains("'digest' sha256:0000");
        refused(backup, "snapshot", "kept for 90 days", "kept for 9 days").contains("'removed_because' kept for 9");
        refused(backup, "audit", "(\"as_of\":\")[^\"]*", "$12020-01-01").contains("'as_of' 2020-01-01");
        refused(backup, "audit_part", "(verdict_digest\":\"sha256:)....", "$10000")
                .contains("'verdict_digest' sha256:0000");
        refused(backup, "audit_part", "(FAIL\\\\\":)[0-9]+", "$1777").contains("'result' ", "says sha256:");
        refused(backup, "waiver", "(\"until_day\":\"2027-07-31\")", "$1,\"approved_day\":\"2026-11-21\"")
                .contains("'approved_day' 2026-11-21", "says nothing");
        refused(backup, "regime", "\"installed\":true", "\"installed\":false").contains("'installed' false");
        refused(backup, "token_line", "\"maker\":\"ann\"", "\"maker\":\"eve\"").contains("'maker' eve", "says ann");
        refused(backup, "pack_key", "de-\\*", "*").contains("'regimes' *", "says de-*");
        refused(backup, "standing", "xx-one", "xx-two").contains("'regimes' xx-two", "says xx-one");
        refused(backup, "feed", "\"created_by\":\"ann\"", "\"created_by\":\"eve\"")
                .contains("'created_by' eve");
        refused(backup, "webhook", "receiver", "other").contains("'url' https://other.invalid/hook");
    }

    @Test
    void aRowTooFewOrTooManyIsRefused() throws IOException {
        byte[] backup = life();

        refused(backup, "waiver", "^[^\n]*\n", "").contains("'waiver'", "is missing, of which the entry");
        refused(backup, "token_line", "[^\n]*\"ci\"[^\n]*\n", "").contains("'token_line' of ci is missing");
        refused(backup, "pack_event", "[^\n]*\n$", "").contains("'pack_event'", "is missing");
        refused(backup, "waiver", "^\\{\"id\":\"[^\"]*\"([^\n]*\n)", "$0{\"id\":\"0190\"$1")
                .contains("'waiver' of 0190 is there, of which no entry");
        refused(backup, "feed", "^([^\n]*)office([^\n]*\n)", "$0$1gone$2").contains("'feed' of alpha, gone is there");
    }

    @Test
    void aLedgerThatIsCutShortIsRefused() throws IOException {
        byte[] backup = life();
        byte[] cut = edited(backup, "ledger", row -> row.replaceFirst("\"entries\":[0-9]+", "\"entries\":12"));

        refused(cut, "ledger_entry", "(?s)^((?:[^\n]*\n){12}).*", "$1").contains("is there, of which no entry");
    }

    private AbstractStringAssert<?> refused(byte[] backup, String table, String pattern, String other)
            throws IOException {
        byte[] changed = edited(backup, table, rows -> rows.replaceFirst(pattern, other));
        Path place = Files.createDirectory(folder.resolve("edited-" + ++restores));
        Path waiting = Files.write(place.resolve("restore.zip"), changed);
        try (HikariDataSource pool = kind.create(place).pool()) {
            return assertThat(catchThrowableOfType(
                                    StoreException.class,
                                    () -> SqlStore.withRows(pool, place.resolve("aside"), waiting))
                            .getMessage())
                    .as("%s of %s", pattern, table);
        }
    }

    /** The same with other rows in a table. */
    private static byte[] edited(byte[] backup, String table, UnaryOperator<String> change) throws IOException {
        return EditedBackup.of(backup, name -> true, table, before -> {
            String after = change.apply(before);
            assertThat(after).as("the rows of %s", table).isNotEqualTo(before);
            return after;
        });
    }
}
