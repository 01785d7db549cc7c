package org.assay.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assay.core.PackState;
import org.assay.rest.internal.resource.TestApi.Reply;

/** For every call and every status that the document names, a request that is answered so. */
final class Samples {
    private static final String AUDIT = "audits/" + FakeAudits.DONE;
    private static final String OTHER = "audits/0193505e-0000-7000-8000-00000000000f";
    private static final String GONE = "audits/" + FakeAudits.REMOVED;
    private static final String BUSY = "audits/" + FakeAudits.RUNNING;
    private static final String NETWORK = "{\"id\":\"delta\",\"name\":\"Delta\",\"country\":\"DE\"}";
    private static final String ASKED = "{\"network\":\"alpha\",\"regimes\":[\"de-bsi\"]}";
    private static final String[] BAD_KEY = {"Idempotency-Key", "not one"};

    private final Map<String, Function<TestApi, Reply>> samples = new LinkedHashMap<>();

    static Map<String, Function<TestApi, Reply>> all() {
        Samples all = new Samples();
        all.regimes();
        all.packs();
        all.networks();
        all.waivers();
        all.dossiers();
        all.snapshots();
        all.calendars();
        all.webhooks();
        all.audits();
        all.lists();
        all.impact();
        all.service();
        return all.samples;
    }

    private void regimes() {
        list("listRegimes", "regimes");
        String fr = "{\"id\":\"fr-anssi\"}";
        add("installRegime 200", api -> api.post("regimes", "{\"id\":\"de-bsi\"}"));
        add("installRegime 201", api -> api.post("regimes", fr));
        add("installRegime 404", api -> api.post("regimes", "{\"id\":\"xx-none\"}"));
        add("installRegime 409", api -> api.post("regimes", "{\"id\":\"uk-ncsc\"}"));
        changing("installRegime", "POST", "regimes", fr);
        read("getRegime", "regimes/de-bsi", "regimes/fr-anssi");
        add("removeRegime 204", api -> api.send("DELETE", "regimes/de-bsi", null));
        add("removeRegime 404", api -> api.send("DELETE", "regimes/fr-anssi", null));
        add("removeRegime 409", api -> {
            api.post("regimes", fr).is(201);
            return api.send("DELETE", "regimes/fr-anssi", null);
        });
        bare("removeRegime", "DELETE", "regimes/de-bsi");
        list("listRequirements", "regimes/de-bsi/requirements");
        add("listRequirements 404", api -> api.get("regimes/de-bsi/requirements?version=1.0.0"));
        add("listRequirements 409", api -> {
            api.core.packs.get("de-bsi").put("2026.1.0", PackState.SUPERSEDED);
            return api.get("regimes/de-bsi/requirements");
        });
    }

    private void packs() {
        list("listPacks", "regimes/de-bsi/packs");
        add("listPacks 404", api -> api.get("regimes/fr-anssi/packs"));
        add("uploadPack 200", api -> api.post("regimes/de-bsi/packs", "{\"known\":1}"));
        add("uploadPack 201", api -> api.post("regimes/de-bsi/packs", "{\"new\":1}"));
        add("uploadPack 404", api -> api.post("regimes/fr-anssi/packs", "{\"new\":1}"));
        add("uploadPack 409", api -> api.post("regimes/de-bsi/packs", "{\"taken\":1}"));
        changing("uploadPack", "POST", "regimes/de-bsi/packs", "{}");
        read("getPack", "regimes/de-bsi/packs/2026.1.0", "regimes/de-bsi/packs/1.0.0");
        for (String verb : List.of("activate", "rollback")) {
            String id = verb.equals("activate") ? "activatePack" : "rollBackToPack";
            add(id + " 200", api -> api.send("POST", "regimes/de-bsi/packs/2026.1.0/" + verb, null));
            add(id + " 404", api -> api.send("POST", "regimes/de-bsi/packs/1.0.0/" + verb, null));
            bare(id, "POST", "regimes/de-bsi/packs/2026.1.0/" + verb);
        }
        for (String id : List.of("activatePack", "rollBackToPack")) {
            String path = "regimes/de-bsi/packs/2026.1.0/" + (id.equals("activatePack") ? "activate" : "rollback");
            byte[] large = new byte[64 * 1024 + 1];
            add(id + " 413", api -> api.send("POST", path, new ByteArrayInputStream(large)));
            add(id + " 422", api -> api.post(path, "{\"at\":\"soon\"}"));
        }
        String second = "regimes/de-bsi/packs/2026.2.0";
        add("approvePack 200", api -> api.send("POST", second + "/approve", null));
        add("approvePack 404", api -> api.send("POST", "regimes/de-bsi/packs/1.0.0/approve", null));
        add("approvePack 409", api -> api.send("POST", "regimes/de-bsi/packs/2026.1.0/approve", null));
        bare("approvePack", "POST", second + "/approve");
        add("cancelPlan 204", api -> api.send("DELETE", "regimes/de-bsi/packs/2026.1.0/plan", null));
        add("cancelPlan 404", api -> api.send("DELETE", "regimes/de-bsi/packs/1.0.0/plan", null));
        add("cancelPlan 409", api -> api.send("DELETE", second + "/plan", null));
        bare("cancelPlan", "DELETE", second + "/plan");
        add("activatePack 409", api -> {
            api.core.packs.get("de-bsi").put("2026.1.0", PackState.REJECTED);
            return api.send("POST", "regimes/de-bsi/packs/2026.1.0/activate", null);
        });
        add("rollBackToPack 409", api -> api.send("POST", "regimes/de-bsi/packs/2026.2.0/rollback", null));
    }

    private void networks() {
        list("listNetworks", "networks");
        read("getNetwork", "networks/alpha", "networks/nowhere");
        String alpha = NETWORK.replace("delta", "alpha");
        add("putNetwork 200", api -> api.put("networks/alpha", alpha));
        add("putNetwork 201", api -> api.put("networks/delta", NETWORK));
        add("putNetwork 409", api -> api.put("networks/alpha", alpha.replace("DE", "FR")));
        add("putNetwork 412", api -> api.put("networks/alpha", alpha, "If-Match", "\"r99\""));
        changing("putNetwork", "PUT", "networks/delta", NETWORK);
        add("putNetwork 422", api -> api.put("networks/delta", "{\"id\":\"delta\"}"));
    }

    private void waivers() {
        String path = "networks/alpha/waivers";
        String wanted =
                "{\"regime\":\"de-bsi\",\"requirement\":\"A-1\",\"subject\":{\"kind\":\"component\",\"id\":\"amf-1\"},"
                        + "\"owner\":\"Eve\",\"reason\":\"it is being replaced\",\"until\":\"2026-12-31\"}";
        list("listWaivers", path);
        add("listWaivers 404", api -> api.get("networks/nowhere/waivers"));
        add("askForWaiver 201", api -> api.post(path, wanted));
        add("askForWaiver 404", api -> api.post("networks/nowhere/waivers", wanted));
        add("askForWaiver 409", api -> api.post("networks/gamma/waivers", wanted));
        changing("askForWaiver", "POST", path, wanted);
        add("askForWaiver 422", api -> api.post(path, wanted.replace("2026-12-31", "2026-01-31")));
        String known = path + "/" + FakeWaivers.KNOWN;
        read("getWaiver", known, path + "/none");
        add("approveWaiver 200", api -> api.send("POST", known + "/approve", null));
        add("approveWaiver 404", api -> api.send("POST", path + "/none/approve", null));
        add("approveWaiver 409", api -> {
            api.send("POST", known + "/approve", null).is(200);
            return api.send("POST", known + "/approve", null);
        });
        bare("approveWaiver", "POST", known + "/approve");
        String why = "{\"reason\":\"it was replaced\"}";
        add("withdrawWaiver 200", api -> api.post(known + "/withdraw", why));
        add("withdrawWaiver 404", api -> api.post(path + "/none/withdraw", why));
        add("withdrawWaiver 409", api -> {
            api.post(known + "/withdraw", why).is(200);
            return api.post(known + "/withdraw", why);
        });
        changing("withdrawWaiver", "POST", known + "/withdraw", why);
        add("withdrawWaiver 422", api -> api.post(known + "/withdraw", "{}"));
    }

    private void snapshots() {
        list("listSnapshots", "networks/alpha/snapshots");
        list("listCases", "networks/alpha/cases");
        add("listCases 400", api -> api.get("networks/alpha/cases?procedure=aplication"));
        add("listCases 404", api -> api.get("networks/nowhere/cases"));
        add("listCases 409", api -> api.get("networks/empty/cases"));
        list("listDeadlines", "networks/alpha/deadlines");
        add("listDeadlines 404", api -> api.get("networks/nowhere/deadlines"));
        add("listDeadlines 409", api -> api.get("networks/empty/deadlines"));
        list("listStanding", "standing");
        read("getStanding", "networks/alpha/standing", "networks/gamma/standing");
        String one = "{\"regimes\":[\"de-bsi\"]}";
        add("putStanding 200", api -> api.put("networks/alpha/standing", one));
        add("putStanding 201", api -> api.put("networks/gamma/standing", one));
        add("putStanding 404", api -> api.put("networks/nowhere/standing", one));
        add("putStanding 409", api -> api.put("networks/alpha/standing", one.replace("de-bsi", "uk-ncsc")));
        changing("putStanding", "PUT", "networks/alpha/standing", one);
        add("putStanding 422", api -> api.put("networks/alpha/standing", "{\"regimes\":[]}"));
        add("removeStanding 204", api -> api.send("DELETE", "networks/alpha/standing", null));
        add("removeStanding 404", api -> api.send("DELETE", "networks/gamma/standing", null));
        bare("removeStanding", "DELETE", "networks/alpha/standing");
        list("getOutlook", "networks/alpha/outlook");
        add("getOutlook 404", api -> api.get("networks/nowhere/outlook"));
        add("getOutlook 409", api -> api.get("networks/empty/outlook"));
        add("listSnapshots 404", api -> api.get("networks/nowhere/snapshots"));
        read("getSnapshot", "networks/alpha/snapshots/latest", "networks/alpha/snapshots/sha256:0");
        for (String place : List.of("snapshots", "evidence")) {
            String id = place.equals("snapshots") ? "postSnapshot" : "addEvidence";
            String path = "networks/alpha/" + place;
            add(id + " 200", api -> api.post(path, "{\"same\":1}"));
            add(id + " 201", api -> api.post(path, "{}"));
            add(id + " 404", api -> api.post("networks/nowhere/" + place, "{}"));
            changing(id, "POST", path, "{\"wrong\":1}");
            add(id + " 413", api -> api.post(path, "{}", "Content-Length", "67108865"));
        }
        add(
                "postSnapshot 409",
                api -> api.send("POST", "networks/gamma/snapshots", TestApi.bytes("id\n"), "Content-Type", "text/csv"));
        add("addEvidence 409", api -> api.post("networks/gamma/evidence", "{}"));
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
        repeated("testWebhook", "POST", "webhooks/w-1/test", "webhooks/w-2/test");
        repeated("sendAgain", "POST", "webhooks/w-1/deliveries/d-3/again", "webhooks/w-2/deliveries/d-3/again");
        list("listDeliveries", "webhooks/w-1/deliveries");
        add("listDeliveries 400", api -> api.get("webhooks/w-1/deliveries?state=lost"));
        add("listDeliveries 404", api -> api.get("webhooks/none/deliveries"));
    }

    /** A key that was used for another call. */
    private void repeated(String id, String method, String path, String other) {
        add(id + " 409", api -> {
            String[] key = {"Idempotency-Key", "k"};
            assertThat(api.send(method, path, null, key).status()).isLessThan(300);
            return api.send(method, other, null, key);
        });
    }

    private void calendars() {
        String calendar = "networks/alpha/deadlines.ics";
        read("getCalendar", calendar, "networks/nowhere/deadlines.ics");
        add("getCalendar 400", api -> api.get(calendar + "?days=soon"));
        add("getCalendar 409", api -> api.get("networks/empty/deadlines.ics"));
        String feeds = "networks/alpha/feeds";
        list("listFeeds", feeds);
        add("listFeeds 404", api -> api.get("networks/nowhere/feeds"));
        String name = "{\"name\":\"nightly\"}";
        add("addFeed 201", api -> api.post(feeds, name));
        add("addFeed 404", api -> api.post("networks/nowhere/feeds", name));
        add("addFeed 409", api -> api.post(feeds, "{\"name\":\"office\"}"));
        changing("addFeed", "POST", feeds, name);
        add("addFeed 422", api -> api.post(feeds, "{\"wrong\":\"nightly\"}"));
        add("revokeFeed 204", api -> api.send("DELETE", feeds + "/office", null));
        add("revokeFeed 404", api -> api.send("DELETE", feeds + "/none", null));
        add("revokeFeed 409", api -> {
            api.send("DELETE", feeds + "/office", null, "Idempotency-Key", "k").is(204);
            return api.send("DELETE", feeds + "/phone", null, "Idempotency-Key", "k");
        });
        bare("revokeFeed", "DELETE", feeds + "/office");
    }

    private void dossiers() {
        list("listDossiers", "networks/alpha/dossiers");
        add("listDossiers 404", api -> api.get("networks/nowhere/dossiers"));
        add("listDossiers 409", api -> api.get("networks/empty/dossiers"));
        String one = "dossiers/" + FakeDossiers.ID;
        read("getDossier", "networks/alpha/" + one, "networks/alpha/dossiers/fr-anssi.other");
        add("getDossier 400", api -> api.get("networks/alpha/" + one + "?format=docx"));
        add("getDossier 409", api -> api.get("networks/empty/" + one));
        read("getProgramme", "networks/alpha/programmes/huawei", "networks/alpha/programmes/nobody");
        add("getProgramme 400", api -> api.get("networks/alpha/programmes/huawei?language=x"));
        add("getProgramme 409", api -> api.get("networks/empty/programmes/huawei"));
    }

    private void audits() {
        list("listAudits", "audits");
        add("startAudit 201", api -> api.post("audits", ASKED));
        add("startAudit 202", api -> api.post("audits", ASKED.replace("}", ",\"options\":{\"de-bsi\":{\"a\":1}}}")));
        add("startAudit 404", api -> api.post("audits", ASKED.replace("alpha", "nowhere")));
        add("startAudit 410", api -> api.post("audits", ASKED.replace("alpha", "old")));
        add("startAudit 409", api -> api.post("audits", ASKED.replace("de-bsi", "uk-ncsc")));
        changing("startAudit", "POST", "audits", ASKED);
        add("startAudit 422", api -> api.post("audits", ASKED.replace("}", ",\"asOf\":\"soon\"}")));
        add("repeatAudit 201", api -> api.send("POST", AUDIT + "/again", null));
        add("repeatAudit 202", api -> api.send("POST", BUSY + "/again", null));
        add("repeatAudit 404", api -> api.send("POST", OTHER + "/again", null));
        add("repeatAudit 409", api -> api.send("POST", "audits/" + FakeAudits.FAILED + "/again", null));
        add("repeatAudit 410", api -> api.send("POST", GONE + "/again", null));
        bare("repeatAudit", "POST", AUDIT + "/again");
        read("getAudit", AUDIT, OTHER);
    }

    private void lists() {
        for (var list : Map.of(
                        "listVerdicts",
                        "/verdicts",
                        "listFindings",
                        "/findings",
                        "listMeasures",
                        "/measures",
                        "listReach",
                        "/consequences/reach",
                        "listReplacements",
                        "/consequences/replacements",
                        "listAlternatives",
                        "/consequences/alternatives",
                        "listCaps",
                        "/caps",
                        "compareRegimes",
                        "/comparison",
                        "diffAudits",
                        "/diff/" + FakeAudits.DONE)
                .entrySet()) {
            list(list.getKey(), AUDIT + list.getValue());
            add(list.getKey() + " 404", api -> api.get(OTHER + list.getValue()));
            add(list.getKey() + " 409", api -> api.get(BUSY + list.getValue()));
            add(list.getKey() + " 410", api -> api.get(GONE + list.getValue()));
        }
        read("getConsequences", AUDIT + "/consequences?currency=EUR&rate=USD:0.92", OTHER + "/consequences");
        add("getConsequences 400", api -> api.get(AUDIT + "/consequences?rate=USD:0.92"));
        add("getConsequences 410", api -> api.get(GONE + "/consequences"));
        add("getConsequences 409", api -> api.get(BUSY + "/consequences"));
        prices();
        for (var one : Map.of("getComponent", "/components/", "getSubject", "/subjects/component/")
                .entrySet()) {
            read(one.getKey(), AUDIT + one.getValue() + "amf-1", AUDIT + one.getValue() + "none");
            add(one.getKey() + " 409", api -> api.get(BUSY + one.getValue() + "amf-1"));
            add(one.getKey() + " 410", api -> api.get(GONE + one.getValue() + "amf-1"));
        }
    }

    private void prices() {
        String id = "priceConsequences";
        String body = "{\"replacements\":[{\"id\":\"p\"}]}";
        changing(id, "POST", AUDIT + "/consequences", body);
        add(id + " 200", api -> api.post(AUDIT + "/consequences?currency=EUR&rate=USD:0.92", body));
        add(id + " 400", api -> api.post(AUDIT + "/consequences?rate=USD:0.92", body));
        add(id + " 404", api -> api.post(OTHER + "/consequences", body));
        add(id + " 406", api -> api.post(AUDIT + "/consequences", body, "Accept", "image/png"));
        add(id + " 409", api -> api.post(BUSY + "/consequences", body));
        add(id + " 410", api -> api.post(GONE + "/consequences", body));
    }

    private void impact() {
        String impact = "/impact/" + FakeAudits.DONE;
        read("getImpact", AUDIT + impact, OTHER + impact);
        add("getImpact 400", api -> api.get(AUDIT + impact + "?outcome=BAD"));
        add("getImpact 410", api -> api.get(GONE + impact));
        add("getImpact 409", api -> api.get(BUSY + impact));
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
        keys();
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

    private void keys() {
        list("listKeys", "keys");
        String key = "{\"publicKey\":\"new\",\"regimes\":[\"de-bsi\"]}";
        add("addKey 200", api -> api.post("keys", key.replace("new", "known")));
        add("addKey 201", api -> api.post("keys", key));
        add("addKey 409", api -> api.post("keys", key.replace("new", "revoked")));
        changing("addKey", "POST", "keys", key);
        add("addKey 422", api -> api.post("keys", key.replace("regimes", "regime")));
        String revoke = "keys/" + FakeKeys.KNOWN + "/revoke";
        String why = "{\"reason\":\"it was lost\"}";
        add("revokeKey 200", api -> api.post(revoke, why));
        add("revokeKey 404", api -> api.post("keys/none/revoke", why));
        add("revokeKey 409", api -> {
            api.post(revoke, why).is(200);
            return api.post(revoke, why);
        });
        changing("revokeKey", "POST", revoke, why);
        add("revokeKey 422", api -> api.post(revoke, "{}"));
    }

    /** What every list answers. */
    private void list(String id, String path) {
        add(id + " 200", api -> api.get(path));
        add(id + " 400", api -> api.get(path + "?cursor=nonsense"));
        add(id + " 401", api -> api.get(path, "Authorization", ""));
        add(id + " 406", api -> api.get(path, "Accept", "image/png"));
    }

    /** What reading one thing answers. */
    private void read(String id, String path, String missing) {
        add(id + " 200", api -> api.get(path));
        add(id + " 401", api -> api.get(path, "Authorization", ""));
        add(id + " 404", api -> api.get(missing));
        add(id + " 406", api -> api.get(path, "Accept", "image/png"));
    }

    /** What every change with a body answers. */
    private void changing(String id, String method, String path, String body) {
        String[] json = {"Content-Type", "application/json"};
        add(id + " 400", api -> api.send(method, path, TestApi.bytes(body), json[0], json[1], BAD_KEY[0], BAD_KEY[1]));
        add(id + " 401", api -> api.send(method, path, TestApi.bytes(body), json[0], json[1], "Authorization", ""));
        byte[] large = new byte[8 * 1024 * 1024 + 1];
        add(id + " 413", api -> api.send(method, path, new ByteArrayInputStream(large), json[0], json[1]));
        add(id + " 415", api -> api.send(method, path, TestApi.bytes(body), json[0], "image/png"));
        add(id + " 422", api -> api.send(method, path, TestApi.bytes(body.replace("\"id\"", "\"wrong\"")), json));
    }

    /** What every change without a body answers. */
    private void bare(String id, String method, String path) {
        add(id + " 400", api -> api.send(method, path, null, BAD_KEY));
        add(id + " 401", api -> api.send(method, path, null, "Authorization", ""));
    }

    /** A later sample for the same call and status takes the place of an earlier one. */
    private void add(String key, Function<TestApi, Reply> sample) {
        samples.put(key, sample);
    }
}
