package org.assay.rest.internal.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.api.LegalSource;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.core.ConflictException;
import org.assay.core.DossierOffer;
import org.assay.core.DossierPrinter;
import org.assay.core.DossierView;
import org.assay.core.Dossiers;
import org.assay.core.NotFoundException;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.dossier.DossierDraft.Item;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.dossier.DraftBlock.Cell;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.jspecify.annotations.Nullable;

/** One dossier of one network, with every kind of block. */
final class FakeDossiers implements Dossiers, DossierPrinter {
    static final String ID = "fr-anssi.application";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final LegalSource LAW = new LegalSource("CPCE", "R. 20-29-11", "", LegalSource.Mark.SEEN);

    @Override
    public List<DossierOffer> offered(String network, @Nullable LocalDate asOf) {
        require(network);
        return List.of(new DossierOffer(ID, "fr-anssi", "2026.1.0", Map.of("fr", "Dossier"), "fr", LAW, false));
    }

    @Override
    public DossierView issue(
            String network, String dossier, @Nullable LocalDate asOf, String language, String format, String who) {
        require(network);
        if (!dossier.equals(ID)) {
            throw new NotFoundException("dossier", "there is no dossier '" + dossier + "'", "see dossiers");
        }
        return view(language);
    }

    @Override
    public List<DossierView> programmes(String network, String supplier, @Nullable LocalDate asOf, String language) {
        require(network);
        if (!supplier.equals("huawei")) {
            throw new NotFoundException("programme", "there is no programme of '" + supplier + "'", "name another");
        }
        return List.of(view(language));
    }

    private static DossierView view(String language) {
        if (language.equals("xx")) {
            throw new FaultException(
                    new Fault("unknown-language", "no text is in it", "/language", 0, 0, "use one of de, en, fr"));
        }
        DraftBlock.Case open =
                new DraftBlock.Case("PENDING", "open", TODAY, false, 3, TODAY, "authority", "decide", List.of());
        List<DraftBlock> blocks = List.of(
                new DraftBlock.Fields("", List.of(new DraftBlock.Field("Name", new Cell("Alpha", true, true)))),
                new DraftBlock.Table(
                        "Devices",
                        List.of("Version", "Since"),
                        List.of(new DraftBlock.Row(
                                List.of(new Cell(List.of("1", "2"), true, true), new Cell(TODAY, true, false)),
                                2,
                                open)),
                        0,
                        2,
                        true,
                        ""),
                new DraftBlock.Ages(
                        "", List.of(90), List.of(new DraftBlock.AgeRow("OPEN", "open", false, List.of(1L, 0L)))),
                new DraftBlock.Verdicts(
                        "",
                        List.of(new DraftBlock.Line(
                                "FR-1",
                                "One",
                                "CPCE",
                                "L. 34-11",
                                new TreeMap<>(Map.of(Outcome.FAIL, 1L)),
                                List.of(new DraftBlock.Finding(
                                        new Subject("component", "c"), Outcome.FAIL, "missing", TODAY)),
                                0))));
        Gap gap =
                new Gap("operator", "Where is the registered office?", 1, List.of("operator/o/facts.registeredOffice"));
        Item item = new Item("1°", "Applicant", "", Status.INCOMPLETE, List.of(gap), blocks);
        Chapter chapter = new Chapter("amf", new Subject("component", "amf"), "Device", List.of(), List.of(item));
        DossierDraft draft = new DossierDraft(
                "application",
                "Dossier",
                language.isEmpty() ? "fr" : language,
                LAW,
                "SGDSN",
                "",
                false,
                Map.of("spare", "en réserve"),
                "",
                List.of(chapter),
                0);
        return new DossierView(
                ID,
                "alpha",
                "Alpha",
                "fr-anssi",
                "2026.1.0",
                FakeCore.DIGEST,
                FakeCore.DIGEST,
                Instant.parse("2026-11-20T10:00:00Z"),
                TODAY,
                draft);
    }

    @Override
    public byte[] html(DossierView dossier) {
        return ("<!doctype html><title>" + dossier.id() + "</title>").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public byte[] pdf(DossierView dossier) {
        return "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void require(String network) {
        if (network.equals("empty")) {
            throw new ConflictException("no-snapshot", "the network has no snapshot", "send one");
        }
        if (!network.equals("alpha")) {
            throw new NotFoundException("network", "there is no network '" + network + "'", "see networks");
        }
    }
}
