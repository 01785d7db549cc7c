package org.assay.engine.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that name types of facts, in the core model and in packs. Stateless. */
public final class FactTypes {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final int MAX_DEPTH = 8;

    private FactTypes() {}

    /**
     * Reads a type: {@code bool}, {@code int}, {@code text}, {@code date}, {@code event}, {@code share}, {@code id},
     * {@code enum[a, b]}, {@code ref[kind]} or the kind's word alone, {@code list[T]}, {@code record{name: T, ...}}, or the
     * name of a record.
     *
     * @param text the type as written
     * @param records the named records that it may use, by name; {@link FactModel#named} has those of the core model
     * @throws IllegalArgumentException if it names no type; the message says where in the text, and what was expected
     */
    public static FactType parse(String text, Map<String, RecordType> records) {
        Parser parser = new Parser(text, records);
        FactType type = parser.type(0);
        parser.end();
        return type;
    }

    /** The text of a type; {@link #parse} reads it back. A record of the core model is printed as its name. */
    public static String print(FactType type) {
        if (type instanceof FactType.Date date) {
            return date.event() ? "event" : "date";
        } else if (type instanceof FactType.OneOf oneOf) {
            return "enum[" + String.join(", ", oneOf.values()) + "]";
        } else if (type instanceof FactType.Ref ref) {
            return "ref[" + ref.kind().word() + "]";
        } else if (type instanceof FactType.ListOf list) {
            return "list[" + print(list.element()) + "]";
        } else if (type instanceof FactType.Nested nested) {
            return nested.type().name();
        }
        return word(type);
    }

    private static String word(FactType type) {
        if (type instanceof FactType.Bool) {
            return "bool";
        } else if (type instanceof FactType.Int) {
            return "int";
        } else if (type instanceof FactType.Share) {
            return "share";
        }
        return type instanceof FactType.Id ? "id" : "text";
    }

    /** A recursive-descent reader; used once. */
    private static final class Parser {
        private final String text;
        private final Map<String, RecordType> records;
        private int at;

        Parser(String text, Map<String, RecordType> records) {
            this.text = text;
            this.records = records;
        }

        FactType type(int depth) {
            if (depth > MAX_DEPTH) {
                throw fault(at, "types nest at most " + MAX_DEPTH + " deep");
            }
            int start = skip();
            String word = word();
            return switch (word) {
                case "bool" -> new FactType.Bool();
                case "int" -> new FactType.Int();
                case "text" -> new FactType.Text();
                case "date" -> new FactType.Date(false);
                case "event" -> new FactType.Date(true);
                case "share" -> new FactType.Share();
                case "id" -> new FactType.Id();
                case "enum" -> oneOf();
                case "ref" -> reference();
                case "list" -> list(depth);
                case "record" -> record(depth);
                default -> named(start, word);
            };
        }

        void end() {
            if (skip() < text.length()) {
                throw fault(at, "nothing was expected after the type");
            }
        }

        private FactType oneOf() {
            List<String> values = new ArrayList<>();
            expect('[');
            do {
                int start = skip();
                String value = word();
                if (values.contains(value)) {
                    throw fault(start, "the value '" + value + "' is given twice");
                }
                values.add(value);
            } while (accept(','));
            expect(']');
            return new FactType.OneOf(values);
        }

        private FactType reference() {
            expect('[');
            int start = skip();
            String word = word();
            expect(']');
            Kind kind = kind(word);
            if (kind == null) {
                throw fault(start, "no kind of record is called '" + word + "'");
            }
            return new FactType.Ref(kind);
        }

        private FactType list(int depth) {
            expect('[');
            FactType element = type(depth + 1);
            expect(']');
            return new FactType.ListOf(element);
        }

        private FactType record(int depth) {
            Map<String, FieldDef> fields = new LinkedHashMap<>();
            expect('{');
            do {
                int start = skip();
                String name = word();
                expect(':');
                FieldDef field = new FieldDef(name, type(depth + 1), false, "", null, null);
                if (fields.put(name, field) != null) {
                    throw fault(start, "the field '" + name + "' is given twice");
                }
            } while (accept(','));
            expect('}');
            return new FactType.Nested(new RecordType(nameOf(fields), fields));
        }

        /** The same fields always make the same name, so that equal types are equal. */
        private static String nameOf(Map<String, FieldDef> fields) {
            List<String> parts = new ArrayList<>();
            fields.forEach((name, field) -> parts.add(name + ": " + print(field.type())));
            return "record{" + String.join(", ", parts) + "}";
        }

        private FactType named(int start, String word) {
            RecordType record = records.get(word);
            if (record != null) {
                return new FactType.Nested(record);
            }
            Kind kind = kind(word);
            if (kind == null) {
                throw fault(start, "no type is called '" + word + "'");
            }
            return new FactType.Ref(kind);
        }

        private static @Nullable Kind kind(String word) {
            for (Kind kind : Kind.values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            return null;
        }

        private String word() {
            Matcher matcher = WORD.matcher(text).region(skip(), text.length());
            if (!matcher.lookingAt()) {
                throw fault(at, "a name was expected");
            }
            at = matcher.end();
            return matcher.group();
        }

        private void expect(char sign) {
            if (!accept(sign)) {
                throw fault(at, "'" + sign + "' was expected");
            }
        }

        private boolean accept(char sign) {
            boolean there = skip() < text.length() && text.charAt(at) == sign;
            at += there ? 1 : 0;
            return there;
        }

        private int skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private IllegalArgumentException fault(int place, String what) {
            return new IllegalArgumentException("'" + text + "', character " + (place + 1) + ": " + what
                    + "; a type is bool, int, text, date, event, share, id, enum[a, b], ref[kind], list[T],"
                    + " record{name: T} or a kind of record");
        }
    }
}
