/** Rows in a database, in SQL that H2 and PostgreSQL both read. */
@NullMarked
package org.assay.store.internal.sql;

import org.jspecify.annotations.NullMarked;
