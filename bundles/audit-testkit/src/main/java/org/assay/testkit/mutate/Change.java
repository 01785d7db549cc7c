package org.assay.testkit.mutate;

import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;

/**
 * One expression changed in one place.
 *
 * @param kind which sort of change, such as {@code boundary}
 * @param expression the expression as it was
 * @param from the first character that was replaced
 * @param to the one after the last
 * @param now what stands there instead
 */
record Change(String kind, Expr expression, int from, int to, String now) {

    /** The changed expression. */
    Expr changed() {
        String text = expression.text();
        return new Expr(text.substring(0, from) + now + text.substring(to), expression.at());
    }

    /** What stood there. */
    String was() {
        return expression.text().substring(from, to).strip();
    }

    /** Where in the file. */
    Position at() {
        int line = expression.at().line();
        int column = expression.at().column();
        for (char letter : expression.text().substring(0, from).toCharArray()) {
            boolean newLine = letter == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new Position(line, column);
    }
}
