package org.assay.rest.internal.resource;

import java.util.List;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Pages as core makes them, with a cursor that is a number. */
final class Paging {
    private Paging() {}

    static <T> Page<T> of(List<T> all, PageRequest page) {
        String cursor = page.cursor();
        int from = 0;
        if (cursor != null) {
            if (!cursor.matches("n[0-9]{1,6}")) {
                throw new FaultException(
                        new Fault("unknown-cursor", "no cursor of this list", "", 0, 0, "start again"));
            }
            from = Integer.parseInt(cursor.substring(1));
        }
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(all.subList(from, to), to < all.size() ? "n" + to : null, all.size());
    }
}
