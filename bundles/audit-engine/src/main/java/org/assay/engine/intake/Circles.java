package org.assay.engine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.RecordType;

/**
 * Refuses circles: components that run on themselves by way of others, and suppliers that control themselves on any day.
 * Minority holdings may run in circles. For one thread.
 */
final class Circles {
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final int MAX_CORE = 2_000;
    private static final int MAX_REPORTED = 20;

    private final HostLinks runsOn;
    private final List<Links.Link> control = new ArrayList<>();
    private final List<Links.Link> owners = new ArrayList<>();

    private final FaultLog faults;

    Circles(FaultLog faults, HostLinks runsOn) {
        this.faults = faults;
        this.runsOn = runsOn;
    }

    /** Notes the links of a record; those of an owner are the supplier's, which is complete only after its owners. */
    void note(RecordType type, Map<String, Object> values, Node.Fields node) {
        if (type.name().equals("Owner") && values.get("entity") instanceof String owner && controls(values)) {
            LocalDate from = day(values, "from", LocalDate.MIN);
            owners.add(new Links.Link("", owner, from, day(values, "until", Days.NEVER), node.place()));
        } else if (type.name().equals("supplier")) {
            String id = String.valueOf(values.get("id"));
            owners.forEach(
                    link -> control.add(new Links.Link(id, link.to(), link.since(), link.until(), link.place())));
            owners.clear();
        } else if (type.name().equals("component") && node.fields().get("runsOn") instanceof Node.Array hosts) {
            String id = String.valueOf(values.get("id"));
            hosts.elements().forEach(host -> noteHost(id, host));
        }
    }

    private void noteHost(String id, Node host) {
        if (host instanceof Node.Scalar scalar && scalar.value() instanceof String to) {
            requireRoom(host.place());
            runsOn.add(id, to, host.place());
        }
    }

    /** Notes that a component runs on another, by their numbers. */
    void noteHost(int id, int host, int element, Place place) {
        requireRoom(place);
        runsOn.add(id, host, place.line(), place.column(), Spot.LINE, element);
    }

    private void requireRoom(Place place) {
        if (runsOn.isFull()) {
            String message = "more than " + runsOn.limit() + " 'runsOn' in all";
            throw faults.last("too-many-entries", message, place, "split it");
        }
    }

    private static boolean controls(Map<String, Object> owner) {
        boolean majority = owner.get("votes") instanceof Fraction votes && votes.compareTo(HALF) > 0;
        return majority || Boolean.TRUE.equals(owner.get("controls"));
    }

    private static LocalDate day(Map<String, Object> owner, String field, LocalDate otherwise) {
        return owner.get(field) instanceof LocalDate day ? day : otherwise;
    }

    void report() {
        reportRunsOn();
        reportControl();
    }

    private void reportRunsOn() {
        List<Links.Link> left = runsOn.core();
        for (int i = 0; i < MAX_REPORTED && !left.isEmpty(); i++) {
            List<Links.Link> circle = Links.circle(left).orElseThrow();
            faults.add(
                    "cycle",
                    "components run on one another in a circle: " + Links.print(circle),
                    circle.get(0).place(),
                    "'runsOn' leads from an application to its platform and on to its host, never back");
            left = Links.core(without(left, circle.get(0)));
        }
    }

    private void reportControl() {
        List<Links.Link> left = Links.core(control);
        for (int i = 0; i < MAX_REPORTED && !left.isEmpty(); i++) {
            if (left.size() > MAX_CORE) {
                faults.add(
                        "cycle",
                        "more than " + MAX_CORE + " links of control lie on circles",
                        left.get(0).place(),
                        "a chain of control leads to a person, a state or dispersed holders");
                return;
            }
            Optional<List<Links.Link>> circle = circleOnOneDay(left);
            if (circle.isEmpty()) {
                return;
            }
            faults.add(
                    "control-cycle",
                    "suppliers control one another in a circle: " + Links.print(circle.get()),
                    circle.get().get(0).place(),
                    "control means 'controls' or more than half of the votes; end one of the links with 'until', or"
                            + " correct who controls whom");
            left = Links.core(without(left, circle.get().get(0)));
        }
    }

    /** A circle exists on some day if and only if it exists on the day on which the last of its links begins. */
    private static Optional<List<Links.Link>> circleOnOneDay(List<Links.Link> links) {
        SortedSet<LocalDate> days = new TreeSet<>();
        links.forEach(link -> days.add(link.since()));
        return days.stream()
                .map(day -> Links.circle(
                        links.stream().filter(link -> link.holdsOn(day)).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Links.Link> without(List<Links.Link> links, Links.Link one) {
        return links.stream().filter(link -> link != one).toList();
    }
}
