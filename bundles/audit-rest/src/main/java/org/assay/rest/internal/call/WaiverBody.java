package org.assay.rest.internal.call;

import java.time.LocalDate;
import org.assay.api.Subject;
import org.assay.core.Waivers;

/** The body that asks for a waiver. */
public record WaiverBody(
        String regime, String requirement, SubjectBody subject, String owner, String reason, LocalDate until) {
    public WaiverBody {
        Required.field("regime", regime);
        Required.field("requirement", requirement);
        Required.field("subject", subject);
        Required.field("owner", owner);
        Required.field("reason", reason);
        Required.field("until", until);
    }

    /** What a verdict speaks of. */
    public record SubjectBody(String kind, String id) {
        public SubjectBody {
            Required.field("kind", kind);
            Required.field("id", id);
        }
    }

    /** What core is asked. */
    public Waivers.Request request() {
        return new Waivers.Request(
                regime, requirement, new Subject(subject.kind(), subject.id()), owner, reason, until);
    }
}
