package org.assay.engine.internal.lang;

import java.time.LocalDate;
import java.util.List;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.measure.GroupView;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.Given;
import org.assay.engine.internal.world.Joins;
import org.assay.engine.internal.world.Ownership;
import org.assay.engine.internal.world.ReadKey;
import org.assay.engine.internal.world.RowView;
import org.assay.engine.internal.world.Service;
import org.assay.engine.internal.world.Unknown;

/** What the functions on records do. A record that is missing makes each of them unknown. */
final class RecordCalls {
    private RecordCalls() {}

    static Object known(Object record, String path) {
        if (!(record instanceof FactView)) {
            throw new IllegalArgumentException("known() asks for a fact of a record");
        }
        FactView view = (FactView) record;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            if (!(view.read(steps[i]) instanceof FactView next)) {
                return false;
            }
            view = next;
        }
        return view.missing().isEmpty() && view.knows(steps[steps.length - 1]);
    }

    static Object sure(Object row) {
        if (row instanceof GroupView group) {
            return group.sure();
        }
        return row instanceof RowView view ? view.sure() : true;
    }

    static Object on(List<?> rows, Object day) {
        if (rows instanceof RowView.Rows table) {
            return Given.of(table.on((LocalDate) day));
        }
        return rows.stream()
                .filter(row -> !(row instanceof RowView view) || view.holdsOn((LocalDate) day))
                .toList();
    }

    static Object inService(Object component, Object day) {
        FactView view = (FactView) component;
        LocalDate on = (LocalDate) day;
        // On other days than the audit's the facts are noted one by one: there may be as many days as components
        return on.equals(view.world().asOf())
                ? view.derived(ReadKey.IN_SERVICE, () -> Service.on(view, on))
                : Service.on(view, on);
    }

    static Object suppliersOf(Object component) {
        FactView view = (FactView) component;
        return view.missing().isPresent()
                ? Unknown.of(view.missing().get())
                : view.derived(ReadKey.SUPPLIERS, () -> joins(view).suppliersOf(view));
    }

    static Object suppliersIn(Object network) {
        FactView view = (FactView) network;
        return view.missing().isPresent()
                ? Unknown.of(view.missing().get())
                : view.world().all(Kind.SUPPLIER);
    }

    static Object componentsOf(Object of) {
        FactView view = (FactView) of;
        if (view.missing().isPresent()) {
            return Unknown.of(view.missing().get());
        }
        return switch (view.subject().substring(0, view.subject().indexOf('/'))) {
            case "supplier" -> joins(view).components().supplier(view);
            case "site" -> joins(view).components().site(view);
            case "contract" -> joins(view).componentsOfContract(view);
            default -> joins(view).components().evidence(view);
        };
    }

    static Object evidenceFor(Object of, String kind) {
        return ((FactView) of).evidenceFor(kind);
    }

    static Object evidenceAbout(Object of, String kind) {
        FactView view = (FactView) of;
        return view.missing().isPresent()
                ? Unknown.of(view.missing().get())
                : joins(view).evidenceAbout(view, kind);
    }

    static Object contractsFor(Object of) {
        FactView view = (FactView) of;
        return view.missing().isPresent()
                ? Unknown.of(view.missing().get())
                : view.derived(ReadKey.CONTRACTS, () -> joins(view).contractsFor(view));
    }

    static Object ordersFor(Object operator) {
        FactView view = (FactView) operator;
        return joins(view).ordersFor(view);
    }

    static Object controls(Object controller, Object controlled, Object day) {
        return ownership(controlled).controls(controller, (FactView) controlled, (LocalDate) day);
    }

    static Object inGroup(Object supplier, String group, Object day) {
        return ownership(supplier).inGroup((FactView) supplier, group, (LocalDate) day);
    }

    static Object interest(Object owner, Object owned, String right, Object day) {
        return ownership(owned).interest(owner, (FactView) owned, right, (LocalDate) day);
    }

    static Object related(Object first, Object second, Fraction limit, Object day) {
        return ownership(second).related(first, (FactView) second, limit, (LocalDate) day);
    }

    static Object ultimate(Object supplier, Object day) {
        return ownership(supplier).ultimate((FactView) supplier, (LocalDate) day);
    }

    private static Ownership ownership(Object supplier) {
        return ((FactView) supplier).world().ownership();
    }

    private static Joins joins(FactView view) {
        return view.world().joins();
    }
}
