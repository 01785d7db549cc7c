package org.assay.engine.consequence;

import java.util.List;
import org.assay.engine.facts.Ask;

/**
 * A site, a dependant or a partner, and whether it hangs on components that a regime does not trust.
 *
 * @param kind {@code site}, {@code dependant} or {@code partner}
 * @param id its id
 * @param name its name; its id where it has none
 * @param sort what sort of it: {@code central}, {@code hospital}, {@code roaming} …; empty where that is not known
 * @param state the answer
 * @param path one shortest way from such a component to it, both ends included; empty where it hangs on none
 * @param ways how many things it hangs on directly that are in the same state
 * @param free the sites on which it hangs as well and that are free: what is left without the others
 * @param backup whether another network takes over: {@code yes}, {@code no}, or empty where that is not known or not asked
 * @param asks what must be known to tell, where it is {@link State#UNKNOWN}
 */
public record Reached(
        String kind,
        String id,
        String name,
        String sort,
        State state,
        List<Step> path,
        int ways,
        List<String> free,
        String backup,
        List<Missing> asks) {
    public Reached {
        path = List.copyOf(path);
        free = List.copyOf(free);
        asks = List.copyOf(asks);
    }

    /** Whether something hangs on components that are not trusted, the gravest first. */
    public enum State {
        /** On one that is not trusted. */
        UNTRUSTED,
        /** On one that is not from a day ahead. */
        AHEAD,
        /** On one of which it cannot be told. */
        OPEN,
        /** A link is not known. */
        UNKNOWN,
        /** On none, and every link is known. */
        FREE
    }

    /**
     * A step of a path.
     *
     * @param kind {@code component}, {@code function}, {@code site}, {@code dependant} or {@code partner}
     * @param id its id; a function's name
     */
    public record Step(String kind, String id) {}

    /**
     * A link that is not known.
     *
     * @param path the missing fact, such as {@code site/hub-1/servedBy}
     * @param ask whom to ask what
     */
    public record Missing(String path, Ask ask) {}
}
