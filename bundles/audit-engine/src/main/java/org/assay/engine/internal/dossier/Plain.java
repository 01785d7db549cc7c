package org.assay.engine.internal.dossier;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.facts.Days;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.Template;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.Unknown;
import org.jspecify.annotations.Nullable;

/** Values of expressions as plain data. */
final class Plain {
    private Plain() {}

    /** A cell, and the paths of what it lacks in itself. */
    record Read(Cell cell, SortedSet<String> missing) {}

    static Read read(Compiled.Result result, boolean needed) {
        Object value = result.value();
        SortedSet<String> missing = new TreeSet<>(result.missing());
        if (value == null) {
            return new Read(new Cell(null, false, needed), missing);
        }
        Object plain = of(value, missing);
        return new Read(new Cell(plain, missing.isEmpty(), needed), missing);
    }

    private static @Nullable Object of(Object value, SortedSet<String> missing) {
        if (value instanceof Unknown unknown) {
            missing.addAll(unknown.paths());
            return null;
        }
        if (value instanceof LocalDate day) {
            return day.equals(Days.NEVER) ? null : day;
        }
        if (value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Number number) {
            return number instanceof BigInteger ? number.toString() : number.longValue();
        }
        if (value instanceof Collection<?> list) {
            List<Object> plain = new ArrayList<>();
            for (Object element : list) {
                Object one = of(element, missing);
                if (one != null) {
                    plain.add(one);
                }
            }
            return List.copyOf(plain);
        }
        if (value instanceof FactView view && view.missing().isPresent()) {
            missing.add(view.missing().get());
            return null;
        }
        return Template.print(value);
    }
}
