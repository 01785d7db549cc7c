package org.assay.api;

/** How grave a finding is; the first is the gravest. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO
}
