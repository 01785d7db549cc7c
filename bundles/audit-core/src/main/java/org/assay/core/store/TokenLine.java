package org.assay.core.store;

/**
 * That a token was made, kept for ever. A name that is given up and made anew has a line for each time.
 *
 * @param name the token's name
 * @param number how often the name had been made, this time included; 0 in what was kept before that was counted
 * @param maker who made it
 * @param makerNumber which of the maker's own lines was the latest then; 0 for none
 */
public record TokenLine(String name, int number, String maker, int makerNumber) {}
