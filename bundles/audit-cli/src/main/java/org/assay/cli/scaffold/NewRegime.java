package org.assay.cli.scaffold;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a new regime is called.
 *
 * @param id such as {@code zz-demo}
 * @param country its code of ISO 3166-1, two letters
 * @param title in English
 * @param zone the time zone in which it reads dates
 */
public record NewRegime(String id, String country, String title, ZoneId zone) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    /** The service takes networks of these countries only. */
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Pattern TITLE = Pattern.compile("[^\\p{Cc}\\u2028\\u2029]{1,200}");

    /** Refuses names that would not do. */
    public NewRegime {
        refuse(ID, id, "a regime's id is words of lower-case letters and digits joined by -, such as zz-demo");
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException("'" + country + "' is no country of ISO 3166-1, such as FR");
        }
        refuse(TITLE, title, "a title is one line of at most 200 characters");
    }

    private static void refuse(Pattern form, String value, String message) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "': " + message);
        }
    }

    /** The name of its class, such as {@code ZzDemoRegime}. */
    String className() {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Regime"));
    }

    /** The name of its package. */
    String packageName() {
        return "org.assay.regime." + id.replace("-", "") + ".internal";
    }

    /** What templates write {@code @so@}. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("@id@", id);
        words.put("@country@", country);
        words.put("@title@", title);
        words.put("@yamlTitle@", "\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        words.put("@xmlTitle@", title.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
        words.put("@zone@", zone.getId());
        words.put("@prefix@", id.toUpperCase(Locale.ROOT));
        words.put("@class@", className());
        words.put("@package@", packageName());
        return words;
    }
}
