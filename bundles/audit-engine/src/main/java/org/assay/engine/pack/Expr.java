package org.assay.engine.pack;

/**
 * An expression as written.
 *
 * @param text the expression
 * @param at where its first character stands in the file
 */
public record Expr(String text, Position at) {}
