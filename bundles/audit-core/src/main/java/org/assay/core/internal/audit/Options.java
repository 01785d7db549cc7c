package org.assay.core.internal.audit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.core.internal.util.Json;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.Fraction;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;

/** The choices that a pack leaves open, as an audit makes them: all of them, with their values. */
final class Options {
    private Options() {}

    /**
     * Every option of a pack with the value chosen, or else its default.
     *
     * @throws FaultException if a choice is of no option, or no value of its type
     */
    static Map<String, Object> choose(RulePack pack, Map<String, Object> chosen) {
        for (String name : chosen.keySet()) {
            if (!pack.options().containsKey(name)) {
                String known = String.join(", ", pack.options().keySet());
                throw refuse(
                        pack,
                        name,
                        "unknown-option",
                        "the pack " + pack.version() + " of " + pack.regime() + " has no option '" + name + "'",
                        known.isEmpty() ? "it has no options" : "it has " + known);
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        pack.options().forEach((name, option) -> {
            Object choice = chosen.get(name);
            all.put(name, choice == null ? option.byDefault() : typed(pack, name, option, choice));
        });
        return all;
    }

    private static Object typed(RulePack pack, String name, RulePack.Option option, Object plain) {
        Object value = plain instanceof Integer number ? Long.valueOf(number) : plain;
        try {
            return option.value(name, value);
        } catch (FactValueException e) {
            throw refuse(pack, name, e.code(), String.valueOf(e.getMessage()), e.hint());
        }
    }

    private static FaultException refuse(RulePack pack, String name, String code, String message, String hint) {
        String pointer =
                "/options/" + pack.regime() + "/" + name.replace("~", "~0").replace("/", "~1");
        return new FaultException(new Fault(code, message, pointer, 0, 0, hint));
    }

    /** Options as plain values. */
    static Map<String, Object> plain(Map<String, Object> options) {
        Map<String, Object> plain = new LinkedHashMap<>();
        options.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof LocalDate day) {
            return Days.print(day);
        }
        return value instanceof Fraction ? value.toString() : value;
    }

    /** The options of a pinned audit. */
    static Map<String, Object> pinned(RulePack pack, String stored, Json json) {
        return choose(pack, json.read(stored));
    }
}
