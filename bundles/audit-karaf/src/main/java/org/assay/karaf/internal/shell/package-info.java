/** Commands of Karaf's console, scope {@code assay}. Karaf makes one object per call and fills its fields. */
@Header(name = "Karaf-Commands", value = "org.assay.karaf.internal.shell")
@NullMarked
package org.assay.karaf.internal.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Header;
