package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.core.ConflictException;
import org.assay.core.IntakeReport;
import org.assay.core.NetworkView;
import org.assay.core.Networks;
import org.assay.core.Networks.Format;
import org.assay.core.NotFoundException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.PreconditionException;
import org.assay.core.SnapshotView;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.StoreException;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private static final String EVIDENCE =
            """
            {"evidence": [{"id": "e-1", "kind": "report", "issued": "2026-10-01"}]}
            """;

    @TempDir
    private Path data;

    private Bench bench;
    private Networks networks;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        networks = bench.core.networks();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void countsTheRevisionsOfANetwork() {
        Networks.Put first = networks.put("alpha", "Alpha", "DE", null, "ann");
        Networks.Put same = networks.put("alpha", "Alpha", "DE", 1L, "bob");
        Networks.Put renamed = networks.put("alpha", "Alpha AG", "DE", 1L, "bob");

        assertThat(first.isNew()).isTrue();
        assertThat(same.network()).isEqualTo(first.network());
        assertThat(renamed.isNew()).isFalse();
        assertThat(renamed.network().revision()).isEqualTo(2);
        assertThat(renamed.network().changedBy()).isEqualTo("bob");
        assertThatThrownBy(() -> networks.put("alpha", "Other", "DE", 1L, "eve"))
                .isInstanceOf(PreconditionException.class)
                .hasMessageContaining("has revision 2, not 1");
    }

    @Test
    void refusesWhatIsNoNetwork() {
        assertThatThrownBy(() -> networks.put("Alpha", "Alpha", "DE", null, "ann"))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> networks.put("alpha", " ", "DE", null, "ann")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> networks.put("alpha", "Alpha", "XX", null, "ann"))
                .isInstanceOf(FaultException.class);
        assertThat(networks.list(PageRequest.first()).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '\n', 0x1B, 0x7F, 0x9B, 0x2028, 0x202E, 0xD800})
    void refusesASignInANameThatATerminalOrAReaderMightObey(int sign) {
        assertThatThrownBy(() -> networks.put("alpha", "Al" + (char) sign + "pha", "DE", null, "ann"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/name");
                            assertThat(fault.message())
                                    .isEqualTo(String.format("the name has the sign U+%04X at character 3", sign));
                        }));
        assertThat(networks.put("alpha", "Älpha 阿", "DE", null, "ann").isNew()).isTrue();
    }

    @Test
    void keepsTheCountryOfANetworkThatHasSnapshots() {
        bench.network("alpha", "a");

        assertThatThrownBy(() -> networks.put("alpha", "Alpha", "FR", null, "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("network-country"));
    }

    @Test
    void recordsASnapshotOnceAndCountsItsRecords() {
        IntakeReport first = bench.network("alpha", "a");
        IntakeReport again = bench.snapshot("alpha", "a");
        IntakeReport other = bench.snapshot("alpha", "b");
        IntakeReport back = bench.snapshot("alpha", "a");

        assertThat(first.isNew()).isTrue();
        assertThat(first.snapshot().records()).containsEntry("component", 2).containsEntry("site", 0);
        assertThat(again.isNew()).isFalse();
        assertThat(again.snapshot()).isEqualTo(first.snapshot());
        assertThat(other.snapshot().number()).isEqualTo(2);
        assertThat(back.snapshot().number()).isEqualTo(3);
        assertThat(back.snapshot().digest()).isEqualTo(first.snapshot().digest());
        Page<SnapshotView> page = networks.snapshots("alpha", new PageRequest(null, 2));
        assertThat(page.items()).extracting(SnapshotView::number).containsExactly(3L, 2L);
        assertThat(networks.snapshots("alpha", new PageRequest(page.nextCursor(), 2))
                        .items())
                .containsExactly(first.snapshot());
    }

    @Test
    void namesTheRegimesWhoseFactsWereNotChecked() {
        assertThat(bench.network("alpha", "a").untyped()).containsExactly("xx-one");
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "a"));

        assertThat(bench.snapshot("alpha", "b").untyped()).isEmpty();
        String wrong = Bench.document("alpha", "a").replace("{\"big\": true}", "{\"big\": \"yes\"}");
        assertThatThrownBy(() -> networks.addSnapshot("alpha", Format.JSON, Bench.stream(wrong), "ann"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults().get(0).line()).isPositive());
        assertThat(networks.snapshots("alpha", PageRequest.first()).total()).isEqualTo(2);
    }

    @Test
    void refusesADocumentOfAnotherNetwork() {
        networks.put("alpha", "Alpha", "DE", null, "ann");

        assertThatThrownBy(() ->
                        networks.addSnapshot("alpha", Format.JSON, Bench.stream(Bench.document("beta", "a")), "ann"))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                        .extracting(Fault::code, Fault::pointer)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("wrong-network", "/network/id")));
        assertThatThrownBy(() ->
                        networks.addSnapshot("beta", Format.JSON, Bench.stream(Bench.document("beta", "a")), "ann"))
                .isInstanceOf(NotFoundException.class);
        assertThat(networks.get("alpha").latest()).isNull();
    }

    @Test
    void addsEvidenceToTheNewestSnapshot() {
        bench.network("alpha", "a");

        IntakeReport report = networks.addEvidence("alpha", Bench.stream(EVIDENCE), "ann");

        assertThat(report.snapshot().records()).containsEntry("evidence", 1).containsEntry("component", 2);
        assertThat(networks.facts("alpha", "latest").find(Kind.EVIDENCE, "e-1")).isPresent();
        assertThatThrownBy(() -> networks.addEvidence(
                        "alpha", Bench.stream("{\"sites\": [{\"id\": \"s-1\", \"kind\": \"edge\"}]}"), "ann"))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.faults()).extracting(Fault::code).containsExactly("only-evidence"));
    }

    @Test
    void refusesFactsThatAreNotThoseOfTheSnapshotThatNamesThem() {
        bench.network("alpha", "a");
        bench.snapshot("alpha", "b");
        SnapshotRow first =
                bench.store.read(tx -> tx.networks().snapshots("alpha", 2L, 1)).get(0);
        SnapshotRow second =
                bench.store.read(tx -> tx.networks().latest("alpha")).orElseThrow();
        SnapshotRow exchanged = new SnapshotRow(
                "alpha", 3, second.digest(), first.facts(), second.recordedAt(), "eve", second.records(), null);
        bench.store.write(tx -> {
            tx.networks().addSnapshot(exchanged);
            return true;
        });

        assertThatThrownBy(() -> networks.facts("alpha", "latest"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are those of " + first.digest())
                .hasMessageContaining("its row was changed");
        bench = bench.restart();
        assertThatThrownBy(() -> bench.core.networks().facts("alpha", "latest"))
                .as("read again from the blob")
                .isInstanceOf(StoreException.class);
    }

    @Test
    void needsASnapshotToAddTo() {
        networks.put("alpha", "Alpha", "DE", null, "ann");

        assertThatThrownBy(() -> networks.addEvidence("alpha", Bench.stream(EVIDENCE), "ann"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("no-snapshot"));
    }

    @Test
    void takesComponentsAsCsvAndTheRestFromTheNewestSnapshot() {
        bench.network("alpha", "a");
        networks.addEvidence("alpha", Bench.stream(EVIDENCE), "ann");

        IntakeReport report =
                networks.addSnapshot("alpha", Format.CSV, Bench.stream("id,kind,domain\nc-7,equipment,ran\n"), "ann");

        assertThat(report.snapshot().records()).containsEntry("evidence", 1).containsEntry("component", 1);
        assertThat(networks.facts("alpha", "latest").all(Kind.COMPONENT)).containsOnlyKeys("c-7");
    }

    @Test
    void aDocumentThatLeavesOutRecordsOfTheSnapshotBeforeSaysWhich() {
        bench.network("alpha", "a");
        assertThat(bench.snapshot("alpha", "b").notes()).noneMatch(note -> note.contains("snapshot before"));
        networks.addEvidence("alpha", Bench.stream(EVIDENCE), "ann");
        String more = IntStream.rangeClosed(1, 6)
                .mapToObj("{\"id\": \"d-%d\", \"kind\": \"report\"}"::formatted)
                .collect(Collectors.joining(", ", "{\"evidence\": [", "]}"));
        assertThat(networks.addEvidence("alpha", Bench.stream(more), "ann").notes())
                .noneMatch(note -> note.contains("snapshot before"));

        IntakeReport nightly = bench.snapshot("alpha", "c");

        assertThat(nightly.notes().get(0))
                .isEqualTo("evidence: 7 records of the snapshot before are not in this document:"
                        + " d-1, d-2, d-3, d-4, d-5 and 2 more; send a document with them if they are still true");
        assertThat(networks.addSnapshot("alpha", Format.CSV, Bench.stream("id,kind\nc-7,equipment\n"), "ann")
                        .notes())
                .anyMatch(note -> note.startsWith("components: 2 records of the snapshot before are not"));
    }

    @Test
    void exportsWhatItTakesBackToTheSameDigest() {
        SnapshotView snapshot = bench.network("alpha", "a").snapshot();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        networks.export("alpha", snapshot.digest(), out);
        bench.snapshot("alpha", "b");

        IntakeReport report =
                networks.addSnapshot("alpha", Format.NDJSON, new ByteArrayInputStream(out.toByteArray()), "ann");

        assertThat(report.snapshot().digest()).isEqualTo(snapshot.digest());
    }

    @Test
    void listsNetworksById() {
        for (String id : List.of("gamma", "alpha", "beta")) {
            networks.put(id, "Network", "DE", null, "ann");
        }

        Page<NetworkView> first = networks.list(new PageRequest(null, 2));
        assertThat(first.items()).extracting(NetworkView::id).containsExactly("alpha", "beta");
        assertThat(first.total()).isEqualTo(3);
        assertThat(networks.list(new PageRequest(first.nextCursor(), 2)).items())
                .extracting(NetworkView::id)
                .containsExactly("gamma");
        assertThatThrownBy(() -> networks.get("delta")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> networks.snapshot("alpha", "latest")).isInstanceOf(NotFoundException.class);
    }
}
