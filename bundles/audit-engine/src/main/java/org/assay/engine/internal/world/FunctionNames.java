package org.assay.engine.internal.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.engine.facts.FactValues;

/** Network functions by their one name. */
final class FunctionNames {
    private FunctionNames() {}

    /**
     * The functions that were written; one that nobody knows may be any.
     *
     * @param path of the list
     */
    static List<Object> of(PackSchema schema, List<?> written, String path) {
        List<Object> functions = new ArrayList<>();
        for (Object name : written) {
            Optional<String> known = schema.function(name.toString());
            functions.add(known.isPresent() ? known.get() : Unknown.of(path + "." + FactValues.quote(name.toString())));
        }
        return List.copyOf(functions);
    }
}
