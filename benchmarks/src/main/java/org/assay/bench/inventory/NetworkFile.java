package org.assay.bench.inventory;

import static org.assay.bench.inventory.Unit.NEVER;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes an inventory as an NDJSON network document, a record at a time. */
public final class NetworkFile {
    private static final String FORMAT = "assay.network/1";

    private final JsonGenerator to;

    private NetworkFile(JsonGenerator to) {
        this.to = to;
    }

    /** Writes all of it; memory does not grow with the number of components. */
    public static void write(Inventory inventory, String network, OutputStream out) throws IOException {
        try (JsonGenerator to = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            to.setRootValueSeparator(null);
            new NetworkFile(to).all(inventory, network);
        }
    }

    /** Writes it to a file. */
    public static void write(Inventory inventory, String network, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(inventory, network, out);
        }
    }

    private void all(Inventory inventory, String network) throws IOException {
        to.writeStartObject();
        text("format", FORMAT);
        texts("notDelivered", List.of());
        end();
        Setting.write(to, network);
        TreeSet<String> countries = new TreeSet<>(List.of("AT", "DE", "GB"));
        inventory
                .suppliers()
                .forEach(supplier -> countries.addAll(List.of(supplier.registeredIn(), supplier.seatIn())));
        for (String code : countries) {
            country(code);
        }
        for (Supplier supplier : inventory.suppliers()) {
            supplier(supplier);
        }
        for (Site site : inventory.sites()) {
            site(site);
        }
        for (int i = 0; i < inventory.size(); i++) {
            component(inventory.unit(i));
        }
        for (Evidence paper : inventory.evidence()) {
            evidence(paper);
        }
    }

    private void country(String code) throws IOException {
        begin("country");
        text("code", code);
        facts("fr-anssi");
        to.writeBooleanField("extraterritorialLaw", List.of("CN", "US").contains(code));
        to.writeEndObject();
        to.writeEndObject();
        end();
        end();
    }

    private void supplier(Supplier supplier) throws IOException {
        begin("supplier");
        text("id", supplier.id());
        text("name", supplier.name());
        text("registeredIn", supplier.registeredIn());
        text("seatIn", supplier.seatIn());
        text("group", supplier.group());
        to.writeArrayFieldStart("owners");
        for (Supplier.Owner owner : supplier.owners()) {
            to.writeStartObject();
            text("kind", owner.kind());
            text("entity", owner.entity());
            text("name", owner.name());
            text("equity", owner.percent() + "%");
            text("votes", owner.percent() + "%");
            to.writeBooleanField("controls", owner.controls());
            to.writeEndObject();
        }
        to.writeEndArray();
        facts("de-bsi");
        boolean state = supplier.registeredIn().equals("CN");
        to.writeBooleanField("thirdCountryControl", state);
        to.writeBooleanField("harmfulActivities", false);
        to.writeBooleanField("untrustworthySigns", false);
        to.writeEndObject();
        to.writeEndObject();
        end();
        end();
    }

    private void site(Site site) throws IOException {
        begin("site");
        text("id", site.id());
        text("country", site.country());
        text("region", site.region());
        text("kind", site.kind());
        to.writeBooleanField("significant", site.significant());
        end();
        end();
    }

    private void component(Unit unit) throws IOException {
        begin("component");
        text("id", unit.id());
        text("kind", "equipment");
        text("category", unit.category());
        Site site = unit.site();
        text("site", site == null ? null : site.id());
        text("domain", unit.domain());
        texts("functions", unit.functions());
        texts("generations", unit.generations());
        to.writeBooleanField("serves5g", unit.generations().contains("5G"));
        text("supplier", unit.supplier().id());
        makes(unit);
        text("producedIn", unit.producedIn());
        texts("modules", List.of());
        texts("runsOn", List.of());
        texts("sharedWith", List.of());
        access(unit);
        text("status", unit.status());
        day("ordered", unit.ordered());
        day("installed", unit.installed());
        day("firstUse", unit.firstUse());
        day("removed", unit.removed());
        day("endOfSupport", unit.endOfSupport());
        to.writeObjectFieldStart("load");
        to.writeNumberField("busyHourTraffic", unit.traffic());
        to.writeEndObject();
        end();
        end();
    }

    private void makes(Unit unit) throws IOException {
        to.writeObjectFieldStart("product");
        text("name", unit.product());
        to.writeEndObject();
        to.writeObjectFieldStart("hardware");
        text("maker", unit.hardwareMaker().id());
        text("model", unit.hardwareModel());
        to.writeEndObject();
        to.writeObjectFieldStart("software");
        text("maker", unit.softwareMaker().id());
        text("version", unit.version());
        day("since", unit.softwareSince());
        to.writeEndObject();
    }

    private void access(Unit unit) throws IOException {
        to.writeArrayFieldStart("operatedBy");
        for (Supplier party : unit.operatedBy()) {
            to.writeStartObject();
            text("party", party.id());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeArrayFieldStart("remoteAccess");
        for (Unit.Access access : unit.remoteAccess()) {
            to.writeStartObject();
            text("party", access.party().id());
            text("country", access.country());
            to.writeBooleanField("logged", access.logged());
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private void evidence(Evidence paper) throws IOException {
        begin("evidence");
        text("id", paper.id());
        text("kind", paper.kind());
        text("scheme", paper.scheme());
        text("issuer", paper.issuer());
        to.writeObjectFieldStart("scope");
        if (!paper.product().isEmpty()) {
            texts("products", List.of(paper.product()));
            texts("versions", paper.versions());
            texts("regions", paper.regions());
        } else {
            texts("suppliers", List.of(paper.supplier()));
        }
        to.writeEndObject();
        day("issued", paper.issued());
        day("received", paper.received());
        day("validFrom", paper.validFrom());
        day("validUntil", paper.validUntil());
        day("ended", paper.ended());
        text("result", paper.result());
        if (paper.kind().equals("certificate")) {
            facts("de-bsi");
            texts("specs", paper.specs());
            to.writeBooleanField("equivalenceEstablished", paper.validFrom().getDayOfMonth() % 2 == 0);
            to.writeEndObject();
            to.writeEndObject();
        }
        end();
        end();
    }

    private void begin(String kind) throws IOException {
        to.writeStartObject();
        to.writeObjectFieldStart(kind);
    }

    /** Ends a record, or the line where it was the outermost. */
    private void end() throws IOException {
        to.writeEndObject();
        if (to.getOutputContext().inRoot()) {
            to.writeRaw('\n');
        }
    }

    private void facts(String regime) throws IOException {
        to.writeObjectFieldStart("facts");
        to.writeObjectFieldStart(regime);
    }

    private void text(String field, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            to.writeStringField(field, value);
        }
    }

    private void texts(String field, @Nullable Collection<String> values) throws IOException {
        if (values != null) {
            to.writeArrayFieldStart(field);
            for (String value : values) {
                to.writeString(value);
            }
            to.writeEndArray();
        }
    }

    private void day(String field, @Nullable LocalDate day) throws IOException {
        if (day != null && !day.equals(NEVER)) {
            to.writeStringField(field, day.toString());
        }
    }
}
