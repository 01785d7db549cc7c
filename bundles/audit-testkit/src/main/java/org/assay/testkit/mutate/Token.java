package org.assay.testkit.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of an expression.
 *
 * @param text as written
 * @param from its first character in the expression
 * @param to the one after its last
 */
record Token(String text, int from, int to) {
    private static final Pattern WORDS = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_]\\w*|\\d+|&&|\\|\\||<=|>=|==|!=|\\S");

    /** The tokens of an expression, in order. */
    static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORDS.matcher(expression);
        while (words.find()) {
            tokens.add(new Token(words.group(), words.start(), words.end()));
        }
        return tokens;
    }

    boolean is(String word) {
        return text.equals(word);
    }

    boolean isName() {
        return Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
    }

    boolean isText() {
        return text.charAt(0) == '\'' || text.charAt(0) == '"';
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    boolean opens() {
        return is("(") || is("[");
    }

    boolean closes() {
        return is(")") || is("]");
    }
}
