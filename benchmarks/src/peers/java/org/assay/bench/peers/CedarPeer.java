package org.assay.bench.peers;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;

/**
 * Cedar, a policy for each rule, its policies cached, one request a component: the reasons of the answer are the rules that
 * hold. Its language cannot go through a list of records, so what evidence says is an attribute, made before time counts.
 */
public final class CedarPeer implements Peer {
    private final AuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final EntityUID who = uid("Auditor::\"a\"");
    private final EntityUID what = uid("Action::\"audit\"");
    private final Law law;
    private final Papers papers;
    private final Map<Unit, Entity> made = new HashMap<>();

    /** Reads the policies and keeps them on the native side. */
    public CedarPeer(Law law) throws Exception {
        this.law = law;
        this.papers = new Papers(law);
        Set<Policy> all = new HashSet<>();
        for (String condition : Texts.lines("cedar.txt")) {
            String id = String.format(Locale.ROOT, "R%02d", all.size() + 1);
            all.add(new Policy("permit(principal, action, resource) when { " + condition + " };", id));
        }
        policies = new PolicySet(all);
        policies.cache();
    }

    @Override
    public String name() {
        return "cedar";
    }

    /** Makes the attributes of components. */
    public void prepare(Unit[] units, int to) {
        for (int i = 0; i < to; i++) {
            made.computeIfAbsent(units[i], this::entity);
        }
    }

    @Override
    public void judge(Unit[] units, int from, int to, long[] masks) throws Exception {
        for (int i = from; i < to; i++) {
            Entity entity = made.get(units[i]);
            AuthorizationRequest request =
                    new AuthorizationRequest(who, what, entity.getEUID(), new HashMap<String, Value>());
            AuthorizationResponse answer = engine.isAuthorized(request, policies, Set.of(entity));
            var success = answer.success.orElseThrow(() -> new IllegalStateException(answer.toString()));
            if (!success.getErrors().isEmpty()) {
                throw new IllegalStateException(success.getErrors().toString());
            }
            long mask = 0;
            for (String id : success.getReason()) {
                mask |= 1L << Integer.parseInt(id.substring(1)) - 1;
            }
            masks[i] = mask;
        }
    }

    private Entity entity(Unit unit) {
        UnitBean bean = new UnitBean(unit);
        Map<String, Value> facts = new HashMap<>();
        text(facts, "domain", bean.getDomain());
        text(facts, "category", bean.getCategory());
        text(facts, "status", bean.getStatus());
        text(facts, "makerCountry", bean.getMakerCountry());
        text(facts, "seat", bean.getSeat());
        text(facts, "producedIn", bean.getProducedIn());
        text(facts, "siteKind", bean.getSiteKind());
        text(facts, "siteCountry", bean.getSiteCountry());
        text(facts, "region", unit.site().region());
        text(facts, "softwareMaker", unit.softwareMaker().id());
        text(facts, "hardwareMaker", unit.hardwareMaker().id());
        facts.put("traffic", new PrimLong(bean.getTraffic()));
        facts.put("ordered", new PrimLong(bean.getOrdered()));
        facts.put("installed", new PrimLong(bean.getInstalled()));
        facts.put("firstUse", new PrimLong(bean.getFirstUse()));
        facts.put("since", new PrimLong(bean.getSince()));
        facts.put("endOfSupport", new PrimLong(bean.getEndOfSupport()));
        lists(facts, unit);
        joins(facts, unit);
        return new Entity(uid("Component::\"" + unit.id() + "\""), facts, Set.of());
    }

    private void lists(Map<String, Value> facts, Unit unit) {
        facts.put("functions", texts(unit.functions()));
        facts.put("generations", texts(unit.generations()));
        facts.put("operators", texts(Facts.operators(unit)));
        facts.put("accessFrom", texts(Facts.accessFrom(unit)));
        facts.put("sellerGroups", groups(unit.supplier()));
        facts.put("makerGroups", groups(unit.hardwareMaker()));
        facts.put("authorisedRegions", texts(papers.authorisedRegions(unit)));
    }

    private void joins(Map<String, Value> facts, Unit unit) {
        facts.put("significant", new PrimBool(unit.site().significant()));
        facts.put("unlogged", new PrimBool(unit.remoteAccess().stream().anyMatch(access -> !access.logged())));
        facts.put("stateControlled", new PrimBool(Facts.stateControlled(unit.supplier())));
        facts.put("heldFromOutside", new PrimBool(law.heldFromOutside(unit.supplier())));
        facts.put("withdrawn", new PrimBool(law.withdrawn(unit.hardwareModel())));
        facts.put("vulnerable", new PrimBool(law.vulnerable(unit.product(), unit.version())));
        facts.put("certifiedToday", new PrimBool(papers.certifiedToday(unit)));
        facts.put("softwareDeclared", new PrimBool(papers.declaredFrom(unit.softwareMaker()) <= Integer.MAX_VALUE));
        facts.put("certifiedFrom", new PrimLong(papers.certifiedFrom(unit)));
        facts.put("reportedFrom", new PrimLong(papers.reportedFrom(unit)));
        facts.put("notifiedFrom", new PrimLong(papers.notifiedFrom(unit)));
        facts.put("declaredFrom", new PrimLong(papers.declaredFrom(unit.supplier())));
    }

    private Value groups(Supplier supplier) {
        return texts(List.of("Huawei", "ZTE").stream()
                .filter(group -> law.inGroup(supplier, group))
                .toList());
    }

    private static void text(Map<String, Value> facts, String name, String value) {
        facts.put(name, new PrimString(value));
    }

    private static Value texts(Collection<String> some) {
        List<Value> values = new ArrayList<>();
        some.forEach(text -> values.add(new PrimString(text)));
        return new CedarList(values);
    }

    private static EntityUID uid(String written) {
        return EntityUID.parse(written).orElseThrow();
    }
}
