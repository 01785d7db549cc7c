package org.assay.core.internal.webhook;

import java.util.List;
import java.util.Optional;
import org.assay.core.CaseView;

/**
 * A case as it was told of, so that it can still be named when there is none any more.
 *
 * @param kind of the record that opened it
 * @param subject that record's id
 * @param state its state; empty where it was not known
 */
record ToldCase(String regime, String procedure, String kind, String subject, String state) {
    private static final String BETWEEN = "\n";
    private static final int PARTS = 5;

    static ToldCase of(CaseView one) {
        return new ToldCase(
                one.regime(),
                one.procedure(),
                one.subject().kind(),
                one.subject().id(),
                one.state() == null ? "" : one.state());
    }

    /** What {@link #text} wrote; empty if it is no such text. */
    static Optional<ToldCase> read(String text) {
        List<String> parts = List.of(text.split(BETWEEN, -1));
        return parts.size() == PARTS
                ? Optional.of(new ToldCase(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4)))
                : Optional.empty();
    }

    String text() {
        return String.join(BETWEEN, regime, procedure, kind, subject, state);
    }

    /** Its name, whatever its state. */
    String key() {
        return CaseNews.key(regime, procedure, kind, subject);
    }
}
