package org.assay.engine.internal.columnar;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.engine.facts.FactColumn;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.World;

/** On what the value of a key depends: of an audit, and of the facts. */
final class Scopes {
    private static final String FACTS = "facts";
    private static final List<String> SUPPLIERS =
            List.of("kind", "domain", "supplier", "hardware.maker", "software.maker");
    private static final List<String> SCOPED = List.of("product.name", "software.name", "hardware.model");
    private static final List<String> SERVICE = List.of("status", "firstUse", "removed");

    private Scopes() {}

    /** What of an audit its values depend on; columns of equal scope are the same. */
    static Object of(ReadKey key, World world) {
        if (key instanceof ReadKey.Field field) {
            return ofPath(field.path(), world);
        } else if (key instanceof ReadKey.Known known) {
            return ofPath(known.path(), world);
        } else if (key instanceof ReadKey.Shown shown) {
            return ofPath(shown.path(), world);
        } else if (key instanceof ReadKey.Suppliers || key instanceof ReadKey.Contracts) {
            return "";
        } else if (key instanceof ReadKey.Evidence evidence) {
            return List.of(world.schema().absentIsUnknown(evidence.kind()), world.unseen());
        } else if (key instanceof ReadKey.InService) {
            return List.of(world.asOf(), world.recordedOn());
        }
        return List.of(world.schema().key(), world.asOf(), world.recordedOn(), world.unseen());
    }

    /** Whether values may follow from evidence. */
    static boolean isOfEvidence(ReadKey key) {
        boolean free = key instanceof ReadKey.Field
                || key instanceof ReadKey.Known
                || key instanceof ReadKey.Shown
                || key instanceof ReadKey.Suppliers
                || key instanceof ReadKey.Contracts
                || key instanceof ReadKey.InService;
        return !free;
    }

    /** What packs declare is read by their types; and network functions as their tables spell them. */
    private static Object ofPath(String path, World world) {
        return path.startsWith(FACTS) || path.contains("functions")
                ? world.schema().key()
                : "";
    }

    /**
     * Of what a key's values are made.
     *
     * @param paths the facts; none where that cannot be told
     * @param alone which subjects have a value of their own all the same
     */
    record Base(List<String> paths, Predicate<String> alone) {
        static final Base NONE = new Base(List.of(), id -> true);

        static Base of(List<String> paths) {
            return new Base(paths, id -> false);
        }
    }

    /** Of what a key's values are made. */
    static Base base(ReadKey key, Subjects subjects, World world) {
        Kind kind = subjects.kind();
        if (key instanceof ReadKey.Field field) {
            return Base.of(paths(kind, List.of(field.path()), world));
        } else if (key instanceof ReadKey.Known known) {
            return Base.of(paths(kind, List.of(known.path()), world));
        } else if (key instanceof ReadKey.Shown shown) {
            return Base.of(paths(kind, List.of(shown.path()), world));
        } else if (kind != Kind.COMPONENT) {
            return Base.NONE;
        } else if (key instanceof ReadKey.Suppliers) {
            return Base.of(SUPPLIERS);
        } else if (key instanceof ReadKey.InService) {
            return Base.of(paths(kind, SERVICE, world));
        } else if (key instanceof ReadKey.Evidence evidence) {
            return new Base(SCOPED, id -> world.joins().namesEvidence(evidence.kind(), id));
        } else if (key instanceof ReadKey.Contracts) {
            return new Base(SCOPED, world.joins()::namesContract);
        }
        return Base.NONE;
    }

    /** The paths for some facts; none where the value of one is made otherwise. */
    private static List<String> paths(Kind kind, List<String> facts, World world) {
        Set<String> paths = new LinkedHashSet<>();
        boolean told = facts.stream().allMatch(fact -> path(kind, fact, world, paths));
        return told ? List.copyOf(paths) : List.of();
    }

    private static boolean path(Kind kind, String path, World world, Set<String> paths) {
        List<String> steps = List.of(path.split("\\."));
        if (steps.get(0).equals(FACTS)) {
            boolean told = kind != Kind.EVIDENCE && steps.size() > 1;
            paths.add(FACTS + "." + world.schema().regime() + "." + (told ? steps.get(1) : ""));
            return told;
        }
        RecordType type = world.schema().type(kind);
        for (int i = 0; i < steps.size(); i++) {
            FieldDef def = type.fields().get(steps.get(i));
            if (def == null) {
                return false;
            }
            if (i == steps.size() - 1 || !(def.type() instanceof FactType.Nested nested)) {
                field(steps.subList(0, i + 1), def, paths);
                return true;
            }
            type = nested.type();
        }
        return false;
    }

    /** Where the absence of a date says something, so does what makes it say so. */
    private static void field(List<String> steps, FieldDef def, Set<String> paths) {
        FieldDef.Unhappened rule = def.unhappened();
        boolean within = steps.size() > 1;
        boolean absenceTells = rule != null || def.type() instanceof FactType.Date date && date.event();
        if (within && absenceTells) {
            paths.add(String.join(".", steps.subList(0, steps.size() - 1)));
            return;
        }
        paths.add(String.join(".", steps));
        if (rule != null) {
            paths.add(rule.field());
        }
    }

    /** The facts at a path as the snapshot has them. */
    static Column raw(String path, Subjects subjects, int number) {
        FactColumn column = subjects.table().column(path);
        int[] codes = new int[subjects.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column.code(subjects.row(i));
        }
        Object[] none = new Object[column.distinct()];
        Arrays.fill(none, "");
        ReadKey key = new ReadKey.Field(path);
        return new Column(number, key, Codes.of(codes, none.length), List.of(none));
    }
}
