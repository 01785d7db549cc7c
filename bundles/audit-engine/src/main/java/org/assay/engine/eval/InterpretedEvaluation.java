package org.assay.engine.eval;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.assay.api.Addressee;
import org.assay.api.Outcome;
import org.assay.api.Subject;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.internal.columnar.Concerned;
import org.assay.engine.internal.columnar.MeasureColumns;
import org.assay.engine.internal.columnar.Plan;
import org.assay.engine.internal.columnar.SnapshotStore;
import org.assay.engine.internal.dossier.Drafter;
import org.assay.engine.internal.dossier.Inquiry;
import org.assay.engine.internal.explain.Memory;
import org.assay.engine.internal.interpret.Determinations;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.CompiledDossier;
import org.assay.engine.internal.lang.CompiledPack;
import org.assay.engine.internal.lang.CompiledRule;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;
import org.assay.engine.matrix.BitmapMatrix;
import org.assay.engine.matrix.ClauseMeaning;
import org.assay.engine.matrix.RowHead;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Requirement;
import org.assay.engine.procedure.ProcedureCase;

/** One evaluation by the interpreter. */
final class InterpretedEvaluation implements Evaluation {
    private static final long PROGRESS_STEP = 4_096;

    private final Replays replays;
    private final CompiledPack pack;
    private final AuditTerms terms;
    private final Effort effort;
    private final World world;
    private final RuleContext context;
    private final Determinations determinations;
    private final Explainer explainer;
    private final SubjectViews subjects;

    /**
     * An evaluation of what was delivered.
     *
     * @param replays of its cases
     * @param facts the same with what cases made of it
     */
    InterpretedEvaluation(Replays replays, NetworkFacts facts) {
        this.replays = replays;
        this.pack = replays.pack();
        this.terms = replays.terms();
        this.effort = replays.effort();
        this.world = new World(facts, pack.schema(), terms.asOf(), terms.recordedOn(), effort);
        this.subjects = new SubjectViews(world);
        this.context = new RuleContext(world, pack, terms.options());
        this.determinations = new Determinations(world, pack.pack().regime());
        this.explainer = new Explainer(context, determinations, terms.asOf());
    }

    Effort effort() {
        return effort;
    }

    @Override
    public boolean isExhausted() {
        return effort.isExhausted();
    }

    @Override
    public Optional<Expr> exhaustedAt() {
        return Optional.ofNullable(effort.exhaustedAt());
    }

    RuleContext context() {
        return context;
    }

    /** The same context for another thread, measures computed by columns; only truths are to be taken from it. */
    RuleContext columnar(Plan plan, SnapshotStore store) {
        return new RuleContext(
                world.again(),
                pack,
                terms.options(),
                context -> MeasureColumns.lazily(plan, store, context),
                store.groups(context, pack));
    }

    /** What rules see on the same day and terms of facts that were recorded on another day; nothing is to be asked of it. */
    RuleContext columnar(LocalDate recordedOn) {
        World other = new World(world.facts(), pack.schema(), terms.asOf(), recordedOn, effort);
        return new RuleContext(other, pack, terms.options());
    }

    /** One that explains as this one does, from what was found out before. */
    Explainer remembering(Plan plan, SnapshotStore store) {
        Sayings sayings = new Sayings.Remembered(
                new Memory(plan, context), () -> new Concerned(plan, store, columnar(plan, store)));
        return new Explainer(context, determinations, terms.asOf(), sayings);
    }

    Determinations determinations() {
        return determinations;
    }

    AuditTerms terms() {
        return terms;
    }

    String regime() {
        return pack.pack().regime();
    }

    @Override
    public long size() {
        return pack.rules().stream().mapToLong(rule -> subjects(rule).size()).sum();
    }

    @Override
    public VerdictMatrix evaluate(LongConsumer progress) {
        return effort.on(() -> all(progress));
    }

    private VerdictMatrix all(LongConsumer progress) {
        Map<String, List<String>> ids = new TreeMap<>();
        TreeMap<String, VerdictMatrix.Row> rows = new TreeMap<>();
        Decider decider = new Decider(context, terms.asOf());
        long done = 0;
        for (CompiledRule rule : pack.rules()) {
            Requirement requirement = rule.requirement();
            List<FactView> of = subjects(rule);
            ids.computeIfAbsent(
                    requirement.subject(), kind -> of.stream().map(FactView::id).toList());
            byte[] cells = new byte[of.size()];
            List<ClauseMeaning> meanings = decider.meanings(rule);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (byte) cell(rule, of.get(i), decider);
                if (++done % PROGRESS_STEP == 0) {
                    progress.accept(done);
                }
            }
            rows.put(requirement.id(), row(requirement, meanings, cells));
        }
        progress.accept(done);
        return new VerdictMatrix(pack.pack().regime(), ids, rows);
    }

    VerdictMatrix.Row row(Requirement requirement, List<ClauseMeaning> meanings, byte[] cells) {
        return new VerdictMatrix.Row(head(requirement, meanings), cells);
    }

    RowHead head(Requirement requirement, List<ClauseMeaning> meanings) {
        return new RowHead(
                requirement.id(),
                requirement.subject(),
                requirement.binding(),
                requirement.severity(),
                RuleSet.isHistoric(requirement, terms.asOf()),
                meanings);
    }

    int cell(CompiledRule rule, FactView subject, Decider decider) {
        if (rule.requirement().addressee() == Addressee.STATE) {
            return VerdictMatrix.NOT_ADDRESSED;
        }
        return settled(rule, subject.subject(), decider.decide(rule, subject).cell());
    }

    /** A REVIEW that a person has settled is what that person said; every other cell stays. */
    int settled(CompiledRule rule, String subject, int cell) {
        boolean review = cell < rule.clauses().size()
                && rule.clauses().get(cell).clause().then() == Outcome.REVIEW;
        return review
                ? determinations
                        .settles(rule.requirement().id(), subject)
                        .map(settled ->
                                VerdictMatrix.DETERMINED + settled.outcome().ordinal())
                        .orElse(cell)
                : cell;
    }

    private List<FactView> subjects(CompiledRule rule) {
        return subjects.of(rule.requirement().subject());
    }

    @Override
    public List<CapView> caps(String requirement, Subject subject, CapView.DueDays dueDays) {
        Explanation verdict = explain(requirement, subject, "en");
        CompiledRule rule = rule(requirement);
        if (subject.kind().equals(Kind.COMPONENT.word()) || !verdict.outcome().isFinding()) {
            return List.of();
        }
        Caps caps = new Caps(context, terms.asOf(), dueDays);
        return effort.on(() -> caps.of(rule, known(rule, subject), subject, verdict.due()));
    }

    @Override
    public Explanation explain(String requirement, Subject subject, String language) {
        return Objects.requireNonNull(
                explain(requirement, subject, List.of(language)).get(language));
    }

    @Override
    public Map<String, Explanation> explain(String requirement, Subject subject, Collection<String> languages) {
        return explain(explainer, requirement, subject, languages);
    }

    Map<String, Explanation> explain(Explainer by, String requirement, Subject subject, Collection<String> languages) {
        CompiledRule rule = rule(requirement);
        FactView view = known(rule, subject);
        return effort.on(() -> by.explain(rule, view, subject, languages));
    }

    private CompiledRule rule(String requirement) {
        return pack.rule(requirement)
                .orElseThrow(() -> new IllegalArgumentException(
                        pack.pack().regime() + " has no requirement '" + requirement + "'"));
    }

    private FactView known(CompiledRule rule, Subject subject) {
        FactView view = rule.requirement().subject().equals(subject.kind()) ? subjects.find(subject) : null;
        if (view == null) {
            throw new IllegalArgumentException(rule.requirement().id() + " has no subject " + subject);
        }
        return view;
    }

    @Override
    public List<MeasureView> measures() {
        return effort.on(() -> MeasureViews.of(pack, context.measures()));
    }

    @Override
    public List<ProcedureCase> cases() {
        return replays.all();
    }

    @Override
    public Ask ask(String path) {
        return world.ask(path);
    }

    @Override
    public TurningDay turn(int within) {
        return replays.turn(world.facts(), within);
    }

    @Override
    public List<TurningDay> turns(int within) {
        return replays.turns(world.facts(), within);
    }

    @Override
    public DossierDraft draft(String dossier, String language) {
        return draft(dossier, language, () -> judge(done -> {}), this, Inquiry.ofEach());
    }

    /** The same, verdicts and their reasons from elsewhere, and records asked as somebody else asks them. */
    DossierDraft draft(
            String dossier, String language, Supplier<BitmapMatrix> judge, Evaluation reasons, Inquiry inquiry) {
        CompiledDossier compiled = pack.dossiers().stream()
                .filter(some -> some.dossier().name().equals(dossier))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(pack.pack().regime() + " has no dossier '" + dossier + "'"));
        MatrixFindings findings = new MatrixFindings(pack.pack().requirements(), judge, reasons);
        Drafter drafter =
                new Drafter(pack.pack(), compiled, context, effort, language, replays.byProcedure(), findings, inquiry);
        return effort.on(drafter::draft);
    }

    @Override
    public NetworkFacts facts() {
        return world.facts();
    }
}
