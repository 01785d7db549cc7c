package org.assay.rest.internal.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every type of problem that the API answers. The last part of the type's name is the constant's, in lower case. */
public enum ProblemType {
    INVALID_PARAMETER(400, "A parameter or header is wrong"),
    UNKNOWN_CURSOR(400, "The cursor is not one of this list"),
    UNAUTHORIZED(401, "A valid token is needed"),
    UNKNOWN_PATH(404, "No call has this path"),
    UNKNOWN_REGIME(404, "There is no such regime"),
    UNKNOWN_PACK(404, "There is no such pack"),
    UNKNOWN_NETWORK(404, "There is no such network"),
    UNKNOWN_SNAPSHOT(404, "There is no such snapshot"),
    UNKNOWN_AUDIT(404, "There is no such audit"),
    UNKNOWN_SUBJECT(404, "The snapshot has no such subject"),
    UNKNOWN_TOKEN(404, "There is no such token"),
    UNKNOWN_FEED(404, "There is no such feed"),
    UNKNOWN_WEBHOOK(404, "There is no such webhook"),
    UNKNOWN_DELIVERY(404, "The webhook has no such delivery"),
    UNKNOWN_WAIVER(404, "There is no such waiver"),
    UNKNOWN_STANDING(404, "The network has no standing audit"),
    UNKNOWN_DOSSIER(404, "There is no such dossier"),
    UNKNOWN_PROGRAMME(404, "There is no programme of this supplier"),
    UNKNOWN_KEY(404, "There is no such key"),
    UNKNOWN_LEDGER_ENTRY(404, "The ledger has no such entry"),
    UNKNOWN_LEDGER_SIZE(404, "The ledger never had that size"),
    METHOD_NOT_ALLOWED(405, "The path does not take this method"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is offered"),
    REGIME_NOT_INSTALLED(409, "The regime is not installed"),
    REGIME_NOT_AVAILABLE(409, "The regime's bundle is away"),
    REGIME_INSTALL_FAILED(409, "The container could not do it"),
    DAYS_NOT_COVERED(409, "No active pack covers the day"),
    ROLLBACK_NEEDED(409, "A higher version is or was active for the same days"),
    NOT_A_ROLLBACK(409, "No higher version is or was active for its days"),
    PACK_NOT_STAGED(409, "The pack is not staged"),
    PACK_VERSION_TAKEN(409, "Another pack has this version"),
    OLDER_PACK(409, "A higher version is or was active for the same days"),
    KEY_REVOKED(409, "The key was revoked"),
    SECOND_PERSON_NEEDED(409, "Somebody else has to do this"),
    NOT_PLANNED(409, "Nothing is planned for the pack"),
    WAIVER_NOT_OPEN(409, "The waiver was decided on, or has ended"),
    NO_SNAPSHOT(409, "The network has no facts yet"),
    SNAPSHOT_CHANGED(409, "Another snapshot came in between"),
    NETWORK_COUNTRY(409, "The network's facts are of another country"),
    AUDIT_NOT_DONE(409, "The audit is still running"),
    AUDIT_FAILED(409, "The audit failed"),
    AUDIT_BEFORE_LEDGER(409, "The audit is older than the ledger"),
    AUDIT_IS_TRIAL(409, "The audit is a trial"),
    OTHER_NETWORK(409, "The audits are of two networks"),
    PREVIEW_OF_OTHER(409, "The preview is not of this activation"),
    DOSSIER_TOO_LARGE(409, "The dossier is too much work"),
    TOKEN_EXISTS(409, "Another token has this name"),
    FEED_EXISTS(409, "Another feed of the network has this name"),
    TOO_MANY_SECRETS(409, "As many secrets sign as there may be"),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key was used for another request"),
    REQUEST_IN_PROGRESS(409, "The first request with this key is still at work"),
    REMOVED(410, "It was kept as long as the rules of retention want it"),
    PRECONDITION_FAILED(412, "It was changed since it was read"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not taken here"),
    INVALID_BODY(422, "The body is not what this call takes"),
    INVALID_NETWORK(422, "The facts were refused"),
    UNTRUSTED_PACK(422, "The pack's signature does not count here"),
    INVALID_PACK(422, "The pack was refused"),
    INTERNAL(500, "The service failed"),
    STARTING(503, "The service is starting"),
    STORE_AWAY(503, "The database does not answer"),
    STORE_FULL(507, "There is no room to keep it");

    /** What every type begins with. */
    public static final String NAMESPACE = "urn:assay:problem:";

    /** What to do about a body of a type that is not taken. */
    public static final String TYPES_TAKEN = "Send a header Content-Type: application/json; a snapshot may also be"
            + " application/x-ndjson or text/csv, a pack application/vnd.dsse+json. /api/v1/openapi.json says it for each call.";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The same for every problem of the type. */
    public String title() {
        return title;
    }

    /** The last part of its name, such as {@code unknown-cursor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its whole name. */
    public String uri() {
        return NAMESPACE + word();
    }

    /** The type of a name's last part. */
    public static Optional<ProblemType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
