package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assay.core.NotFoundException;
import org.assay.core.PreconditionException;
import org.assay.core.Webhooks;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions: made, changed, removed, and what they keep to themselves. */
class WebhookSubscriptionsTest {
    @TempDir
    private Path data;

    private WebhookBench hooks;

    @BeforeEach
    void open() {
        hooks = new WebhookBench(data);
    }

    @Test
    void theLedgerAndTextsHoldNeitherSecretNorPath() {
        Webhooks.Secret made = hooks.webhooks.add(
                URI.create("https://receiver.example/in?key=not-to-be-told"), Set.of(), null, "tester");
        hooks.webhooks.rotate(made.webhook().id(), "tester");
        String key = made.secret().substring("whsec_".length());
        String ledger =
                hooks.bench.store.read(tx -> tx.ledger().entries(0, 100)).toString();
        assertThat(ledger).contains("receiver.example").doesNotContain(key, "not-to-be-told");
        assertThat(made.toString()).doesNotContain(key);
        assertThat(hooks.bench.store.read(tx -> tx.webhooks().all()).toString()).doesNotContain(key);
    }

    @Test
    void whatCannotBeIsRefused() {
        for (String url : List.of(
                "ftp://x/",
                "https:///x",
                "https://user:pw@host/",
                "https://host/#a",
                "mailto:a@b",
                "https://host:99999/",
                "https://host:0/",
                "http://8.8.8.8/",
                "https://10.0.0.1/in")) {
            assertThatThrownBy(() -> hooks.webhooks.add(URI.create(url), Set.of(), null, "tester"))
                    .as(url)
                    .isInstanceOf(FaultException.class);
        }
        assertThatThrownBy(() -> hooks.subscribe("nothing")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> hooks.webhooks.add(WebhookBench.URL, Set.of(), "nowhere", "tester"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hooks.webhooks.remove("none", "tester")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> hooks.webhooks.again(hooks.subscribe().webhook().id(), "none"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatCanNeverBeSentIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> hooks.webhooks.add(URI.create("http://8.8.8.8/"), Set.of(), null, "tester"))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(
                                e.faults().get(0))
                        .matches(fault -> fault.code().equals("closed-address"))
                        .matches(fault -> fault.message().startsWith("http goes only to what webhookAllow names"))
                        .matches(fault -> fault.hint().startsWith("use https, or have its range added")));
        String id = hooks.subscribe().webhook().id();
        assertThatThrownBy(
                        () -> hooks.webhooks.change(id, URI.create("https://host:0/"), Set.of(), null, null, "tester"))
                .isInstanceOf(FaultException.class);
        hooks.webhooks.add(URI.create("http://localhost:8080/"), Set.of(), null, "tester");
        hooks.webhooks.add(URI.create("http://127.0.0.1:8080/"), Set.of(), null, "tester");
    }

    @Test
    void whoIsRemovedIsToldNothingMore() {
        String id = hooks.subscribe().webhook().id();
        hooks.webhooks.test(id);
        hooks.webhooks.remove(id, "tester");
        hooks.courier().run();
        assertThat(hooks.receiver.all()).isEmpty();
        assertThat(hooks.webhooks.list()).isEmpty();
    }

    @Test
    void whatIsChangedHoldsFromNowOnForWhatWaitsToo() {
        Webhooks.Secret made = hooks.subscribe(Webhooks.AUDIT_FINISHED);
        String id = made.webhook().id();
        hooks.bench.audit("alpha", "xx-one");
        URI other = URI.create("https://other.example/in");
        Webhooks.View seen = hooks.webhooks.get(id);
        Webhooks.View changed =
                hooks.webhooks.change(id, other, Set.of(Webhooks.PACK_ACTIVATED), "alpha", seen.revision(), "tester");
        assertThat(changed.events()).containsExactly(Webhooks.PACK_ACTIVATED);
        assertThat(changed.network()).isEqualTo("alpha");
        assertThat(changed.waiting()).isEqualTo(1);
        hooks.bench.audit("alpha", "xx-one");
        hooks.courier().run();
        assertThat(hooks.receiver.taken()).hasSize(1).allMatch(request -> request.signedWith(made.secret()));
        assertThat(hooks.receiver.addresses()).containsExactly(other);
    }

    @Test
    void whatWasChangedMeanwhileIsNotChangedOver() {
        String id = hooks.subscribe().webhook().id();
        long seen = hooks.webhooks.get(id).revision();
        hooks.webhooks.rotate(id, "tester");
        assertThatThrownBy(() -> hooks.webhooks.change(id, WebhookBench.URL, Set.of(), null, seen, "tester"))
                .isInstanceOf(PreconditionException.class);
        long now = hooks.webhooks.get(id).revision();
        assertThat(hooks.webhooks
                        .change(id, WebhookBench.URL, Set.of(), null, now, "tester")
                        .revision())
                .as("nothing is another")
                .isEqualTo(now);
        URI other = URI.create("https://other.example/in");
        assertThat(hooks.webhooks
                        .change(id, other, Set.of(), null, null, "tester")
                        .revision())
                .isNotEqualTo(now);
        assertThat(hooks.bench.store.read(tx -> tx.ledger().entries(0, 100)).toString())
                .contains("CHANGED", "other.example");
    }
}
