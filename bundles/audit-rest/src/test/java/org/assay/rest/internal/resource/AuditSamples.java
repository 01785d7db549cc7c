package org.assay.rest.internal.resource;

import java.util.Map;

/** Of audits, what they say and what follows from it. */
final class AuditSamples extends Sampling {
    private static final String ASKED = "{\"network\":\"alpha\",\"regimes\":[\"de-bsi\"]}";

    @Override
    void sample() {
        audits();
        lists();
        impact();
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
}
