/** The walls of the house: who may use whom, and what may stand where. */
@NullMarked
package org.assay.archtest;

import org.jspecify.annotations.NullMarked;
