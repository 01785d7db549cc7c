package org.assay.bench.peers;

import java.util.List;
import org.assay.bench.inventory.Supplier;
import org.assay.bench.inventory.Unit;

/** Lists of a component that engines are given as they are. */
final class Facts {
    private Facts() {}

    static List<String> operators(Unit unit) {
        return unit.operatedBy().stream().map(Supplier::registeredIn).toList();
    }

    static List<String> accessFrom(Unit unit) {
        return unit.remoteAccess().stream().map(Unit.Access::country).toList();
    }

    static boolean stateControlled(Supplier supplier) {
        return supplier.owners().stream().anyMatch(owner -> owner.kind().equals("state") && owner.controls());
    }
}
