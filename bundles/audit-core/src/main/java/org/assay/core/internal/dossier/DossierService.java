package org.assay.core.internal.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.assay.api.Subject;
import org.assay.core.ConflictException;
import org.assay.core.DossierOffer;
import org.assay.core.DossierView;
import org.assay.core.Dossiers;
import org.assay.core.NotFoundException;
import org.assay.core.internal.engine.Rules;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.pack.RuleSets;
import org.assay.core.internal.util.BoundedCache;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.NetworkRow;
import org.assay.core.store.PackRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.eval.AuditTerms;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Drafts dossiers. Thread-safe. */
public final class DossierService implements Dossiers {
    private static final int KEPT = 16;

    /** A draft is made while its caller waits. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** So many are made at a time, the others wait. */
    private static final int DESKS = 2;

    private final Store store;
    private final RegimePacks packs;
    private final RuleSets rules;
    private final Snapshots snapshots;
    private final Moments moments;
    private final Semaphore desks = new Semaphore(DESKS, true);
    private final BoundedCache<List<Object>, DossierDraft> known = new BoundedCache<>(KEPT, draft -> 1);

    /** Makes one. */
    public DossierService(Store store, RegimePacks packs, RuleSets rules, Snapshots snapshots, Moments moments) {
        this.store = store;
        this.packs = packs;
        this.rules = rules;
        this.snapshots = snapshots;
        this.moments = moments;
    }

    /** What dossiers of one network and day are drafted from. */
    private record Basis(NetworkRow network, SnapshotRow snapshot, LocalDate asOf, List<PackRow> packs) {}

    /** A dossier with the edition that has it. */
    private record Found(PackRow pack, Dossier dossier) {
        String id() {
            return pack.regime() + "." + dossier.name();
        }
    }

    @Override
    public List<DossierOffer> offered(String network, @Nullable LocalDate asOf) {
        return found(basis(network, asOf)).stream()
                .map(one -> new DossierOffer(
                        one.id(),
                        one.pack().regime(),
                        one.pack().version(),
                        one.dossier().title().byLanguage(),
                        one.dossier().language(),
                        one.dossier().source(),
                        one.dossier().programme()))
                .toList();
    }

    @Override
    public DossierView issue(
            String network, String dossier, @Nullable LocalDate asOf, String language, String format, String who) {
        Basis basis = basis(network, asOf);
        Found found = found(basis).stream()
                .filter(one -> one.id().equals(dossier))
                .findFirst()
                .orElseThrow(() -> unknown(
                        basis,
                        "dossier",
                        "no installed regime has the dossier '" + dossier + "' on " + basis.asOf(),
                        "GET /networks/" + network + "/dossiers lists them"));
        requireSpoken(language, List.of(found));
        DossierView view = view(basis, found, language);
        note(view, format, who);
        return view;
    }

    @Override
    public List<DossierView> programmes(String network, String supplier, @Nullable LocalDate asOf, String language) {
        Basis basis = basis(network, asOf);
        Subject wanted = new Subject(Kind.SUPPLIER.word(), supplier);
        List<Found> programmes =
                found(basis).stream().filter(one -> one.dossier().programme()).toList();
        requireSpoken(language, programmes);
        List<DossierView> views = programmes.stream()
                .map(one -> view(basis, one, language))
                .map(view -> about(view, wanted))
                .filter(view -> !view.draft().chapters().isEmpty())
                .toList();
        if (views.isEmpty()) {
            throw unknown(
                    basis,
                    "programme",
                    "no installed regime oversees a programme of the supplier '" + supplier + "' on " + basis.asOf(),
                    "name a supplier that a programme dossier has a chapter about");
        }
        return views;
    }

    /** A regime that has no rules for the day has no dossiers either: that it is so is not to be guessed from a 404. */
    private NotFoundException unknown(Basis basis, String what, String message, String hint) {
        List<String> silent = store.read(tx -> packs.silent(tx, basis.asOf()));
        if (silent.isEmpty()) {
            return new NotFoundException(what, message, hint);
        }
        return new NotFoundException(
                what,
                message + "; without rules for that day, since no active pack holds it: " + String.join(", ", silent),
                hint + "; if it is one of a regime without rules, GET /regimes/" + silent.get(0)
                        + "/packs lists its packs: activate one that holds the day, or ask for another day");
    }

    private void requireSpoken(String language, List<Found> dossiers) {
        SortedSet<String> spoken = new TreeSet<>(LANGUAGES);
        for (Found one : dossiers) {
            spoken.addAll(
                    rules.of(one.pack().digest()).pack().title().byLanguage().keySet());
            spoken.addAll(one.dossier().title().byLanguage().keySet());
        }
        if (!language.isEmpty() && !spoken.contains(language)) {
            String hint = "use one of " + String.join(", ", spoken);
            throw new FaultException(
                    new Fault("unknown-language", "no text is in the language named", "/language", 0, 0, hint));
        }
    }

    private static DossierView about(DossierView view, Subject wanted) {
        return new DossierView(
                view.id(),
                view.network(),
                view.networkName(),
                view.regime(),
                view.packVersion(),
                view.packDigest(),
                view.snapshot(),
                view.knownAt(),
                view.asOf(),
                view.draft().about(wanted));
    }

    private Basis basis(String network, @Nullable LocalDate asOf) {
        NetworkRow row = store.read(tx -> NetworkService.find(tx, network));
        SnapshotRow snapshot = store.read(tx -> NetworkService.newest(tx, row));
        LocalDate day = asOf == null ? moments.today(snapshots.zone(snapshot)) : asOf;
        return new Basis(row, snapshot, day, store.read(tx -> packs.speaking(tx, day)));
    }

    private List<Found> found(Basis basis) {
        List<Found> found = new ArrayList<>();
        for (PackRow pack : basis.packs()) {
            rules.of(pack.digest()).pack().dossiers().forEach(dossier -> found.add(new Found(pack, dossier)));
        }
        return found;
    }

    private DossierView view(Basis basis, Found found, String language) {
        SnapshotRow snapshot = basis.snapshot();
        List<Object> key = List.of(
                snapshot.facts(),
                snapshot.recordedAt(),
                found.pack().digest(),
                found.dossier().name(),
                basis.asOf(),
                language);
        return new DossierView(
                found.id(),
                basis.network().id(),
                basis.network().name(),
                found.pack().regime(),
                found.pack().version(),
                found.pack().digest(),
                snapshot.digest(),
                snapshot.recordedAt(),
                basis.asOf(),
                known.get(key, any -> draft(basis, found, language)));
    }

    private DossierDraft draft(Basis basis, Found found, String language) {
        Rules compiled = rules.of(found.pack().digest());
        RulePack pack = compiled.pack();
        SnapshotRow snapshot = basis.snapshot();
        LocalDate recordedOn = snapshot.recordedAt().atZone(pack.timeZone()).toLocalDate();
        AuditTerms terms = new AuditTerms(basis.asOf(), recordedOn, Map.of());
        desks.acquireUninterruptibly();
        try {
            Instant until = moments.now().plus(LONGEST);
            return compiled.open(snapshots.prepared(snapshot.facts(), snapshot.digest()), terms, () -> moments.now()
                            .isAfter(until))
                    .draft(found.dossier().name(), language);
        } catch (FaultException tooLong) {
            throw new ConflictException(
                    "dossier-too-large",
                    "the draft of '" + found.id() + "' for " + basis.network().id() + " is more work than one may be: "
                            + tooLong.faults().get(0).message(),
                    "ask again when the service has less to do; a network that is too large in itself has to be split");
        } finally {
            desks.release();
        }
    }

    private void note(DossierView view, String format, String who) {
        store.write(tx -> {
            Map<String, Object> what = Map.of(
                    "network", view.network(),
                    "dossier", view.id(),
                    "format", format,
                    "asOf", view.asOf().toString(),
                    "snapshot", view.snapshot(),
                    "pack", view.packDigest(),
                    "language", view.draft().language());
            Book.note(tx, Book.DOSSIER, view.id(), moments.now(), who, what);
            return true;
        });
    }
}
