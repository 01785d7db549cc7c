package org.assay.core.internal.util;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;

/** Names that people choose, and ids that this class makes: UUIDs of version 7, each greater than the one before. */
public final class Ids {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final long COUNTER = 0xFFF;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long lastMillis;
    private long counter;

    /** Makes ids by a clock. */
    public Ids(Clock clock) {
        this.clock = clock;
    }

    /** A new id: the millisecond, a counter within it, and 62 random bits. Goes on counting when the clock is set back. */
    public synchronized String next() {
        long now = clock.millis();
        counter = now > lastMillis ? 0 : counter + 1;
        lastMillis = Math.max(now, lastMillis) + counter / (COUNTER + 1);
        counter %= COUNTER + 1;
        long high = lastMillis << 16 | 0x7000L | counter;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /**
     * Checks the id of a regime or network, or a token's name.
     *
     * @param what the word for it in the message
     * @throws FaultException if it is none
     */
    public static String requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FaultException(new Fault(
                    "bad-id",
                    "'" + name + "' is no " + what,
                    "",
                    0,
                    0,
                    "2 to 63 lower-case letters, digits and -, a letter first"));
        }
        return name;
    }
}
