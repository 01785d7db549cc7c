package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the aggregates of a pack. */
final class MeasureReader {
    private static final List<String> WEIGHTS =
            List.of("count", "sites", "busyHourTraffic", "yearlyTraffic", "premises");
    private static final List<String> FUNCTIONS = List.of("count", "share", "shares", "min", "max", "any");
    private static final String ONE = "Exactly one of count, share, shares, min, max, any";

    private final Values values;

    MeasureReader(Values values) {
        this.values = values;
    }

    Map<String, MeasureDef> measures(Fields pack) {
        Map<String, MeasureDef> measures = new LinkedHashMap<>();
        for (YamlNode.Entry entry : pack.entries("measures")) {
            measures.put(values.name(entry.key()), measure(entry.value()));
        }
        return measures;
    }

    private MeasureDef measure(YamlNode node) {
        Fields fields = Fields.of(
                node, values, "a measure", "count", "share", "shares", "min", "max", "any", "of", "by", "per");
        List<String> given = FUNCTIONS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            String message = given.isEmpty() ? "the measure computes nothing" : "the measure computes " + given;
            values.faults().add("missing-key", node, message, ONE);
        }
        String function = given.isEmpty() ? "count" : given.get(0);
        MeasureDef.Function computes = MeasureDef.Function.valueOf(function.toUpperCase(Locale.ROOT));
        return new MeasureDef(
                computes,
                fields.optional(function, values::expression, new Expr("", fields.at())),
                fields.get("of").map(values::expression).orElse(null),
                weights(fields, computes),
                fields.list("per").stream().map(values::expression).toList(),
                fields.at());
    }

    private List<String> weights(Fields fields, MeasureDef.Function function) {
        List<String> weights = new ArrayList<>();
        for (YamlNode node : fields.list("by")) {
            String weight = values.text(node);
            if (!weight.isBlank() && !WEIGHTS.contains(weight)) {
                values.faults()
                        .add("bad-value", node, "nothing is weighed by " + node.what(), Suggest.hint(weight, WEIGHTS));
            }
            weights.add(weight);
        }
        boolean weighed = function == MeasureDef.Function.COUNT
                || function == MeasureDef.Function.SHARE
                || function == MeasureDef.Function.SHARES;
        if (!weighed && !weights.isEmpty()) {
            values.faults().add("bad-value", fields.node(), "min, max and any weigh nothing", "Leave 'by' out");
        }
        return weighed && weights.isEmpty() ? List.of("count") : weights;
    }
}
