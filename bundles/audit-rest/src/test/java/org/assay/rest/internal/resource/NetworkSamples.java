package org.assay.rest.internal.resource;

import java.util.List;

/** Of networks and what is theirs: waivers, dossiers, snapshots, calendars. */
final class NetworkSamples extends Sampling {
    private static final String NETWORK = "{\"id\":\"delta\",\"name\":\"Delta\",\"country\":\"DE\"}";

    @Override
    void sample() {
        networks();
        waivers();
        dossiers();
        snapshots();
        calendars();
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
}
