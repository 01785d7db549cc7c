package org.assay.engine.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a document.
 *
 * @param path from the document's root; null for the root
 * @param line counted from 1, 0 where it is not known
 * @param column counted from 1, 0 where it is not known
 */
record Place(@Nullable Path path, int line, int column) {

    String pointer() {
        return path == null ? "" : path.toString();
    }

    /**
     * A JSON pointer that is put together only when somebody looks at it.
     *
     * @param parent null for the root
     * @param step a name, or the index of an element
     */
    record Path(@Nullable Path parent, Object step) {
        @Override
        public String toString() {
            String name = step.toString().replace("~", "~0").replace("/", "~1");
            return (parent == null ? "" : parent.toString()) + "/" + name;
        }
    }
}
