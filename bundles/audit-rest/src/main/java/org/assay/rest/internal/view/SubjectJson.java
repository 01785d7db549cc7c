package org.assay.rest.internal.view;

import org.assay.api.Subject;

/** What a verdict speaks of. */
public record SubjectJson(String kind, String id) {
    static SubjectJson of(Subject subject) {
        return new SubjectJson(subject.kind(), subject.id());
    }
}
