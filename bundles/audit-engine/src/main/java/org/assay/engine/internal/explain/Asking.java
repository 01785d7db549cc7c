package org.assay.engine.internal.explain;

import java.util.Map;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.World;

/** Asks CEL each time. */
public final class Asking implements Telling {
    private final World world;
    private final RuleContext.Variables variables;
    private final Map<String, Object> facts;

    /** About whatever the variables are about; nothing else is to be asked of this world until the end. */
    public Asking(World world, RuleContext.Variables variables) {
        this.world = world;
        this.variables = variables;
        this.facts = world.startTrace();
    }

    @Override
    public Compiled.Result condition(Compiled when) {
        return when.run(variables);
    }

    @Override
    public String text(Template template) {
        return template.print(variables);
    }

    @Override
    public Compiled.Result day(Compiled expression) {
        return expression.run(variables);
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }

    @Override
    public void end() {
        world.stopTrace();
    }

    @Override
    public boolean isSure() {
        return true;
    }
}
