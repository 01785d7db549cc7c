package org.assay.core.internal.waiver;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.api.Subject;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.Waivers;
import org.assay.core.internal.access.FourEyes;
import org.assay.core.internal.audit.Facts;
import org.assay.core.internal.ledger.Book;
import org.assay.core.internal.network.NetworkService;
import org.assay.core.internal.network.Snapshots;
import org.assay.core.internal.pack.RegimePacks;
import org.assay.core.internal.util.Ids;
import org.assay.core.internal.util.Moments;
import org.assay.core.store.RegimeRow;
import org.assay.core.store.SnapshotRow;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.core.store.WaiverRow;
import org.assay.core.store.WaiverRow.Step;
import org.assay.engine.fault.Fault;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;
import org.jspecify.annotations.Nullable;

/** Waivers. */
public final class WaiverService implements Waivers {
    private static final int MAX_OWNER = 200;
    private static final int MAX_REASON = 2000;

    private final Store store;
    private final RegimePacks packs;
    private final Snapshots snapshots;
    private final FourEyes fourEyes;
    private final Moments moments;
    private final Ids ids;

    /** Makes one. */
    public WaiverService(Store store, RegimePacks packs, Snapshots snapshots, FourEyes fourEyes, Moments moments) {
        this.store = store;
        this.packs = packs;
        this.snapshots = snapshots;
        this.fourEyes = fourEyes;
        this.moments = moments;
        this.ids = new Ids(moments.clock());
    }

    @Override
    public List<WaiverView> list(String network) {
        return store.read(tx -> {
            NetworkService.find(tx, network);
            return tx.waivers().of(network).stream().map(this::view).toList();
        });
    }

    @Override
    public WaiverView get(String network, String id) {
        return store.read(tx -> view(tx.waivers()
                .find(id)
                .filter(row -> row.network().equals(network))
                .orElseThrow(() -> unknown(tx, network, id))));
    }

    private static NotFoundException unknown(Transaction tx, String network, String id) {
        NetworkService.find(tx, network);
        return new NotFoundException(
                "waiver",
                "the network " + network + " has no waiver '" + id + "'",
                "GET /networks/" + network + "/waivers lists them");
    }

    @Override
    public WaiverView ask(String network, Request request, String who) {
        requireText("owner", request.owner(), MAX_OWNER);
        requireText("reason", request.reason(), MAX_REASON);
        WaiverRow row = store.read(tx -> row(tx, network, request, who));
        return store.write(tx -> {
            tx.waivers().insert(row);
            note(tx, row, "ASKED", row.asked(), Map.of());
            return view(row);
        });
    }

    private WaiverRow row(Transaction tx, String network, Request request, String who) {
        NetworkService.find(tx, network);
        RulePack pack = pack(tx, request.regime());
        requireScope(tx, network, request, pack);
        Step asked = step(pack.timeZone(), who);
        if (request.until().isBefore(asked.day())) {
            String hint = "today, " + asked.day() + ", or a day ahead; all days are those of " + pack.timeZone();
            throw refuse("past-day", request.until() + " is past", "/until", hint);
        }
        return new WaiverRow(
                ids.next(),
                network,
                request.regime(),
                request.requirement(),
                request.subject().kind(),
                request.subject().id(),
                request.owner().strip(),
                request.reason().strip(),
                pack.timeZone().getId(),
                request.until(),
                asked,
                null,
                null,
                null);
    }

    private RulePack pack(Transaction tx, String regime) {
        return tx.regimes()
                .find(regime)
                .filter(RegimeRow::installed)
                .flatMap(row -> packs.speaker(tx, regime, moments.today(ZoneOffset.UTC)))
                .orElseThrow(() -> new NotFoundException(
                        "regime",
                        "the regime '" + regime + "' is not installed, or has no active pack",
                        "GET /regimes lists those that are installed"));
    }

    private void requireScope(Transaction tx, String network, Request request, RulePack pack) {
        String kind = pack.requirements().stream()
                .filter(requirement -> requirement.id().equals(request.requirement()))
                .findFirst()
                .orElseThrow(() -> refuse(
                        "unknown-requirement",
                        "'" + request.requirement() + "' is no requirement of " + pack.regime() + " " + pack.version(),
                        "/requirement",
                        "GET /regimes/" + pack.regime() + "/requirements lists them"))
                .subject();
        Subject subject = request.subject();
        if (!subject.kind().equals(kind)) {
            throw refuse(
                    "wrong-kind",
                    request.requirement() + " speaks of a " + kind + ", not of a " + subject.kind(),
                    "/subject/kind",
                    "take kind and id from the finding");
        }
        SnapshotRow latest = tx.networks().latest(network).orElseThrow(() -> NetworkService.noSnapshot(network));
        if (Facts.find(snapshots.of(latest.facts(), latest.digest()), subject).isEmpty()) {
            throw refuse(
                    "unknown-subject",
                    "the latest snapshot has no " + kind + " '" + subject.id() + "'",
                    "/subject/id",
                    "take kind and id from the finding");
        }
    }

    private Step step(ZoneId zone, String who) {
        return new Step(moments.today(zone), moments.now(), who);
    }

    @Override
    public WaiverView approve(String network, String id, String who) {
        return store.write(tx -> {
            WaiverRow row = lock(tx, network, id);
            Step step = step(ZoneId.of(row.zone()), who);
            if (row.approved() != null || row.withdrawn() != null || row.until().isBefore(step.day())) {
                throw notOpen(row, "ask for a new one");
            }
            fourEyes.require(tx, row.asked().who(), who, "approve the waiver " + id);
            WaiverRow approved = row.approved(step);
            tx.waivers().update(approved);
            note(tx, approved, "APPROVED", step, Map.of("from", step.day()));
            return view(approved);
        });
    }

    @Override
    public WaiverView withdraw(String network, String id, String reason, String who) {
        requireText("reason", reason, MAX_REASON);
        return store.write(tx -> {
            WaiverRow row = lock(tx, network, id);
            if (row.withdrawn() != null) {
                throw notOpen(row, "there is nothing left to do");
            }
            Step step = step(ZoneId.of(row.zone()), who);
            WaiverRow withdrawn = row.withdrawn(step, reason.strip());
            tx.waivers().update(withdrawn);
            note(tx, withdrawn, "WITHDRAWN", step, Map.of("to", step.day(), "because", reason.strip()));
            return view(withdrawn);
        });
    }

    private static WaiverRow lock(Transaction tx, String network, String id) {
        return tx.waivers()
                .lock(id)
                .filter(row -> row.network().equals(network))
                .orElseThrow(() -> unknown(tx, network, id));
    }

    private ConflictException notOpen(WaiverRow row, String hint) {
        return new ConflictException(
                "waiver-not-open",
                "the waiver " + row.id() + " is " + state(row).name().toLowerCase(Locale.ROOT) + ", its last day is "
                        + row.until(),
                hint);
    }

    private static void note(Transaction tx, WaiverRow row, String step, Step taken, Map<String, Object> more) {
        Map<String, Object> what = new LinkedHashMap<>(more);
        what.put("step", step);
        what.put("waiver", row.id());
        what.put("network", row.network());
        what.put("regime", row.regime());
        what.put("requirement", row.requirement());
        what.put("kind", row.kind());
        what.put("subject", row.subject());
        what.put("owner", row.owner());
        what.put("reason", row.reason());
        what.put("until", row.until());
        Book.note(tx, Book.WAIVER, row.id(), taken.at(), taken.who(), what);
    }

    private WaiverView view(WaiverRow row) {
        Step approved = row.approved();
        Step withdrawn = row.withdrawn();
        return new WaiverView(
                row.id(),
                row.network(),
                row.regime(),
                row.requirement(),
                new Subject(row.kind(), row.subject()),
                row.owner(),
                row.reason(),
                row.zone(),
                approved == null ? null : approved.day(),
                row.until(),
                state(row),
                row.asked().at(),
                row.asked().who(),
                approved == null ? null : approved.at(),
                approved == null ? null : approved.who(),
                withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.who(),
                row.withdrawnBecause());
    }

    private State state(WaiverRow row) {
        LocalDate today = moments.today(ZoneId.of(row.zone()));
        if (row.withdrawn() != null) {
            return State.WITHDRAWN;
        }
        if (today.isAfter(row.until())) {
            return State.ENDED;
        }
        return row.approved() == null ? State.ASKED : State.ACTIVE;
    }

    private static void requireText(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank() || text.length() > most) {
            String hint = "1 to " + most + " characters";
            throw refuse("bad-text", "'" + field + "' is empty or too long", "/" + field, hint);
        }
    }

    private static FaultException refuse(String code, String message, String pointer, String hint) {
        return new FaultException(new Fault(code, message, pointer, 0, 0, hint));
    }
}
