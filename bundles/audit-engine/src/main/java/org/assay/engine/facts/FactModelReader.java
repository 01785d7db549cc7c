package org.assay.engine.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the core model from its YAML file, which is part of this bundle; what is wrong in it is our own mistake. */
final class FactModelReader {
    private static final String FILE = "core-model.yaml";
    private static final Set<String> KEYS =
            Set.of("type", "required", "doc", "ask", "eventWhen", "eventWhenNot", "ordered", "format");

    private final Map<String, RecordType> named = new LinkedHashMap<>();

    private FactModelReader() {}

    static FactModel readCore() {
        return new FactModelReader().read(file());
    }

    static FunctionNames readFunctions() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        map(file().get("functions"))
                .forEach((name, others) -> names.put(
                        text(name),
                        ((List<?>) others).stream().map(FactModelReader::text).toList()));
        return new FunctionNames(names);
    }

    private static Map<?, ?> file() {
        try (InputStream in = FactModelReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the bundle");
            }
            return map(new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FactModel read(Map<?, ?> file) {
        map(file.get("records")).forEach((name, fields) -> named.put(text(name), type(text(name), map(fields))));
        Map<Kind, RecordType> kinds = new EnumMap<>(Kind.class);
        map(file.get("kinds"))
                .forEach((word, fields) -> kinds.put(Kind.ofWord(text(word)), type(text(word), map(fields))));
        return new FactModel(kinds, named);
    }

    private RecordType type(String name, Map<?, ?> fields) {
        Map<String, FieldDef> defs = new LinkedHashMap<>();
        fields.forEach((field, what) -> defs.put(text(field), field(name + "." + field, text(field), map(what))));
        return new RecordType(name, defs);
    }

    private FieldDef field(String place, String name, Map<?, ?> what) {
        if (!KEYS.containsAll(what.keySet())) {
            throw new IllegalStateException(FILE + ": " + place + " has a key that is none of " + KEYS);
        }
        return new FieldDef(
                name,
                factType(what),
                Boolean.TRUE.equals(what.get("required")),
                what.containsKey("doc") ? text(what.get("doc")) : "",
                ask(what.get("ask")),
                unhappened(what),
                format(what.get("format")));
    }

    private FactType factType(Map<?, ?> what) {
        FactType type = FactTypes.parse(text(what.get("type")), named);
        boolean ordered = Boolean.TRUE.equals(what.get("ordered"));
        return ordered && type instanceof FactType.ListOf list ? new FactType.ListOf(list.element(), true) : type;
    }

    private static @Nullable Ask ask(@Nullable Object ask) {
        return ask == null ? null : new Ask(text(map(ask).get("of")), questions(map(ask).get("question")));
    }

    private static Map<String, String> questions(@Nullable Object question) {
        if (question instanceof String english) {
            return Map.of("en", english);
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        map(question).forEach((language, asked) -> byLanguage.put(text(language), text(asked)));
        return byLanguage;
    }

    private static FieldDef.@Nullable Unhappened unhappened(Map<?, ?> what) {
        boolean negated = what.containsKey("eventWhenNot");
        Object rule = what.get(negated ? "eventWhenNot" : "eventWhen");
        if (rule == null) {
            return null;
        }
        Map.Entry<?, ?> condition = map(rule).entrySet().iterator().next();
        List<String> values = ((List<?>) condition.getValue())
                .stream().map(FactModelReader::text).toList();
        return new FieldDef.Unhappened(text(condition.getKey()), values, negated);
    }

    private static TextFormat format(@Nullable Object word) {
        return word == null
                ? TextFormat.PLAIN
                : TextFormat.valueOf(text(word).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException(FILE + ": a mapping was expected, not " + value);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalStateException(FILE + ": a text was expected, not " + value);
    }
}
