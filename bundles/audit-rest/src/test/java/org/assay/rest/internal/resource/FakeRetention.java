package org.assay.rest.internal.resource;

import java.util.List;
import java.util.Map;
import org.assay.core.Retention;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** An old audit and two old snapshots. */
final class FakeRetention implements Retention {
    String lastWho = "";

    @Override
    public Plan plan(@Nullable Integer days) {
        if (days != null && days < 1) {
            throw new FaultException(new Fault("bad-days", "out of range", "/days", 0, 0, "use 1 to 36500"));
        }
        String because = "kept for " + (days == null ? 365 : days) + " days";
        return new Plan(
                Map.of("alpha", 365),
                Map.of("export", 2L),
                List.of(
                        new Item(Kind.AUDIT, "alpha", FakeAudits.DONE, null, FakeCore.NOW, because),
                        new Item(Kind.SNAPSHOT, "alpha", "1", FakeCore.DIGEST, FakeCore.NOW, because),
                        new Item(Kind.SNAPSHOT, "alpha", "2", FakeCore.DIGEST, FakeCore.NOW, because)));
    }

    @Override
    public Done run(String who) {
        lastWho = who;
        return new Done(Map.of(Kind.SNAPSHOT, 2L));
    }
}
