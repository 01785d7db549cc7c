/** Tries how well the cases of a pack hold its rules: changes a rule in one place and sees whether a case notices. */
@NullMarked
package org.assay.testkit.mutate;

import org.jspecify.annotations.NullMarked;
