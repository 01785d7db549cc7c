package org.assay.karaf.internal.shell;

import org.apache.karaf.shell.support.table.ShellTable;

/** Tables as Karaf draws them. */
final class Tables {
    private Tables() {}

    /** A table with such columns. */
    static ShellTable of(String whenEmpty, String... columns) {
        ShellTable table = new ShellTable().emptyTableText(whenEmpty);
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }
}
