package org.assay.testkit.mutate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.jspecify.annotations.Nullable;

/** Finds every way to change an expression in one place. Used once, by one thread. */
final class ExpressionChanges {
    /** What no fact and no table has. */
    static final String NOTHING = "~";

    private static final Pattern DAY = Pattern.compile(".[0-9]{4}-[0-9]{2}-[0-9]{2}.");
    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("<", List.of("<=")),
            Map.entry("<=", List.of("<")),
            Map.entry(">", List.of(">=")),
            Map.entry(">=", List.of(">")),
            Map.entry("==", List.of("!=")),
            Map.entry("!=", List.of("==")),
            Map.entry("&&", List.of("||")),
            Map.entry("||", List.of("&&")),
            Map.entry("+", List.of("-")),
            Map.entry("-", List.of("+")),
            Map.entry("true", List.of("false")),
            Map.entry("false", List.of("true")));
    private static final Map<String, String> CALLS =
            Map.of("exists", "all", "all", "exists", "over", "reaches", "reaches", "over");

    private final Expr expression;
    private final List<Token> tokens;
    private final List<Change> found = new ArrayList<>();

    private ExpressionChanges(@Nullable Expr expression) {
        this.expression = expression == null ? new Expr("", Position.START) : expression;
        this.tokens = Token.of(this.expression.text());
    }

    /** All changes, no two of which come to the same text; none of no expression. */
    static List<Change> of(@Nullable Expr expression) {
        ExpressionChanges changes = new ExpressionChanges(expression);
        for (int i = 0; i < changes.tokens.size(); i++) {
            changes.at(i);
        }
        Set<String> texts = new HashSet<>(Set.of(changes.expression.text()));
        return changes.found.stream()
                .filter(change -> texts.add(change.changed().text()))
                .toList();
    }

    private void at(int index) {
        Token token = tokens.get(index);
        SIGNS.getOrDefault(token.text(), List.of()).forEach(sign -> replace("operator", token, sign));
        if (token.is("!")) {
            replace("negation", token, "");
        } else if (token.isNumber()) {
            long number = Long.parseLong(token.text());
            replace("number", token, Long.toString(number + 1));
            replace("number", token, Long.toString(number - 1));
        } else if (token.isText()) {
            text(token);
        } else if (token.is("&&") || token.is("||")) {
            int from = operandFrom(index, token.is("&&"));
            int to = operandTo(index, token.is("&&"));
            found.add(new Change(
                    "operand", expression, from, tokens.get(index + 1).from(), ""));
            found.add(new Change("operand", expression, tokens.get(index - 1).to(), to, ""));
        } else if (token.is("?")) {
            branches(index);
        } else if (afterDot(index) && CALLS.containsKey(token.text())) {
            replace("call", token, CALLS.get(token.text()));
        } else if (afterDot(index) && token.is("on")) {
            int end = closing(index + 1);
            found.add(new Change(
                    "day",
                    expression,
                    tokens.get(index - 1).from(),
                    tokens.get(end).to(),
                    ""));
        }
    }

    private boolean afterDot(int index) {
        return index > 0 && tokens.get(index - 1).is(".");
    }

    private void text(Token token) {
        if (DAY.matcher(token.text()).matches()) {
            LocalDate day =
                    LocalDate.parse(token.text().substring(1, token.text().length() - 1));
            replace("date", token, "'" + day.plusDays(1) + "'");
            replace("date", token, "'" + day.minusDays(1) + "'");
        } else {
            replace("text", token, "'" + NOTHING + "'");
        }
    }

    private void replace(String kind, Token token, String now) {
        found.add(new Change(kind, expression, token.from(), token.to(), now));
    }

    /** The two branches of a choice, the other way round. */
    private void branches(int question) {
        int colon = question + 1;
        for (int depth = 0; !(depth == 0 && tokens.get(colon).is(":")); colon++) {
            depth += tokens.get(colon).opens() ? 1 : tokens.get(colon).closes() ? -1 : 0;
        }
        int end = operandTo(colon, false);
        String text = expression.text();
        String first = text.substring(
                tokens.get(question + 1).from(), tokens.get(colon - 1).to());
        String second = text.substring(tokens.get(colon + 1).from(), end);
        int from = tokens.get(question + 1).from();
        found.add(new Change("branches", expression, from, end, second + " : " + first));
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private int operandFrom(int index, boolean and) {
        int depth = 0;
        int first = index;
        while (first > 0) {
            Token before = tokens.get(first - 1);
            depth += before.closes() ? 1 : before.opens() ? -1 : 0;
            if (depth < 0 || depth == 0 && ends(before, and)) {
                break;
            }
            first--;
        }
        return tokens.get(first).from();
    }

    private int operandTo(int index, boolean and) {
        int depth = 0;
        int last = index;
        while (last + 1 < tokens.size()) {
            Token after = tokens.get(last + 1);
            depth += after.opens() ? 1 : after.closes() ? -1 : 0;
            if (depth < 0 || depth == 0 && ends(after, and)) {
                break;
            }
            last++;
        }
        return tokens.get(last).to();
    }

    private static boolean ends(Token token, boolean and) {
        return token.is("?") || token.is(":") || token.is(",") || token.is("||") || and && token.is("&&");
    }
}
