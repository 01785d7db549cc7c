package org.assay.engine.internal.interpret;

import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.measure.Groups;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.measure.Measures;
import org.assay.engine.internal.world.CelRecord;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.Given;
import org.assay.engine.internal.world.Meter;
import org.assay.engine.internal.world.RowView;
import org.assay.engine.internal.world.World;

/** What the expressions of one evaluation see. Not thread-safe. */
public final class RuleContext {
    private static final String COMPONENT = "component";

    private final World world;
    private final Map<String, Object> common = new HashMap<>();
    private final Map<String, Object> options;
    private final Measures measures;

    /** The context of a pack over a world, with every option given. */
    public RuleContext(World world, CompiledPack pack, Map<String, Object> options) {
        this(world, pack, options, EachComponent::new, new Groups());
    }

    /** The same, where measures get what their expressions come to from a source of their own, and are kept elsewhere. */
    public RuleContext(
            World world,
            CompiledPack pack,
            Map<String, Object> options,
            Function<RuleContext, Measures.Source> source,
            Groups groups) {
        this.world = world;
        this.options = Map.copyOf(options);
        Map<String, Object> tables = new HashMap<>();
        pack.pack().reference().forEach((name, table) -> tables.put(name, Given.of(RowView.rows(name, table))));
        common.put(Meter.NAME, world.meter());
        common.put("operator", world.the(Kind.OPERATOR));
        common.put("network", world.the(Kind.NETWORK));
        common.put("asOf", world.asOf());
        common.put("options", new Named(options));
        common.put("reference", new Named(tables));
        this.measures = new Measures(pack.measures(), this::ofComponent, source.apply(this), groups);
    }

    public World world() {
        return world;
    }

    /** The options by name. */
    public Map<String, Object> options() {
        return options;
    }

    /** What an expression sees of one component of something, besides what all see. */
    public Variables member(String name, FactView component) {
        return new Variables(common, name, component);
    }

    public Measures measures() {
        return measures;
    }

    /** What the expressions of measures see of a component. */
    public Variables ofComponent(FactView component) {
        return new Variables(common, COMPONENT, component);
    }

    /** What the expressions of a rule see of one subject. */
    public Variables about(CompiledRule rule, FactView subject) {
        Variables variables = new Variables(common, rule.variable(), subject);
        boolean component = rule.requirement().subject().equals(COMPONENT);
        return variables.with(MeasureRoot.NAME, component ? measures.ofComponent(subject) : measures.ofAll());
    }

    /** Every component, for what stands behind a verdict on something larger. */
    public List<FactView> components() {
        return world.all(Kind.COMPONENT);
    }

    /** Names and what they stand for. Immutable. */
    public static final class Variables implements CelVariableResolver {
        private final Map<String, Object> common;
        private final Map<String, Object> own;

        private Variables(Map<String, Object> common, String name, Object value) {
            this(common, Map.of(name, value));
        }

        private Variables(Map<String, Object> common, Map<String, Object> own) {
            this.common = common;
            this.own = own;
        }

        /** These and one more. */
        public Variables with(String name, Object value) {
            return with(Map.of(name, value));
        }

        /** These and more. */
        public Variables with(Map<String, ?> values) {
            Map<String, Object> more = new HashMap<>(own);
            more.putAll(values);
            return new Variables(common, more);
        }

        /** These, about one component. */
        public Variables withComponent(FactView component) {
            return with(COMPONENT, component);
        }

        @Override
        public Optional<Object> find(String name) {
            Object value = own.get(name);
            return Optional.ofNullable(value != null ? value : common.get(name));
        }
    }

    /** Options or tables by name; the checker has made sure that the name is there. */
    private static final class Named extends CelRecord {
        private final Map<String, Object> values;

        Named(Map<String, Object> values) {
            this.values = Map.copyOf(values);
        }

        @Override
        public Object select(String name) {
            return values.get(name);
        }
    }
}
