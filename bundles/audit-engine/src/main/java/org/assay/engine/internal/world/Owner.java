package org.assay.engine.internal.world;

import java.util.Optional;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.FactRecord;

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

        /** Every supplier is asked: only what matters is noted as read. */
        @Override
        public Truth is(FactView supplier) {
            FactRecord facts = supplier.facts().orElseThrow();
            boolean named = facts.text("name").filter(this::isName).isPresent()
                    || facts.list("otherNames").stream().anyMatch(other -> isName(other.toString()));
            Optional<String> group = facts.text("group");
            boolean member = group.filter(this::isName).isPresent();
            if (named || member || group.isEmpty()) {
                supplier.read(named ? "name" : "group");
                return named || member ? Truth.TRUE : Truth.UNKNOWN;
            }
            return Truth.FALSE;
        }

        private boolean isName(String name) {
            return Holder.plain(name).equals(plain);
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
