package org.assay.core.internal.network;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.core.internal.util.Ids;
import org.assay.core.store.NetworkRow;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** What a network must be, and that a document speaks of it. */
final class NetworkChecks {
    private static final int MAX_NAME = 4000;
    /** Control signs, ends of lines, signs that turn the direction of writing, halves of surrogate pairs. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private NetworkChecks() {}

    static void require(String id, String name, String country) {
        Ids.requireName("network id", id);
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw refuse("bad-name", "the name is empty or too long", "/name", "give 1 to " + MAX_NAME + " characters");
        }
        Matcher hidden = HIDDEN.matcher(name);
        if (hidden.find()) {
            String sign = String.format("U+%04X", hidden.group().codePointAt(0));
            String message = "the name has the sign " + sign + " at character " + (hidden.start() + 1);
            throw refuse("bad-character", message, "/name", "take it out: a name has one line of visible text");
        }
        if (!COUNTRIES.contains(country)) {
            throw refuse(
                    "bad-country", "'" + country + "' is no country", "/country", "an ISO 3166-1 alpha-2 code: DE");
        }
    }

    static void requireSame(NetworkRow network, NetworkFacts facts) {
        FactRecord record = facts.the(Kind.NETWORK);
        String id = record.text("id").orElse("");
        if (!id.equals(network.id())) {
            throw refuse(
                    "wrong-network",
                    "the document is of the network '" + id + "', not of '" + network.id() + "'",
                    "/network/id",
                    "send it to /networks/" + id + "/snapshots");
        }
        String country = record.text("country").orElse("");
        if (!country.equals(network.country())) {
            throw refuse(
                    "wrong-country",
                    "the document says " + country + ", the network is in " + network.country(),
                    "/network/country",
                    "correct the one that is wrong");
        }
    }

    private static FaultException refuse(String code, String message, String pointer, String hint) {
        return new FaultException(new Fault(code, message, pointer, 0, 0, hint));
    }
}
