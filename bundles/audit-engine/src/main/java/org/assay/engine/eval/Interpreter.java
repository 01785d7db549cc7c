package org.assay.engine.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.internal.procedure.Cases;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** The reference evaluator: what it says is what a pack means. */
public final class Interpreter implements Evaluator {

    @Override
    public Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms) {
        return open(rules, facts, terms, () -> false);
    }

    @Override
    public Evaluation open(RuleSet rules, PreparedFacts facts, AuditTerms terms, BooleanSupplier over) {
        AuditTerms whole = whole(rules, terms);
        Effort effort = Effort.on(facts.facts(), over);
        Replays replays = new Replays(rules.compiled(), facts.facts(), whole, effort, null);
        Cases.Worked worked = replays.work();
        return new InterpretedEvaluation(replays.after(worked), Cases.outcome(facts.facts(), worked.changed()));
    }

    /** Terms that name every option. */
    static AuditTerms whole(RuleSet rules, AuditTerms terms) {
        return new AuditTerms(terms.asOf(), terms.recordedOn(), options(rules.pack(), terms.options()));
    }

    /** Every option of a pack: as chosen, else its default. */
    private static Map<String, Object> options(RulePack pack, Map<String, Object> chosen) {
        Map<String, Object> options = new HashMap<>();
        pack.options().forEach((name, option) -> options.put(name, option.byDefault()));
        chosen.forEach(
                (name, value) -> options.put(name, chosen(name, pack.options().get(name), value, pack)));
        return options;
    }

    private static Object chosen(String name, RulePack.@Nullable Option option, Object value, RulePack pack) {
        String pointer = "/options/" + name.replace("~", "~0").replace("/", "~1");
        if (option == null) {
            String hint = pack.options().isEmpty()
                    ? "the pack has no options"
                    : "its options are " + String.join(", ", pack.options().keySet());
            throw new FaultException(
                    new Fault("unknown-option", pack.regime() + " has no option '" + name + "'", pointer, 0, 0, hint));
        }
        try {
            return FactValues.scalar(new FieldDef(name, option.type(), false, "", null, null), option.type(), value);
        } catch (FactValueException refused) {
            throw new FaultException(new Fault(refused.code(), refused.getMessage(), pointer, 0, 0, refused.hint()));
        }
    }
}
