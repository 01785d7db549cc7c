package org.assay.engine.internal.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Fraction;

/** Who controls whom on a day. */
public final class Ownership {
    private static final Fraction HALF = Fraction.of(1, 2);
    private static final int MAX_STEPS = 10_000;

    private final LocalDate day;
    private final Set<String> missing = new TreeSet<>();
    private int steps;

    private Ownership(LocalDate day) {
        this.day = day;
    }

    /**
     * Whether one supplier controls another, directly or through others, or is it. A holder with more than half of the
     * votes controls, and so does one of whom it is said.
     *
     * @return a Boolean, or unknown where an owner is not known
     * @throws IllegalStateException if the chain has more than 10,000 steps
     */
    public static Object controls(FactView controller, FactView controlled, LocalDate day) {
        if (controller.missing().isPresent()) {
            return Unknown.of(controller.missing().get());
        }
        Ownership search = new Ownership(day);
        if (search.reaches(controller, controlled, Set.of())) {
            return true;
        }
        return search.missing.isEmpty() ? false : Unknown.of(search.missing);
    }

    /**
     * Whether a supplier belongs to a group: its own group has that name, whatever the case, or a supplier that is known
     * to control it does.
     *
     * @return a Boolean, or unknown where its group is missing and no known owner settles it
     */
    public static Object inGroup(FactView supplier, String group, LocalDate day) {
        if (supplier.missing().isPresent()) {
            return Unknown.of(supplier.missing().get());
        }
        if (new Ownership(day).controlledFrom(supplier, group, Set.of())) {
            return true;
        }
        return supplier.read("group") instanceof String ? (Object) false : Unknown.of(supplier.path("group"));
    }

    private boolean controlledFrom(FactView supplier, String group, Set<String> met) {
        if (++steps > MAX_STEPS) {
            throw new IllegalStateException("the chain of owners of " + supplier.subject() + " is too long");
        }
        if (supplier.read("group") instanceof String own && plain(own).equals(plain(group))) {
            return true;
        }
        Set<String> path = new TreeSet<>(met);
        if (!path.add(supplier.subject()) || !(supplier.read("owners") instanceof List<?> owners)) {
            return false;
        }
        return owners.stream().map(FactView.class::cast).anyMatch(owner -> {
            FactRecord facts = owner.facts().orElseThrow();
            return holdsOn(facts)
                    && controls(facts)
                    && owner.read("entity") instanceof FactView holder
                    && holder.missing().isEmpty()
                    && controlledFrom(holder, group, path);
        });
    }

    /** "Huawei", "HUAWEI" and "Huawei Group" are one name. */
    private static String plain(String group) {
        String lower = group.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(" group") ? lower.substring(0, lower.length() - " group".length()) : lower;
    }

    private boolean reaches(FactView controller, FactView controlled, Set<String> met) {
        if (++steps > MAX_STEPS) {
            throw new IllegalStateException("the chain of owners of " + controlled.subject() + " is too long");
        }
        if (controlled.missing().isPresent()) {
            missing.add(controlled.missing().get());
            return false;
        }
        if (controller.equals(controlled)) {
            return true;
        }
        Object owners = controlled.read("owners");
        if (!(owners instanceof List<?> list)) {
            missing.add(controlled.path("owners"));
            return false;
        }
        Set<String> path = new TreeSet<>(met);
        return path.add(controlled.subject())
                && list.stream().anyMatch(owner -> through(controller, controlled, (FactView) owner, path));
    }

    private boolean through(FactView controller, FactView controlled, FactView owner, Set<String> path) {
        FactRecord facts = owner.facts().orElseThrow();
        if (!holdsOn(facts) || "float".equals(facts.text("kind").orElse(""))) {
            return false;
        }
        boolean known = facts.get("controls").isPresent() || facts.get("votes").isPresent();
        if (known && !controls(facts)) {
            return false;
        }
        if (owner.read("entity") instanceof FactView holder && holder.missing().isEmpty()) {
            return reachesIfKnown(controller, holder, known, owner, path);
        }
        if ("undisclosed".equals(facts.text("kind").orElse(""))
                || facts.get("name").isEmpty()) {
            missing.add(controlled.path("owners"));
        }
        return false;
    }

    private boolean reachesIfKnown(
            FactView controller, FactView holder, boolean known, FactView owner, Set<String> path) {
        if (path.contains(holder.subject()) || !reaches(controller, holder, path)) {
            return false;
        }
        if (!known) {
            missing.add(owner.path("controls"));
        }
        return known;
    }

    private static boolean controls(FactRecord owner) {
        boolean said = owner.get("controls").map(Boolean.class::cast).orElse(false);
        return said
                || owner.get("votes")
                        .map(v -> ((Fraction) v).compareTo(HALF) > 0)
                        .orElse(false);
    }

    private boolean holdsOn(FactRecord owner) {
        boolean begun =
                owner.get("from").map(from -> !((LocalDate) from).isAfter(day)).orElse(true);
        boolean over = owner.get("until")
                .map(until -> ((LocalDate) until).isBefore(day))
                .orElse(false);
        return begun && !over;
    }
}
