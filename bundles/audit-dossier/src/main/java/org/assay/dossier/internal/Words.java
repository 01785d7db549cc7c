package org.assay.dossier.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assay.engine.dossier.DraftBlock.Cell;

/** What a document says by itself, in its language; English where there are no words for that one. Immutable. */
final class Words {
    private static final int LONGEST = 2_000;

    /** The space that French puts before these signs: no line ends there. */
    private static final Pattern APART = Pattern.compile(" (?=[:;?!»])");

    private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private final Properties own;
    private final Map<String, String> given;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter moment;

    private Words(String language, Properties own, Map<String, String> given) {
        Locale locale = Locale.forLanguageTag(language);
        this.own = own;
        this.given = Map.copyOf(given);
        this.day = DateTimeFormatter.ofPattern(own.getProperty("day"), locale);
        this.shortDay = DateTimeFormatter.ofPattern(own.getProperty("shortDay"), locale);
        this.moment =
                DateTimeFormatter.ofPattern(own.getProperty("moment"), locale).withZone(ZoneOffset.UTC);
    }

    /**
     * The words of a language.
     *
     * @param given how words of facts are said
     */
    static Words of(String language, Map<String, String> given) {
        String file = "org/assay/dossier/words_" + language + ".properties";
        boolean known = language.matches("[a-z]{2,3}") && Resources.open(file).isPresent();
        Properties own = new Properties();
        try {
            own.load(new StringReader(Resources.text(known ? file : "org/assay/dossier/words_en.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(known ? language : "en", own, given);
    }

    /** A word or sentence, its places filled in order. */
    String say(String key, Object... values) {
        String text = own.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    /** A word of the facts or of the product as people say it, else as it is. */
    String word(String word) {
        String said = given.get(word);
        return said != null ? said : own.getProperty("word." + word, word);
    }

    /** Some of several names, and how many more there are; a single one more is named. */
    String some(List<String> names, int most) {
        if (names.size() <= most + 1) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, most)) + " " + say("moreWhere", names.size() - most);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** A day for a table, not to be broken over lines. */
    String shortDay(LocalDate date) {
        return shortDay.format(date).replace(' ', '\u00a0');
    }

    /** A text of the product with its days as this language writes them. */
    String prose(String text) {
        return DAY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(day(match.group())));
    }

    private String day(String iso) {
        try {
            return shortDay(LocalDate.parse(iso));
        } catch (DateTimeParseException none) {
            return iso;
        }
    }

    String moment(Instant instant) {
        return moment.format(instant);
    }

    /** What a cell says. */
    String cell(Cell cell) {
        Object value = cell.value();
        if (value == null) {
            return say(cell.known() ? "none" : cell.needed() ? "missing" : "notKnown");
        }
        String text = value(value);
        boolean partly = !cell.known();
        return partly ? text + " " + say("partly") : text;
    }

    private String value(Object value) {
        if (value instanceof LocalDate date) {
            return shortDay(date);
        }
        if (value instanceof Boolean truth) {
            return say(truth ? "yes" : "no");
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? say("none") : list.stream().map(this::value).collect(Collectors.joining(", "));
        }
        return value instanceof String text ? word(clean(text)) : String.valueOf(value);
    }

    /** Text as a page may show it: without what steers a terminal or turns the direction of other text; not endless. */
    static String clean(String text) {
        String shown = text.codePoints()
                .limit(LONGEST)
                .filter(Words::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String whole = text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
        return APART.matcher(whole).replaceAll("\u00a0");
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
