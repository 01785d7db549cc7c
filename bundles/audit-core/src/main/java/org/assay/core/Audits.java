package org.assay.core;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Audits. One is pinned to its facts, packs, day and options when it is created; activating a pack, a new snapshot or the
 * removal of a regime changes nothing of it. The counts of an audit equal what its lists give.
 */
public interface Audits {

    /**
     * Makes an audit. A small one is done when this returns; a large one is {@link AuditView.State#RUNNING} and goes on.
     *
     * @param who the name of the caller's token
     * @throws NotFoundException {@code unknown-network} or {@code unknown-snapshot}
     * @throws ConflictException {@code regime-not-installed}, {@code regime-not-available}, {@code no-snapshot}, or
     *     {@code days-not-covered} with the days that the regime's active packs cover
     * @throws org.assay.engine.fault.FaultException if an option is unknown or has no value of its type, if there is no
     *     regime, or one twice, or if {@code knownAt} is ahead or before the named snapshot was recorded
     */
    AuditView create(AuditRequest request, String who);

    /**
     * Makes an audit once more: of the same snapshot, by the same packs, options and day, whatever came since. Its verdicts
     * have the same digests.
     *
     * @param who the name of the caller's token
     * @throws NotFoundException {@code unknown-audit}, or {@code unknown-snapshot} or {@code unknown-pack} if what it rests on is gone
     * @throws ConflictException {@code regime-not-installed} or {@code regime-not-available}
     */
    AuditView again(String id, String who);

    /**
     * One audit.
     *
     * @throws NotFoundException {@code unknown-audit}
     */
    AuditView get(String id);

    /**
     * Audits, newest first.
     *
     * @param network only of that network; null for all
     * @param trials those that suppose something, instead of those of what is
     * @param stale only those that are not up to date
     */
    Page<AuditView> list(@Nullable String network, boolean trials, boolean stale, PageRequest page);

    /** The same, up to date or not. */
    default Page<AuditView> list(@Nullable String network, boolean trials, PageRequest page) {
        return list(network, trials, false, page);
    }

    /**
     * The first value of a filter that nothing in an audit has: a requirement that its editions lack, a kind of subject or a
     * subject that it does not judge. Empty where all are known.
     *
     * @throws NotFoundException if there is no such audit
     * @throws ConflictException if it is not done
     */
    Optional<StrangeFilter> strange(String id, VerdictFilter filter);

    /**
     * Verdicts: by outcome, gravest first, then severity, regime, requirement and subject.
     *
     * @throws NotFoundException {@code unknown-audit}
     * @throws ConflictException {@code audit-not-done} or {@code audit-failed}
     */
    Page<Verdict> verdicts(String id, VerdictFilter filter, PageRequest page);

    /** Verdicts that ask somebody to act, with their texts, in the same order; errors as for {@link #verdicts}. */
    Page<Finding> findings(String id, VerdictFilter filter, PageRequest page);

    /** All verdicts of a filter, in the order of {@link #verdicts}, without ever holding them all. */
    void forEachVerdict(String id, VerdictFilter filter, Consumer<Verdict> sink);

    /** All findings of a filter, in the order of {@link #findings}, without ever holding them all. */
    void forEachFinding(String id, VerdictFilter filter, Consumer<Finding> sink);

    /**
     * Everything about one subject.
     *
     * @param kind {@code component}, {@code supplier}, {@code site}, {@code contract}, {@code operator}, {@code network} or
     *     {@code evidence.<kind>}
     * @throws NotFoundException {@code unknown-audit}, or {@code unknown-subject} if the snapshot has none such
     * @throws ConflictException {@code audit-not-done} or {@code audit-failed}
     */
    SubjectView subject(String id, String kind, String subject);

    /** All measures of the audit's packs; errors as for {@link #verdicts}. */
    List<MeasureView> measures(String id);

    /**
     * The audit's regimes side by side; errors as for {@link #verdicts}.
     *
     * @param filter which verdicts count; its {@code kinds} empty means components
     */
    Comparison compare(String id, VerdictFilter filter, PageRequest page);

    /**
     * What going from one audit to another means, counted: the impact of a pack, of changed facts, of a plan.
     *
     * @throws NotFoundException if there is no such audit
     * @throws ConflictException if one is not finished, or failed
     */
    ImpactView impact(String from, String to, VerdictFilter filter);

    /** What changed from one audit to another, of the same network or not; errors as for {@link #verdicts}. */
    AuditDiff diff(String from, String to, VerdictFilter filter, PageRequest page);

    /** A finished audit as one file. */
    @FunctionalInterface
    interface Export {
        /** Writes it; the stream stays open. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * A finished audit as one file with all that its verdicts follow from: facts, packs, proofs from the ledger, sealed.
     * {@code org.assay.engine.export.ExportVerifier} checks it without the server. Writing it is noted in the ledger.
     *
     * @param who takes it
     * @throws NotFoundException if there is no such audit
     * @throws ConflictException if it is not finished, failed, or is older than the ledger
     */
    Export export(String id, String who);
}
