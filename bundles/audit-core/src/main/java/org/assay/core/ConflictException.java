package org.assay.core;

import java.util.Map;

/**
 * The request is sound, but the state of things forbids it: 409. Types in use: {@code regime-not-installed},
 * {@code regime-not-available}, {@code regime-install-failed}, {@code days-not-covered}, {@code rollback-needed},
 * {@code pack-not-staged}, {@code pack-version-taken}, {@code no-snapshot}, {@code snapshot-changed}, {@code audit-not-done},
 * {@code audit-failed}, {@code audit-before-ledger}, {@code audit-is-trial}, {@code preview-of-other}, {@code token-exists}, {@code network-country}, {@code not-a-rollback}, {@code request-in-progress},
 * {@code older-pack}, {@code key-revoked}, {@code second-person-needed}, {@code not-planned},
 * {@code waiver-not-open}, {@code dossier-too-large}, {@code too-many-secrets}.
 */
public final class ConflictException extends ProblemException {

    /** Makes one without details. */
    public ConflictException(String type, String message, String hint) {
        this(type, message, hint, Map.of());
    }

    /** Makes one with further members for the problem, such as {@code coveredDays}. */
    public ConflictException(String type, String message, String hint, Map<String, Object> details) {
        super(type, message, hint, details);
    }
}
