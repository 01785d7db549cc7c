package org.assay.api;

/** Who must act. A state's own duty is NOT_APPLICABLE in an operator's audit. */
public enum Addressee {
    OPERATOR,
    SUPPLIER,
    STATE
}
