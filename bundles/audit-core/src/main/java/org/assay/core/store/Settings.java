package org.assay.core.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a file of configuration says, read strictly: a setting that is misspelt, or has a value that is none, must not quietly
 * be as if it had been left out. Immutable.
 */
public final class Settings {
    /** What containers add to a configuration. */
    private static final Set<String> OF_CONTAINERS =
            Set.of("service.", "component.", "felix.", "osgi.", "org.apache.", ".");

    private final String file;
    private final Map<String, Object> values;

    private Settings(String file, Map<String, Object> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * The settings of a configuration.
     *
     * @param pid its name, which is that of its file without {@code .cfg}
     * @param known every setting that there is; one that ends in {@code *} stands for all that begin so
     * @throws IllegalArgumentException if there is another
     */
    public static Settings of(String pid, Map<String, Object> configuration, Set<String> known) {
        String file = "etc/" + pid + ".cfg";
        Set<String> strange = new TreeSet<>(configuration.keySet());
        strange.removeIf(key -> OF_CONTAINERS.stream().anyMatch(key::startsWith)
                || known.stream().anyMatch(one -> fits(one, key)));
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException(file + ": there is no setting '" + String.join("', '", strange)
                    + "'; there are " + String.join(", ", new TreeSet<>(known)));
        }
        return new Settings(file, Map.copyOf(configuration));
    }

    private static boolean fits(String known, String key) {
        return known.endsWith("*") ? key.startsWith(known.substring(0, known.length() - 1)) : known.equals(key);
    }

    /** Whether something is set. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text; the other one if it is left out. */
    public String text(String key, String otherwise) {
        Object value = values.get(key);
        return value == null ? otherwise : value.toString().strip();
    }

    /** A flag; false if it is left out. */
    public boolean flag(String key) {
        return choice(key, "false", "true").equals("true");
    }

    /** One of some words; the first if it is left out. */
    public String choice(String key, String first, String second) {
        return value(key, first, first + " or " + second, text -> {
            if (text.equals(first) || text.equals(second)) {
                return text;
            }
            throw new IllegalArgumentException("it is neither");
        });
    }

    /** A whole number in a range; the other one if it is left out. */
    public long number(String key, long otherwise, long least, long most) {
        return value(key, Long.toString(otherwise), "a whole number from " + least + " to " + most, text -> {
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("it is outside of that");
            }
            return number;
        });
    }

    /**
     * What a reader makes of a text.
     *
     * @param otherwise what it reads if the setting is left out
     * @param allowed in words, what may be written
     * @throws IllegalArgumentException with file, setting and what may be written, if the reader throws one
     */
    public <T> T value(String key, String otherwise, String allowed, Function<String, T> reader) {
        String text = text(key, otherwise);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    file + ": " + key + " is '" + text + "'; write " + allowed + " (" + none.getMessage() + ")", none);
        }
    }
}
