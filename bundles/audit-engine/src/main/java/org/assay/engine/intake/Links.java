package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds links that run in a circle. Stateless. */
final class Links {
    private static final int SHOWN = 12;

    private Links() {}

    /**
     * A link from one record to another.
     *
     * @param since the first day on which it holds
     * @param until the last
     */
    record Link(String from, String to, LocalDate since, LocalDate until, Place place) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(since) && !day.isAfter(until);
        }
    }

    /** One circle, if there is any, whatever the days. */
    static Optional<List<Link>> circle(Collection<Link> links) {
        List<Link> core = core(links);
        return core.isEmpty() ? Optional.empty() : Optional.of(walk(core));
    }

    /**
     * The links that may lie on a circle: those left when links that end where none goes on are taken away, again and again.
     */
    static List<Link> core(Collection<Link> links) {
        Map<String, Integer> leaving = new HashMap<>();
        Map<String, List<String>> arriving = new HashMap<>();
        for (Link link : links) {
            leaving.merge(link.from(), 1, Integer::sum);
            leaving.putIfAbsent(link.to(), 0);
            arriving.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(link.from());
        }
        Deque<String> ends = new ArrayDeque<>();
        leaving.forEach((node, count) -> {
            if (count == 0) {
                ends.add(node);
            }
        });
        Set<String> gone = new HashSet<>();
        while (!ends.isEmpty()) {
            String end = ends.remove();
            gone.add(end);
            for (String from : arriving.getOrDefault(end, List.of())) {
                if (leaving.merge(from, -1, Integer::sum) == 0) {
                    ends.add(from);
                }
            }
        }
        return links.stream()
                .filter(link -> !gone.contains(link.from()) && !gone.contains(link.to()))
                .toList();
    }

    /** In the core every node has a link that leaves it, so that a walk must come back to where it was. */
    private static List<Link> walk(List<Link> core) {
        Map<String, Link> next = new HashMap<>();
        core.forEach(link -> next.putIfAbsent(link.from(), link));
        Map<String, Link> walked = new LinkedHashMap<>();
        Link link = core.get(0);
        while (link != null && walked.putIfAbsent(link.from(), link) == null) {
            link = next.get(link.to());
        }
        List<Link> path = new ArrayList<>(walked.values());
        String start = link == null ? "" : link.from();
        int first = new ArrayList<>(walked.keySet()).indexOf(start);
        return List.copyOf(path.subList(Math.max(first, 0), path.size()));
    }

    /** {@code a -> b -> a}, shortened where it is long. */
    static String print(List<Link> circle) {
        String steps = circle.stream().limit(SHOWN).map(Link::from).collect(Collectors.joining(" -> "));
        return steps
                + (circle.size() > SHOWN ? " -> … -> " : " -> ")
                + circle.get(0).from();
    }
}
