package org.assay.rest.internal.view;

import java.util.List;
import org.assay.core.Readiness;
import org.jspecify.annotations.Nullable;

/** How the service is. */
public record HealthJson(String status, @Nullable List<Check> checks) {

    /** The process answers. */
    public static HealthJson alive() {
        return new HealthJson("up", null);
    }

    /** Whether it can do its work. */
    public static HealthJson of(Readiness.Status status) {
        return new HealthJson(
                status.ready() ? "up" : away(status) ? "unavailable" : "starting",
                status.checks().stream().map(Check::of).toList());
    }

    private static boolean away(Readiness.Status status) {
        return status.checks().stream().anyMatch(check -> check.name().equals("store") && !check.well());
    }

    /** One check. */
    public record Check(String name, boolean well, String detail) {
        static Check of(Readiness.Check check) {
            return new Check(check.name(), check.well(), check.detail());
        }
    }
}
