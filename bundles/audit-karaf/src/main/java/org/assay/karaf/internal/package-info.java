/** What only Karaf offers: shell commands, the deploy folder, installing features. */
@NullMarked
package org.assay.karaf.internal;

import org.jspecify.annotations.NullMarked;
