package org.assay.bench.inventory;

import static org.assay.bench.inventory.Unit.NEVER;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the components of an inventory as CSV, the same facts as {@link NetworkFile} does, a component at a time. */
public final class ComponentTable {
    private static final String HEAD =
            "id,kind,category,site,domain,functions,generations,serves5g,supplier,product.name,"
                    + "hardware.maker,hardware.model,software.maker,software.version,software.since,producedIn,modules,runsOn,"
                    + "sharedWith,operatedBy,remoteAccess,status,ordered,installed,firstUse,removed,endOfSupport,"
                    + "load.busyHourTraffic";
    private static final String NONE = "[]";

    private ComponentTable() {}

    /** Writes all of them; memory does not grow with their number. */
    public static void write(Inventory inventory, OutputStream out) throws IOException {
        try (BufferedWriter to = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
            to.write(HEAD + "\n");
            for (int i = 0; i < inventory.size(); i++) {
                to.write(row(inventory.unit(i)) + "\n");
            }
        }
    }

    private static String row(Unit unit) {
        Site site = unit.site();
        List<String> functions = unit.functions();
        return String.join(
                ",",
                unit.id(),
                "equipment",
                unit.category(),
                site == null ? "" : site.id(),
                unit.domain(),
                functions == null ? "" : list(functions),
                list(unit.generations()),
                Boolean.toString(unit.generations().contains("5G")),
                unit.supplier().id(),
                unit.product(),
                unit.hardwareMaker().id(),
                unit.hardwareModel(),
                unit.softwareMaker().id(),
                unit.version() == null ? "" : unit.version(),
                day(unit.softwareSince()),
                unit.producedIn(),
                NONE,
                NONE,
                NONE,
                parties(unit),
                access(unit),
                unit.status() == null ? "" : unit.status(),
                day(unit.ordered()),
                day(unit.installed()),
                day(unit.firstUse()),
                day(unit.removed()),
                day(unit.endOfSupport()),
                Integer.toString(unit.traffic()));
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? NONE : String.join(";", values);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null || day.equals(NEVER) ? "" : day.toString();
    }

    private static String parties(Unit unit) {
        return records(unit.operatedBy().stream()
                .map(party -> "{\"party\":\"%s\"}".formatted(party.id()))
                .toList());
    }

    private static String access(Unit unit) {
        return records(unit.remoteAccess().stream()
                .map(one -> "{\"party\":\"%s\",\"country\":\"%s\",\"logged\":%s}"
                        .formatted(one.party().id(), one.country(), one.logged()))
                .toList());
    }

    /** Records stand in a cell as JSON, whose quotation marks are doubled. */
    private static String records(List<String> json) {
        return json.isEmpty() ? NONE : '"' + ("[" + String.join(",", json) + "]").replace("\"", "\"\"") + '"';
    }
}
