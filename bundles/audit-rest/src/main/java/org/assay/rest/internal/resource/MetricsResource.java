package org.assay.rest.internal.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.management.ManagementFactory;
import org.assay.core.Readiness;
import org.assay.core.Regimes;
import org.assay.rest.internal.filter.MetricsText;
import org.assay.rest.internal.filter.Traffic;

/** Counters and gauges in the Prometheus text format. */
@Path("metrics")
public final class MetricsResource {
    private final Readiness readiness;
    private final Regimes regimes;
    private final Traffic traffic;

    MetricsResource(Readiness readiness, Regimes regimes, Traffic traffic) {
        this.readiness = readiness;
        this.regimes = regimes;
        this.traffic = traffic;
    }

    /** As they are now. */
    @GET
    @Produces("text/plain;version=0.0.4;charset=utf-8")
    public String metrics() {
        MetricsText text = new MetricsText();
        text.gauge(
                "assay_ready",
                "1 if the service can do its work",
                readiness.check().ready() ? 1 : 0);
        text.gauge(
                "assay_regimes_installed",
                "regimes that are installed",
                regimes.installed().size());
        traffic.writeTo(text);
        jvm(text);
        return text.toString();
    }

    private static void jvm(MetricsText text) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        text.gauge("process_uptime_seconds", "time since the start", runtime.getUptime() / 1000.0);
        text.gauge("jvm_memory_heap_used_bytes", "heap in use", heap.getUsed());
        text.gauge("jvm_memory_heap_committed_bytes", "heap taken from the system", heap.getCommitted());
        text.gauge(
                "jvm_threads_live",
                "threads alive",
                ManagementFactory.getThreadMXBean().getThreadCount());
        text.gauge(
                "jvm_classes_loaded",
                "classes loaded now",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }
}
