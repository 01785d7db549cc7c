package org.assay.bench.peers;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorLong;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;

/** jCasbin, an enforcer for each rule whose matcher is the rule; joins are functions in Java. */
public final class CasbinPeer implements Peer {
    private static final Set<String> UNION = Set.of("DE", "FR", "FI", "SE", "NL", "EE", "IE", "AT");
    private static final Set<String> OTHERS = Set.of("US", "JP", "KR", "CH");

    private final List<Enforcer> enforcers = new ArrayList<>();
    private final Law law;
    private final Papers papers;

    /** Compiles the rules. */
    public CasbinPeer(Law law) throws IOException {
        this.law = law;
        this.papers = new Papers(law);
        for (String matcher : Texts.lines("casbin.txt")) {
            enforcers.add(enforcer(matcher));
        }
    }

    @Override
    public String name() {
        return "jcasbin";
    }

    @Override
    public void judge(Unit[] units, int from, int to, long[] masks) {
        for (int i = from; i < to; i++) {
            UnitBean bean = new UnitBean(units[i]);
            long mask = 0;
            for (int rule = 0; rule < enforcers.size(); rule++) {
                mask |= enforcers.get(rule).enforce(bean) ? 1L << rule : 0;
            }
            masks[i] = mask;
        }
    }

    private Enforcer enforcer(String matcher) {
        Model model = new Model();
        model.addDef("r", "r", "sub");
        model.addDef("p", "p", "rule");
        model.addDef("e", "e", "some(where (p.eft == allow))");
        model.addDef("m", "m", matcher);
        Enforcer enforcer = new Enforcer(model);
        enforcer.addPolicy("any");
        functions().forEach((name, test) -> enforcer.addFunction(name, function(name, test)));
        enforcer.addFunction("allied", country("allied", true));
        enforcer.addFunction("union", country("union", false));
        enforcer.addFunction("day", new Day());
        return enforcer;
    }

    private Map<String, BiPredicate<Unit, List<String>>> functions() {
        Map<String, BiPredicate<Unit, List<String>>> all = new HashMap<>();
        all.put("critical", (unit, words) -> law.critical(unit.functions()));
        all.put("certifiedBefore", (unit, words) -> papers.certifiedFrom(unit) <= UnitBean.day(unit.firstUse()));
        all.put("certifiedToday", (unit, words) -> papers.certifiedToday(unit));
        all.put("reported", (unit, words) -> papers.reportedFrom(unit) <= UnitBean.day(unit.firstUse()));
        all.put("notified", (unit, words) -> papers.notifiedFrom(unit) <= UnitBean.day(unit.firstUse()));
        all.put("authorised", (unit, words) -> papers.authorisedRegions(unit)
                .contains(unit.site().region()));
        all.put("serves", (unit, words) -> unit.generations().contains(words.get(0)));
        all.put("realises", (unit, words) -> unit.functions().contains(words.get(0)));
        all.put("inGroup", (unit, words) -> law.inGroup(supplier(unit, words.get(0)), words.get(1)));
        all.put("declared", this::declared);
        all.put("stateControlled", (unit, words) -> Facts.stateControlled(unit.supplier()));
        all.put("heldFromOutside", (unit, words) -> law.heldFromOutside(unit.supplier()));
        all.put("withdrawn", (unit, words) -> law.withdrawn(unit.hardwareModel()));
        all.put("vulnerable", (unit, words) -> law.vulnerable(unit.product(), unit.version()));
        all.put("unlogged", (unit, words) -> unit.remoteAccess().stream().anyMatch(access -> !access.logged()));
        all.put("accessFromOutside", (unit, words) -> !UNION.containsAll(Facts.accessFrom(unit)));
        all.put("operatedFromOutside", (unit, words) -> !UNION.containsAll(Facts.operators(unit)));
        return all;
    }

    private boolean declared(Unit unit, List<String> words) {
        boolean seller = words.get(0).equals("seller");
        long by = seller ? UnitBean.day(unit.firstUse()) : Integer.MAX_VALUE;
        return papers.declaredFrom(supplier(unit, words.get(0))) <= by;
    }

    private static Supplier supplier(Unit unit, String role) {
        return switch (role) {
            case "seller" -> unit.supplier();
            case "maker" -> unit.hardwareMaker();
            default -> unit.softwareMaker();
        };
    }

    private static CustomFunction function(String name, BiPredicate<Unit, List<String>> test) {
        return new Named(name) {
            @Override
            boolean test(Map<String, Object> env, AviatorObject... args) {
                UnitBean bean = (UnitBean) FunctionUtils.getJavaObject(args[0], env);
                List<String> words = new ArrayList<>();
                for (int i = 1; i < args.length; i++) {
                    words.add(FunctionUtils.getStringValue(args[i], env));
                }
                return test.test(bean.unit(), words);
            }
        };
    }

    private static CustomFunction country(String name, boolean others) {
        return new Named(name) {
            @Override
            boolean test(Map<String, Object> env, AviatorObject... args) {
                String code = FunctionUtils.getStringValue(args[0], env);
                return UNION.contains(code) || others && OTHERS.contains(code);
            }
        };
    }

    /** A function that answers yes or no. */
    private abstract static class Named extends CustomFunction {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        abstract boolean test(Map<String, Object> env, AviatorObject... args);

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject one) {
            return AviatorBoolean.valueOf(test(env, one));
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject one, AviatorObject two) {
            return AviatorBoolean.valueOf(test(env, one, two));
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject one, AviatorObject two, AviatorObject three) {
            return AviatorBoolean.valueOf(test(env, one, two, three));
        }

        @Override
        public String getName() {
            return name;
        }
    }

    /** The number of a day. */
    private static final class Day extends CustomFunction {
        private final Map<String, Long> known = new HashMap<>();

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject day) {
            String text = FunctionUtils.getStringValue(day, env);
            return AviatorLong.valueOf(
                    known.computeIfAbsent(text, t -> LocalDate.parse(t).toEpochDay()));
        }

        @Override
        public String getName() {
            return "day";
        }
    }
}
