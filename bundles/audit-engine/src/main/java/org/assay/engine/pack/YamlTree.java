package org.assay.engine.pack;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into nodes that know their place. Refuses what makes a file read differently from how it looks (anchors,
 * aliases, tags, keys given twice, keys that are no plain names) and what exhausts a machine (size, depth, number of
 * nodes, length of a text). Not thread-safe; one instance reads one file.
 */
final class YamlTree {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_DEPTH = 40;
    static final int MAX_NODES = 200_000;
    static final int MAX_TEXT = 8_000;
    /** Control characters but tab and line end; signs that turn the direction of a text; lone surrogates. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private final FaultList faults;
    private final String[] lines;
    private final Iterator<Event> events;
    private int nodes;

    private YamlTree(String text, FaultList faults) {
        this.faults = faults;
        this.lines = text.split("\n", -1);
        LoadSettings settings = LoadSettings.builder()
                .setLabel("pack")
                .setCodePointLimit(MAX_BYTES)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Reads a file that holds one YAML document.
     *
     * @param bytes UTF-8
     * @param faults takes what is wrong while reading can go on
     * @throws FaultException where it cannot
     */
    static YamlNode read(byte[] bytes, FaultList faults) {
        if (bytes.length > MAX_BYTES) {
            throw refuse("limit", Position.START, "the file has " + bytes.length + " bytes", "At most " + MAX_BYTES);
        }
        try {
            return new YamlTree(decode(bytes), faults).document();
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark().map(YamlTree::position).orElse(Position.START);
            throw refuse("yaml-syntax", at, "this is no YAML: " + Suggest.shorten(String.valueOf(e.getProblem())), "");
        } catch (YamlEngineException e) {
            String message = Suggest.shorten(String.valueOf(e.getMessage()));
            throw refuse("yaml-syntax", Position.START, "this is no YAML: " + message, "");
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refuse("encoding", Position.START, "the file is not UTF-8", "Save it as UTF-8");
        }
    }

    private static FaultException refuse(String code, Position at, String message, String hint) {
        return new FaultException(new Fault(code, message, "", at.line(), at.column(), hint));
    }

    private YamlNode document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw refuse("yaml-syntax", Position.START, "the file is empty", "See the guide to writing a rule");
        }
        YamlNode root = node(event, "", 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw refuse("yaml-syntax", position(end), "a second document begins here", "One file is one pack");
        }
        return root;
    }

    private YamlNode node(Event event, String pointer, int depth) {
        Position at = position(event);
        if (++nodes > MAX_NODES) {
            throw refuse("limit", at, "the file has more than " + MAX_NODES + " values", "Split the pack");
        }
        if (depth > MAX_DEPTH) {
            throw refuse("limit", at, "values are nested more than " + MAX_DEPTH + " deep", "");
        }
        refuseIndirection(event, at);
        return switch (event.getEventId()) {
            case SequenceStart -> sequence(at, pointer, depth);
            case MappingStart -> mapping(at, pointer, depth);
            default -> scalar((ScalarEvent) event, at, pointer);
        };
    }

    private static void refuseIndirection(Event event, Position at) {
        if (event.getEventId() == Event.ID.Alias) {
            throw refuse("alias", at, "an alias (*name) is not allowed", "Write the value out");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw refuse("anchor", at, "an anchor (&name) is not allowed", "Write the value out");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw refuse("tag", at, "a tag (" + Suggest.shorten(tag.get()) + ") is not allowed", "Leave it out");
        }
    }

    private YamlNode sequence(Position at, String pointer, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, pointer + "/" + items.size(), depth + 1));
            event = events.next();
        }
        return new YamlNode.Sequence(items, at, pointer);
    }

    private YamlNode mapping(Position at, String pointer, int depth) {
        Map<String, Position> seen = new HashMap<>();
        List<YamlNode.Entry> entries = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlNode.Scalar key = key(event, pointer, depth);
            String child = pointer + "/" + escaped(key.text());
            YamlNode value = node(events.next(), child, depth + 1);
            Position first = seen.putIfAbsent(key.text(), key.at());
            if (first == null) {
                entries.add(new YamlNode.Entry(key, value));
            } else {
                duplicate(key, first);
            }
            event = events.next();
        }
        return new YamlNode.Mapping(entries, at, pointer);
    }

    private static String escaped(String key) {
        boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
        return plain ? key : key.replace("~", "~0").replace("/", "~1");
    }

    private YamlNode.Scalar key(Event event, String pointer, int depth) {
        YamlNode key = node(event, pointer, depth + 1);
        if (key instanceof YamlNode.Scalar scalar && !scalar.isNothing()) {
            return scalar;
        }
        throw refuse("wrong-type", key.at(), "a key is a name, not " + key.what(), "");
    }

    private void duplicate(YamlNode.Scalar key, Position first) {
        String message = "'" + Suggest.shorten(key.text()) + "' is given twice, first in line " + first.line();
        faults.add("duplicate-key", key, message, "Keep one of the two");
    }

    private YamlNode.Scalar scalar(ScalarEvent event, Position at, String pointer) {
        String text = event.getValue();
        if (text.length() > MAX_TEXT) {
            throw refuse("limit", at, "a text has " + text.length() + " characters", "At most " + MAX_TEXT);
        }
        YamlNode.Scalar scalar = new YamlNode.Scalar(text, event.isPlain(), at, inside(event, at), pointer);
        refuseWhatDeceives(scalar);
        return scalar;
    }

    /** Facts are compared in NFC; control and direction signs would show a reader another text than the engine's. */
    private void refuseWhatDeceives(YamlNode.Scalar scalar) {
        if (isPlainAscii(scalar.text())) {
            return;
        }
        Matcher hidden = HIDDEN.matcher(scalar.text());
        if (hidden.find()) {
            String message = String.format(
                    "the text has the hidden character U+%04X", hidden.group().codePointAt(0));
            faults.add("bad-text", scalar, message, "Take it out");
        } else if (!Normalizer.isNormalized(scalar.text(), Normalizer.Form.NFC)) {
            faults.add("bad-text", scalar, "the text is not in Unicode form NFC", "Save the file in form NFC");
        }
    }

    /** Nearly all texts are: nothing of what deceives is among these signs. */
    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign > '~') {
                return false;
            }
        }
        return true;
    }

    /** Where the first character stands: after the quote, or in the first line of a block that is not blank. */
    private Position inside(ScalarEvent event, Position at) {
        if (event.isPlain()) {
            return at;
        }
        if (event.isSQuoted() || event.isDQuoted()) {
            return new Position(at.line(), at.column() + 1);
        }
        for (int line = at.line(); line < lines.length; line++) {
            String stripped = lines[line].stripLeading();
            if (!stripped.isEmpty()) {
                return new Position(line + 1, lines[line].length() - stripped.length() + 1);
            }
        }
        return at;
    }

    private static Position position(Event event) {
        return event.getStartMark().map(YamlTree::position).orElse(Position.START);
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
