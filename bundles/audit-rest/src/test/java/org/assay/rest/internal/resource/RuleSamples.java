package org.assay.rest.internal.resource;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.assay.core.PackState;

/** Of regimes, packs and the keys that packs are signed with. */
final class RuleSamples extends Sampling {
    @Override
    void sample() {
        regimes();
        packs();
        keys();
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
}
