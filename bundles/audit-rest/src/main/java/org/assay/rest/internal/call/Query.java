package org.assay.rest.internal.call;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assay.api.Outcome;
import org.assay.api.Severity;
import org.assay.core.PageRequest;
import org.assay.core.StrangeFilter;
import org.assay.core.VerdictFilter;
import org.assay.rest.internal.problem.ApiException;
import org.jspecify.annotations.Nullable;

/** The query of a call, read strictly: a misspelt filter must not quietly answer everything. */
public final class Query {
    private static final Set<String> PAGE = Set.of("limit", "cursor");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Set<String> FILTER =
            Set.of("regime", "requirement", "outcome", "severity", "kind", "subject", "historic");

    private final MultivaluedMap<String, String> values;

    private Query(MultivaluedMap<String, String> values, Set<String> known) {
        this.values = values;
        Set<String> strange = new TreeSet<>(values.keySet());
        strange.removeAll(known);
        if (!strange.isEmpty()) {
            String hint =
                    known.isEmpty() ? "this call takes none" : "known here: " + String.join(", ", new TreeSet<>(known));
            throw ApiException.parameter(
                    "unknown-parameter",
                    "there is no query parameter '" + cut(strange.iterator().next()) + "' here",
                    hint);
        }
    }

    /** The query of a call that takes these parameters and no page. */
    public static Query of(UriInfo uri, String... known) {
        return new Query(uri.getQueryParameters(), Set.of(known));
    }

    /** The query of a list. */
    public static Query ofList(UriInfo uri, String... known) {
        return new Query(uri.getQueryParameters(), with(PAGE, known));
    }

    /** The query of a list of verdicts. */
    public static Query ofVerdicts(UriInfo uri) {
        return new Query(uri.getQueryParameters(), with(FILTER, "limit", "cursor"));
    }

    /** The query of a stream of verdicts, which has no pages. */
    public static Query ofStream(UriInfo uri) {
        return new Query(uri.getQueryParameters(), FILTER);
    }

    /** The page that is wanted. */
    public PageRequest page() {
        int limit = one("limit").map(Query::number).orElse(PageRequest.DEFAULT_LIMIT);
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw badLimit(Integer.toString(limit));
        }
        return new PageRequest(one("cursor").orElse(null), limit);
    }

    /** Which verdicts are wanted. */
    public VerdictFilter filter() {
        return new VerdictFilter(
                set("regime"),
                set("requirement"),
                set("kind"),
                set("subject"),
                words("outcome", Outcome.values(), Outcome::name),
                words("severity", Severity.values(), severity -> severity.name().toLowerCase(Locale.ROOT)),
                flag("historic"));
    }

    /** A parameter that may be given once. */
    public Optional<String> one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ApiException.parameter(
                    "repeated-parameter",
                    "the query parameter '" + name + "' is given " + given.size() + " times",
                    "give it once");
        }
        return given.stream().findFirst();
    }

    /** A parameter that is {@code true} or {@code false}; left out, false. */
    public boolean flag(String name) {
        return one(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw bad(name, value, "use true or false");
                })
                .orElse(false);
    }

    /** A parameter that is a day; null where it is left out. */
    public @Nullable LocalDate day(String name) {
        Optional<String> given = one(name);
        try {
            LocalDate day = given.map(LocalDate::parse).orElse(null);
            if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
                throw bad(name, given.get(), "use a day of the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw bad(name, given.orElse(""), "write a day as yyyy-mm-dd");
        }
    }

    /**
     * A parameter that is a whole number.
     *
     * @param otherwise where it is left out
     * @param hint which numbers to use
     */
    public int number(String name, int otherwise, String hint) {
        Optional<String> given = one(name);
        try {
            return given.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw bad(name, given.orElse(""), hint);
        }
    }

    /**
     * The answer that a filter names what nothing can have.
     *
     * @param message what is wrong, given what was named
     * @param all what lists what there is, the parameter left out
     */
    public static ApiException strange(StrangeFilter strange, UnaryOperator<String> message, String all) {
        String near =
                strange.near().map(word -> "did you mean '" + word + "'? ").orElse("");
        return ApiException.parameter(
                "unknown-" + strange.parameter(),
                message.apply(strange.parameter() + " '" + cut(strange.value()) + "'"),
                near + all + " without this parameter lists what there is");
    }

    /** The answer that a parameter does not read as it should. */
    public static ApiException bad(String name, String value, String hint) {
        return ApiException.parameter(
                "bad-parameter", "the query parameter '" + name + "' is '" + cut(value) + "'", hint);
    }

    /** A parameter that may be given several times. */
    public Set<String> set(String name) {
        return new HashSet<>(values.getOrDefault(name, List.of()));
    }

    /** Everything that was asked for but the page, in an order of its own. */
    public String values() {
        Map<String, Set<String>> sorted = new TreeMap<>();
        values.forEach((name, some) -> {
            if (!PAGE.contains(name)) {
                sorted.put(name, new TreeSet<>(some));
            }
        });
        return sorted.toString().replace('\n', ' ');
    }

    private <E> Set<E> words(String name, E[] all, Function<E, String> word) {
        return set(name).stream().map(value -> word(name, value, all, word)).collect(Collectors.toSet());
    }

    private static <E> E word(String name, String value, E[] all, Function<E, String> word) {
        return Arrays.stream(all)
                .filter(candidate -> word.apply(candidate).equals(value))
                .findFirst()
                .orElseThrow(() -> bad(
                        name,
                        value,
                        "use one of " + Arrays.stream(all).map(word).collect(Collectors.joining(", "))));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw badLimit(cut(text));
        }
    }

    private static ApiException badLimit(String value) {
        return ApiException.parameter(
                "bad-limit",
                "the query parameter 'limit' is '" + value + "'",
                "use a number from 1 to " + PageRequest.MAX_LIMIT);
    }

    /** As much of what was sent as an answer repeats. */
    public static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
