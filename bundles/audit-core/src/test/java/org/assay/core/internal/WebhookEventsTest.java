package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.core.AuditRequest;
import org.assay.core.AuditView;
import org.assay.core.PageRequest;
import org.assay.core.Webhooks;
import org.assay.core.store.RegimeRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told, and to whom. */
class WebhookEventsTest {
    @TempDir
    private Path data;

    private WebhookBench hooks;

    @BeforeEach
    void open() {
        hooks = new WebhookBench(data);
    }

    @Test
    void aClockThatRanOutOverMidnightWhileTheServiceWasDownIsToldOnceByTheNext() {
        hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.announce();
        hooks.announce();
        assertThat(hooks.receiver.taken()).isEmpty();
        hooks.bench.clock.forward(Duration.ofDays(14));
        hooks.announce();
        hooks.announce();
        hooks.courier().run();
        assertThat(hooks.types()).containsExactly(Webhooks.CASE_MOVED);
        JsonNode told = hooks.receiver.taken().get(0).json().path("data");
        assertThat(told.path("state").asText()).isEqualTo("REFUSED");
        assertThat(told.path("from").asText()).isEqualTo("PENDING");
        assertThat(told.path("day").asText()).isEqualTo("2026-12-05");
        assertThat(told.path("breach").asBoolean()).isTrue();
    }

    @Test
    void whatMovesRightAfterSomebodySubscribedIsTold() {
        hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.bench.clock.forward(Duration.ofDays(14));
        hooks.announce();
        hooks.courier().run();
        assertThat(hooks.types()).containsExactly(Webhooks.CASE_MOVED);
    }

    @Test
    void aCaseThatComesBackToAStateIsToldAgainAsAnotherMessage() {
        String decision = "{\"id\": \"d\", \"kind\": \"decision\", \"about\": [\"f\"], \"issued\": \"2026-12-10\"}";
        hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.bench.clock.forward(Duration.ofDays(20));
        hooks.tell();
        for (int round = 0; round < 2; round++) {
            hooks.send("good", WebhookBench.FILE, decision);
            hooks.tell();
            hooks.send("good");
            hooks.tell();
        }
        assertThat(hooks.told("state")).containsExactly("REFUSED", "DECIDED", "REFUSED", "DECIDED", "REFUSED");
        assertThat(hooks.receiver.taken()).extracting(WebhookBench.Request::id).doesNotHaveDuplicates();
    }

    @Test
    void aCorrectionAndTheCorrectionOfItAreToldEachTime() {
        String decision = "{\"id\": \"d\", \"kind\": \"decision\", \"about\": [\"f\"], \"issued\": \"2026-12-10\"}";
        List<String> records = new ArrayList<>(List.of(WebhookBench.FILE, decision));
        hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.bench.clock.forward(Duration.ofDays(20));
        hooks.send("good", records.toArray(String[]::new));
        hooks.tell();
        correct(records, "k1", "d");
        correct(records, "k2", "k1");
        correct(records, "k3", "k2");
        correct(records, "k4", "k3");
        assertThat(hooks.told("state")).containsExactly("DECIDED", "REFUSED", "DECIDED", "REFUSED", "DECIDED");
        assertThat(hooks.told("from"))
                .as("the first look sees two moves, a correction takes one back")
                .containsExactly("PENDING", "DECIDED", "REFUSED", "DECIDED", "REFUSED");
        assertThat(hooks.told("day"))
                .as("of the last move that counts")
                .containsExactly("2026-12-10", "2026-12-05", "2026-12-10", "2026-12-05", "2026-12-10");
    }

    @Test
    void aCaseThatIsNoMoreIsToldAndSoIsItsReturn() {
        List<String> records = new ArrayList<>(List.of(WebhookBench.FILE));
        hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.tell();
        correct(records, "k1", "f");
        correct(records, "k2", "k1");
        correct(records, "k3", "k2");
        correct(records, "k4", "k3");
        hooks.tell();
        assertThat(hooks.told("state")).containsExactly("", "PENDING", "", "PENDING");
        assertThat(hooks.told("from")).containsExactly("PENDING", "", "PENDING", "");
        assertThat(hooks.told("gone")).containsExactly("true", "", "true", "");
        JsonNode told = hooks.receiver.taken().get(0).json().path("data");
        assertThat(told.path("subject").path("id").asText()).isEqualTo("f");
        assertThat(told.path("procedure").asText()).isEqualTo("permit");
        assertThat(told.has("day")).isFalse();
    }

    @Test
    void theCasesOfARegimeThatIsRemovedAreOnlyOutOfSight() {
        hooks.subscribe(Webhooks.CASE_MOVED);
        hooks.tell();
        install(false);
        hooks.tell();
        install(true);
        hooks.tell();
        assertThat(hooks.told("state")).isEmpty();
    }

    private void install(boolean installed) {
        RegimeRow row = new RegimeRow("xx-one", installed, hooks.bench.clock.instant(), "tester");
        hooks.bench.store.write(tx -> {
            tx.regimes().put(row);
            return true;
        });
    }

    /** Takes a record back, today. */
    private void correct(List<String> records, String id, String about) {
        records.add("{\"id\": \"%s\", \"kind\": \"correction\", \"about\": [\"%s\"], \"issued\": \"%s\"}"
                .formatted(id, about, LocalDate.ofInstant(hooks.bench.clock.instant(), ZoneOffset.UTC)));
        hooks.send("good", records.toArray(String[]::new));
        hooks.tell();
    }

    @Test
    void anAuditThatIsDoneIsToldInTheWordsOfTheApi() {
        hooks.subscribe(Webhooks.AUDIT_FINISHED);
        hooks.bench.audit("alpha", "xx-one");
        hooks.courier().run();
        assertThat(hooks.told("state")).containsExactly("done");
    }

    @Test
    void findingsThatAreNewOrGoneAreToldOnce() {
        hooks.subscribe(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
        hooks.bench.audit("alpha", "xx-one");
        hooks.announce();
        hooks.send("bad");
        hooks.bench.clock.forward(Duration.ofMinutes(1));
        hooks.bench.audit("alpha", "xx-one");
        hooks.announce();
        hooks.announce();
        hooks.send("good");
        hooks.bench.clock.forward(Duration.ofMinutes(1));
        hooks.bench.audit("alpha", "xx-one");
        hooks.announce();
        hooks.courier().run();
        assertThat(hooks.types()).containsExactlyInAnyOrder(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
        assertThat(hooks.receiver.taken()).allMatch(request -> request.body().contains("\"id\":\"c-1\""));
    }

    @Test
    void ofMoreThanAHundredFindingsAHundredAreListedAndAllAreCounted() {
        hooks.subscribe(Webhooks.FINDING_OPENED);
        hooks.bench.audit("alpha", "xx-one");
        hooks.tell();
        findings(100);
        findings(201);
        assertThat(hooks.told("count")).containsExactly("100", "101");
        assertThat(hooks.told("truncated")).containsExactly("false", "true");
        assertThat(hooks.receiver.taken())
                .extracting(
                        request -> request.json().path("data").path("findings").size())
                .containsExactly(100, 100);
    }

    /** So many components that do not meet the demand. */
    private void findings(int count) {
        String component =
                "{\"id\": \"b-%d\", \"kind\": \"equipment\", \"domain\": \"core\", \"product\": {\"name\": \"bad\"}}";
        String all = IntStream.range(0, count).mapToObj(component::formatted).collect(Collectors.joining(", "));
        hooks.bench.send(
                Bench.document("alpha", "good").replace("\"components\": [", "\"components\": [" + all + ", "));
        hooks.bench.clock.forward(Duration.ofMinutes(1));
        hooks.bench.audit("alpha", "xx-one");
        hooks.tell();
    }

    @Test
    void anAuditOfAnotherDayOrOfOlderFactsIsNoNews() {
        hooks.subscribe(Webhooks.FINDING_OPENED, Webhooks.FINDING_CLOSED);
        audit(null, null);
        hooks.tell();
        String good = hooks.bench
                .core
                .networks()
                .snapshots("alpha", new PageRequest(null, 1))
                .items()
                .get(0)
                .digest();
        hooks.send("bad");
        for (String day : List.of("2026-06-01", "2026-11-20", "2026-11-22", "2030-01-01")) {
            audit(LocalDate.parse(day), null);
            hooks.tell();
        }
        assertThat(hooks.types()).isEmpty();
        AuditView opened = audit(null, null);
        for (int i = 0; i < 25; i++) {
            audit(LocalDate.parse("2026-06-01"), null);
        }
        hooks.tell();
        assertThat(hooks.told("audit")).containsExactly(opened.id());
        audit(null, good);
        hooks.tell();
        assertThat(hooks.types()).as("the older facts had no such finding").containsExactly(Webhooks.FINDING_OPENED);
    }

    private AuditView audit(@Nullable LocalDate asOf, @Nullable String snapshot) {
        AuditRequest request = new AuditRequest("alpha", List.of("xx-one"), asOf, null, snapshot, Map.of());
        return hooks.bench.core.audits().create(request, "tester");
    }

    @Test
    void aPackThatBecomesActiveIsTold() {
        hooks.subscribe(Webhooks.PACK_ACTIVATED);
        byte[] pack = TestPacks.pack("xx-one", "2026.2.0", "better");
        hooks.bench.core.packs().stage("xx-one", pack, "tester");
        hooks.bench.core.packs().activate("xx-one", "2026.2.0", "tester");
        hooks.courier().run();
        assertThat(hooks.types()).containsExactly(Webhooks.PACK_ACTIVATED);
        assertThat(hooks.receiver
                        .taken()
                        .get(0)
                        .json()
                        .path("data")
                        .path("version")
                        .asText())
                .isEqualTo("2026.2.0");
    }

    @Test
    void onlyWhatWasAskedForIsTold() {
        hooks.bench.core.networks().put("beta", "Beta", "DE", null, "tester");
        hooks.webhooks.add(WebhookBench.URL, Set.of(), "beta", "tester");
        hooks.subscribe(Webhooks.PACK_ACTIVATED);
        hooks.bench.audit("alpha", "xx-one");
        hooks.announce();
        hooks.courier().run();
        assertThat(hooks.receiver.all()).isEmpty();
    }
}
