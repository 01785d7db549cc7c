package org.assay.engine.internal.lang;

import dev.cel.checker.TypeProvider;
import dev.cel.common.types.CelProtoTypes;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.TypeType;
import dev.cel.expr.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of a pack as CEL's checker asks for them. As thread-safe as they are. */
@SuppressWarnings("deprecation") // CEL's checker takes types in this way only
final class FieldTypes implements TypeProvider {
    private final Types types;

    FieldTypes(Types types) {
        this.types = types;
    }

    @Override
    public Optional<CelType> lookupCelType(String name) {
        return types.findType(name).map(TypeType::create);
    }

    @Override
    public @Nullable Type lookupType(String name) {
        return lookupCelType(name).map(CelProtoTypes::celTypeToType).orElse(null);
    }

    /** There are no numbered constants. */
    @Override
    public @Nullable Integer lookupEnumValue(String name) {
        return null;
    }

    @Override
    public @Nullable FieldType lookupFieldType(Type record, String field) {
        return lookupFieldType(CelProtoTypes.typeToCelType(record), field);
    }

    @Override
    public @Nullable FieldType lookupFieldType(CelType record, String field) {
        return types.findType(record.name())
                .filter(StructType.class::isInstance)
                .flatMap(type -> ((StructType) type).findField(field))
                .map(found -> new Native(found.type()))
                .orElse(null);
    }

    /** A type that needs no detour over CEL's messages. */
    private static final class Native extends FieldType {
        private final CelType type;

        Native(CelType type) {
            this.type = type;
        }

        @Override
        public Type type() {
            return CelProtoTypes.celTypeToType(type);
        }

        @Override
        public CelType celType() {
            return type;
        }
    }
}
