package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactTypes;
import org.assay.engine.facts.Fraction;

/** Reads types that a pack declares, and values of such types. */
final class TypedValues {
    private final Values values;

    TypedValues(Values values) {
        this.values = values;
    }

    /** A type of facts, as {@link FactTypes} reads it. */
    FactType type(YamlNode node) {
        String text = values.text(node);
        if (text.isBlank()) {
            return new FactType.Text();
        }
        try {
            return FactTypes.parse(text, Map.of());
        } catch (IllegalArgumentException e) {
            values.faults().add("unknown-type", node, String.valueOf(e.getMessage()), "");
            return new FactType.Text();
        }
    }

    /** A type whose values a pack itself may write down: bool, int, text, date, enum. */
    FactType simpleType(YamlNode node) {
        FactType type = type(node);
        boolean simple = type instanceof FactType.Bool
                || type instanceof FactType.Int
                || type instanceof FactType.Text
                || type instanceof FactType.OneOf
                || (type instanceof FactType.Date date && !date.event());
        if (!simple) {
            values.faults()
                    .add(
                            "unknown-type",
                            node,
                            node.what() + " cannot be used here",
                            "bool, int, text, date or enum[…]");
        }
        return simple ? type : new FactType.Text();
    }

    /** A value of a type, in the form that {@link FactType} names. */
    Object value(YamlNode node, FactType type) {
        if (type instanceof FactType.Bool) {
            return values.bool(node);
        } else if (type instanceof FactType.Int) {
            return values.number(node);
        } else if (type instanceof FactType.Date) {
            return node instanceof YamlNode.Scalar scalar && scalar.text().equals("never")
                    ? Days.NEVER
                    : values.date(node);
        } else if (type instanceof FactType.Share) {
            return share(node);
        } else if (type instanceof FactType.OneOf oneOf) {
            return oneOf(node, oneOf);
        } else if (type instanceof FactType.ListOf list) {
            List<Object> items = new ArrayList<>();
            values.list(node).forEach(item -> items.add(value(item, list.element())));
            return items;
        }
        return values.text(node);
    }

    private Fraction share(YamlNode node) {
        try {
            return Fraction.parse(values.text(node));
        } catch (IllegalArgumentException e) {
            values.faults().add("bad-value", node, String.valueOf(e.getMessage()), "");
            return Fraction.ZERO;
        }
    }

    private String oneOf(YamlNode node, FactType.OneOf type) {
        String text = values.text(node);
        if (!text.isBlank() && !type.values().contains(text)) {
            String message = node.what() + " is not one of the values of " + FactTypes.print(type);
            values.faults().add("bad-value", node, message, Suggest.hint(text, type.values()));
        }
        return text;
    }
}
