package org.assay.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process, its compiler and collector included. */
final class Processor {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Processor() {}

    /** So far, in milliseconds. */
    static double millis() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }
}
