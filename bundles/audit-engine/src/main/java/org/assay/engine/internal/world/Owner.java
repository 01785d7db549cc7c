package org.assay.engine.internal.world;

import java.util.List;
import org.assay.engine.eval.Truth;

/** Whose part is asked for: who among holders it is. */
sealed interface Owner {
    /** Whether it is that supplier. */
    Truth is(FactView supplier);

    /** Whether it is that holder, who is no supplier; unknown where it may be, or may stand behind it. */
    Truth isOther(Holder holder);

    /** A supplier of the snapshot. */
    record Supplier(String id) implements Owner {
        @Override
        public Truth is(FactView supplier) {
            return supplier.id().equals(id) ? Truth.TRUE : Truth.FALSE;
        }

        /** A person or state is no supplier, whatever its name. */
        @Override
        public Truth isOther(Holder holder) {
            boolean person = holder.sort() == Holder.Sort.LAST || holder.isPerson();
            return person ? Truth.FALSE : Truth.UNKNOWN;
        }
    }

    /** Whoever is called so: a holder by its name, a supplier by its name or its group. */
    record Named(String plain) implements Owner {
        static Named of(String text) {
            return new Named(Holder.plain(text));
        }

        @Override
        public Truth is(FactView supplier) {
            boolean named = isName(supplier.read("name"))
                    || supplier.read("otherNames") instanceof List<?> others
                            && others.stream().anyMatch(this::isName);
            Object group = supplier.read("group");
            if (named || isName(group)) {
                return Truth.TRUE;
            }
            return group instanceof String ? Truth.FALSE : Truth.UNKNOWN;
        }

        private boolean isName(Object name) {
            return name instanceof String text && Holder.plain(text).equals(plain);
        }

        @Override
        public Truth isOther(Holder holder) {
            if (holder.isCalled(plain)) {
                return Truth.TRUE;
            }
            return holder.sort() == Holder.Sort.LAST ? Truth.FALSE : Truth.UNKNOWN;
        }
    }

    /** One who is a holder of a known name and no supplier. */
    record Other(String key) implements Owner {
        @Override
        public Truth is(FactView supplier) {
            return Truth.FALSE;
        }

        @Override
        public Truth isOther(Holder holder) {
            if (holder.isCalled(key)) {
                return Truth.TRUE;
            }
            return holder.sort() == Holder.Sort.LAST ? Truth.FALSE : Truth.UNKNOWN;
        }
    }

    /** Somebody whom the snapshot does not name. */
    record Stranger() implements Owner {
        @Override
        public Truth is(FactView supplier) {
            return Truth.FALSE;
        }

        @Override
        public Truth isOther(Holder holder) {
            return holder.sort() == Holder.Sort.LAST ? Truth.FALSE : Truth.UNKNOWN;
        }
    }
}
