package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.core.AuditView;
import org.assay.core.ConflictException;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.VerdictFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of audits that are not up to date, and what is not compared. */
class StaleListTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        bench.network("alpha", "a");
        bench.network("beta", "a");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Page<AuditView> stale(PageRequest page) {
        return bench.core.audits().list(null, false, true, page);
    }

    private AuditView auditOf(String network) {
        bench.clock.forward(Duration.ofSeconds(1));
        return bench.audit(network, REGIME);
    }

    @Test
    void holdsAllThatAreStaleHoweverManyNewerOnesAreNot() {
        List<String> old = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            old.add(0, auditOf("alpha").id());
        }
        bench.snapshot("alpha", "b");
        for (int i = 0; i < 5; i++) {
            auditOf("beta");
        }

        Page<AuditView> first = stale(new PageRequest(null, 2));
        Page<AuditView> rest = stale(new PageRequest(first.nextCursor(), 2));

        assertThat(first.items()).extracting(AuditView::id).containsExactlyElementsOf(old.subList(0, 2));
        assertThat(rest.items()).extracting(AuditView::id).containsExactly(old.get(2));
        assertThat(rest.nextCursor()).isNull();
        assertThat(List.of(first.total(), rest.total())).containsOnly(3L);
        assertThat(bench.core
                        .audits()
                        .list("beta", false, true, PageRequest.first())
                        .total())
                .isZero();
    }

    @Test
    void thereIsNoImpactOfGoingFromOneNetworkToAnother() {
        String one = auditOf("alpha").id();
        String other = auditOf("beta").id();

        assertThatThrownBy(() -> bench.core.audits().impact(one, other, VerdictFilter.ALL))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("other-network"));
    }
}
