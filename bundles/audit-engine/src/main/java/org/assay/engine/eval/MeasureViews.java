package org.assay.engine.eval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assay.engine.facts.Fraction;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.measure.GroupView;
import org.assay.engine.internal.measure.KeyShares;
import org.assay.engine.internal.measure.Measures;
import org.assay.engine.internal.measure.ShareValue;
import org.assay.engine.internal.world.Unknown;

/** Shows measures to people. */
final class MeasureViews {
    private static final Fraction CAP = new Fraction(BigInteger.valueOf(7), BigInteger.valueOf(20));

    private MeasureViews() {}

    static List<MeasureView> of(CompiledPack pack, Measures measures) {
        List<MeasureView> views = new ArrayList<>();
        pack.pack().measures().forEach((name, def) -> {
            List<MeasureView.Group> groups = measures.groups(name).values().stream()
                    .map(MeasureViews::group)
                    .toList();
            views.add(new MeasureView(name, def.function().name().toLowerCase(Locale.ROOT), groups));
        });
        return views;
    }

    private static MeasureView.Group group(GroupView group) {
        Map<String, String> values = new TreeMap<>();
        Map<String, Integer> swaps = new TreeMap<>();
        group.fields().forEach((name, value) -> {
            if (value instanceof ShareValue share) {
                put(name, share, values, swaps);
            } else if (value instanceof KeyShares shares) {
                shares.fields().forEach((field, share) -> put(name + "." + field, share, values, swaps));
            } else if (!name.equals("key") && !name.equals("empty")) {
                values.put(name, value instanceof Unknown ? "unknown" : Template.print(value));
            }
        });
        List<String> key = ((List<?>) group.fields().get("key"))
                .stream().map(Object::toString).toList();
        return new MeasureView.Group(key, Boolean.TRUE.equals(group.fields().get("empty")), values, swaps);
    }

    private static void put(String name, ShareValue share, Map<String, String> values, Map<String, Integer> swaps) {
        values.put(name, share.exact());
        if (!share.parts().isEmpty() && share.swapsTo(CAP) instanceof Long fewest) {
            swaps.put(name, fewest.intValue());
        }
    }
}
