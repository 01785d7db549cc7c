package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Of the service itself: webhooks, ledger, back-up, retention, tokens, health. */
final class ServiceSamples extends Sampling {
    @Override
    void sample() {
        webhooks();
        service();
    }

    private void webhooks() {
        list("listWebhooks", "webhooks");
        String wanted = "{\"url\":\"https://example.org/\",\"network\":\"alpha\"}";
        add("addWebhook 201", api -> api.post("webhooks", wanted));
        add("addWebhook 404", api -> api.post("webhooks", wanted.replace("alpha", "nowhere")));
        changing("addWebhook", "POST", "webhooks", wanted);
        add("addWebhook 422", api -> api.post("webhooks", wanted.replace("https", "ftp")));
        read("getWebhook", "webhooks/w-1", "webhooks/none");
        add("getWebhook 400", api -> api.get("webhooks/w-1?x=1"));
        add("changeWebhook 200", api -> api.put("webhooks/w-1", wanted, "If-Match", "\"r1\""));
        add("changeWebhook 404", api -> api.put("webhooks/none", wanted));
        add("changeWebhook 409", api -> {
            assertThat(api.put("webhooks/w-1", wanted, "Idempotency-Key", "k").status())
                    .isEqualTo(200);
            return api.put("webhooks/w-2", wanted, "Idempotency-Key", "k");
        });
        add("changeWebhook 412", api -> api.put("webhooks/w-1", wanted, "If-Match", "\"r99\""));
        changing("changeWebhook", "PUT", "webhooks/w-1", wanted);
        add("changeWebhook 422", api -> api.put("webhooks/w-1", wanted.replace("https", "ftp")));
        add("removeWebhook 204", api -> api.send("DELETE", "webhooks/w-1", null));
        add("removeWebhook 404", api -> api.send("DELETE", "webhooks/none", null));
        repeated("removeWebhook", "DELETE", "webhooks/w-1", "webhooks/w-2");
        bare("removeWebhook", "DELETE", "webhooks/w-1");
        for (var one : Map.of("rotateWebhook", "/rotate", "testWebhook", "/test", "sendAgain", "/deliveries/d-3/again")
                .entrySet()) {
            add(one.getKey() + " 200", api -> api.send("POST", "webhooks/w-1" + one.getValue(), null));
            add(one.getKey() + " 404", api -> api.send("POST", "webhooks/none" + one.getValue(), null));
            bare(one.getKey(), "POST", "webhooks/w-1" + one.getValue());
        }
        add("rotateWebhook 409", api -> {
            for (int i = 1; i < FakeWebhooks.MAX_SECRETS; i++) {
                api.send("POST", "webhooks/w-1/rotate", null).is(200);
            }
            return api.send("POST", "webhooks/w-1/rotate", null);
        });
        repeated("testWebhook", "POST", "webhooks/w-1/test", "webhooks/w-2/test");
        repeated("sendAgain", "POST", "webhooks/w-1/deliveries/d-3/again", "webhooks/w-2/deliveries/d-3/again");
        list("listDeliveries", "webhooks/w-1/deliveries");
        add("listDeliveries 400", api -> api.get("webhooks/w-1/deliveries?state=lost"));
        add("listDeliveries 404", api -> api.get("webhooks/none/deliveries"));
    }

    private void service() {
        read("exportAudit", AUDIT + "/export", OTHER + "/export");
        add("exportAudit 410", api -> api.get(GONE + "/export"));
        add("exportAudit 409", api -> api.get(BUSY + "/export"));
        list("planRetention", "retention");
        add("planRetention 400", api -> api.get("retention?days=0"));
        add("runRetention 200", api -> api.send("POST", "retention", null));
        bare("runRetention", "POST", "retention");
        add("runRetention 409", api -> {
            api.send("DELETE", "tokens/admin", null, "Idempotency-Key", "k").is(204);
            return api.send("POST", "retention", null, "Idempotency-Key", "k");
        });
        add("getBackup 200", api -> api.get("backup"));
        add("getBackup 401", api -> api.get("backup", "Authorization", ""));
        add("getBackup 406", api -> api.get("backup", "Accept", "image/png"));
        add("getLedger 200", api -> api.get("ledger"));
        add("getLedger 401", api -> api.get("ledger", "Authorization", ""));
        add("getLedger 406", api -> api.get("ledger", "Accept", "image/png"));
        list("listLedgerEntries", "ledger/entries");
        read("proveLedgerEntry", "ledger/entries/1/proof", "ledger/entries/99/proof");
        add("proveLedgerEntry 400", api -> api.get("ledger/entries/first/proof"));
        read("proveLedgerGrowth", "ledger/growth/1", "ledger/growth/99");
        add("proveLedgerGrowth 400", api -> api.get("ledger/growth/-1"));
        list("listTokens", "tokens");
        add("addToken 201", api -> api.post("tokens", "{\"name\":\"nightly\"}"));
        add("addToken 409", api -> api.post("tokens", "{\"name\":\"admin\"}"));
        changing("addToken", "POST", "tokens", "{\"name\":\"nightly\"}");
        add("addToken 422", api -> api.post("tokens", "{\"name\":\"No Name\"}"));
        add("revokeToken 204", api -> api.send("DELETE", "tokens/admin", null));
        add("revokeToken 404", api -> api.send("DELETE", "tokens/nobody", null));
        add("revokeToken 409", api -> {
            api.send("DELETE", "tokens/admin", null, "Idempotency-Key", "k").is(204);
            return api.send("DELETE", "tokens/anna", null, "Idempotency-Key", "k");
        });
        bare("revokeToken", "DELETE", "tokens/admin");
        for (var open : Map.of(
                        "live",
                        "health/live",
                        "ready",
                        "health/ready",
                        "openApiJson",
                        "openapi.json",
                        "openApiYaml",
                        "openapi.yaml",
                        "metrics",
                        "metrics")
                .entrySet()) {
            add(open.getKey() + " 200", api -> api.get(open.getValue()));
            add(open.getKey() + " 406", api -> api.get(open.getValue(), "Accept", "image/png"));
        }
        add("ready 503", api -> {
            api.core.ready = false;
            return api.get("health/ready");
        });
        add("metrics 401", api -> api.get("metrics", "Authorization", ""));
    }
}
