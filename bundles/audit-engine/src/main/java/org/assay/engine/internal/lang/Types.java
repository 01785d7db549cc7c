package org.assay.engine.internal.lang;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.assay.engine.internal.world.PackSchema;
import org.assay.engine.pack.RulePack;

/** The types that the expressions of one pack see. */
final class Types implements CelTypeProvider {
    static final OpaqueType DATE = OpaqueType.create("date");
    static final OpaqueType SHARE = OpaqueType.create("share");
    static final OpaqueType COUNT = OpaqueType.create("count");
    static final OpaqueType INTEREST = OpaqueType.create("interest");
    static final String OPTIONS = "options";
    static final String REFERENCE = "reference";

    private final Map<String, Map<String, CelType>> fields = new HashMap<>();
    private final Map<String, StructType> structs = new HashMap<>();

    Types(RulePack pack, PackSchema schema) {
        for (Kind kind : Kind.values()) {
            Map<String, CelType> own = record(kind.word(), schema.type(kind));
            RecordType declared = schema.declared(kind.word());
            record(declared.name(), declared);
            own.put("facts", struct(declared.name()));
        }
        Map<String, CelType> options = define(OPTIONS);
        pack.options().forEach((name, option) -> options.put(name, celType(option.type())));
        Map<String, CelType> tables = define(REFERENCE);
        pack.reference().forEach((name, table) -> {
            Map<String, CelType> row = define(rowType(name));
            table.columns().forEach((column, type) -> row.put(column, celType(type)));
            tables.put(name, ListType.create(struct(rowType(name))));
        });
    }

    static String rowType(String table) {
        return "row_" + table;
    }

    /** A record type's fields; more may be put into the map until it is first looked up. */
    Map<String, CelType> define(String name) {
        return fields.computeIfAbsent(name, n -> new LinkedHashMap<>());
    }

    /** A record type by its name alone: types refer to each other in circles. */
    static CelType struct(String name) {
        return StructTypeReference.create(name);
    }

    private Map<String, CelType> record(String name, RecordType type) {
        Map<String, CelType> own = define(name);
        for (FieldDef field : type.fields().values()) {
            own.put(field.name(), celType(field.type()));
        }
        return own;
    }

    CelType celType(FactType type) {
        if (type instanceof FactType.Bool) {
            return SimpleType.BOOL;
        }
        if (type instanceof FactType.Int) {
            return SimpleType.INT;
        }
        if (type instanceof FactType.Date) {
            return DATE;
        }
        if (type instanceof FactType.Share) {
            return SHARE;
        }
        if (type instanceof FactType.Ref ref) {
            return struct(ref.kind().word());
        }
        if (type instanceof FactType.ListOf list) {
            return ListType.create(celType(list.element()));
        }
        if (type instanceof FactType.Nested nested) {
            if (!fields.containsKey(nested.type().name())) {
                record(nested.type().name(), nested.type());
            }
            return struct(nested.type().name());
        }
        return SimpleType.STRING;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of(DATE, SHARE, COUNT, INTEREST);
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(fields.get(name)).map(own -> structs.computeIfAbsent(name, n -> resolve(n, own)));
    }

    private static StructType resolve(String name, Map<String, CelType> own) {
        return StructType.create(name, ImmutableSet.copyOf(own.keySet()), field -> Optional.ofNullable(own.get(field)));
    }
}
