/** The rule language: its types and functions on CEL, the expansion of defines, compiled expressions. */
@org.jspecify.annotations.NullMarked
package org.assay.engine.internal.lang;
