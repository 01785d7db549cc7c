package org.assay.engine.internal.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.assay.api.Subject;
import org.assay.engine.dossier.DossierDraft;
import org.assay.engine.dossier.DossierDraft.Chapter;
import org.assay.engine.dossier.DossierDraft.Status;
import org.assay.engine.dossier.DraftBlock;
import org.assay.engine.eval.Truth;
import org.assay.engine.facts.Kind;
import org.assay.engine.internal.interpret.RuleContext;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.CompiledDossier;
import org.assay.engine.internal.lang.CompiledDossier.CompiledItem;
import org.assay.engine.internal.measure.MeasureRoot;
import org.assay.engine.internal.world.Effort;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;
import org.assay.engine.pack.Dossier;
import org.assay.engine.pack.RulePack;
import org.assay.engine.procedure.ProcedureCase;
import org.jspecify.annotations.Nullable;

/** Drafts one dossier from what one evaluation sees. Used by one thread. */
public final class Drafter {
    private static final int MAX_CHAPTERS = 200;
    private static final String EVIDENCE = "evidence.";

    private final CompiledDossier compiled;
    private final Dossier dossier;
    private final RuleContext context;
    private final Effort effort;
    private final World world;
    private final String language;
    private final Inquiry inquiry;
    private final Tables tables;
    private final Findings findings;

    /**
     * Makes one.
     *
     * @param effort what it may cost
     * @param language of the draft; empty for the one in which the dossier is filed
     * @param cases every case of a procedure; asked only for those that the dossier shows
     * @param findings reads verdicts
     * @param inquiry puts the questions about records
     */
    public Drafter(
            RulePack pack,
            CompiledDossier compiled,
            RuleContext context,
            Effort effort,
            String language,
            Function<String, List<ProcedureCase>> cases,
            Findings findings,
            Inquiry inquiry) {
        this.compiled = compiled;
        this.dossier = compiled.dossier();
        this.context = context;
        this.effort = effort;
        this.world = context.world();
        this.language = language.isEmpty() ? dossier.language() : language;
        this.findings = findings;
        this.inquiry = inquiry;
        this.tables = new Tables(
                context, effort, new CaseBook(pack, cases, world.asOf(), this.language), this.language, inquiry);
    }

    /** The draft. */
    public DossierDraft draft() {
        Dossier.Chapters chapters = dossier.chapters();
        List<Scope> scopes = chapters == null ? List.of(whole()) : scopes(chapters);
        Map<String, String> words = new TreeMap<>();
        dossier.words().forEach((word, text) -> words.put(word, text.in(language)));
        return new DossierDraft(
                dossier.name(),
                dossier.title().in(language),
                language,
                dossier.source(),
                dossier.recipient().in(language),
                dossier.note().in(language),
                dossier.programme(),
                words,
                chapters == null ? "" : chapters.none().in(language),
                scopes.stream().limit(MAX_CHAPTERS).map(this::chapter).toList(),
                Math.max(0, scopes.size() - MAX_CHAPTERS));
    }

    private Scope whole() {
        return new Scope("", "", List.of(), gaps(), gaps(), all());
    }

    private Gaps gaps() {
        return new Gaps(world, language);
    }

    private RuleContext.Variables all() {
        return context.member(MeasureRoot.NAME, world.the(Kind.NETWORK))
                .with(MeasureRoot.NAME, context.measures().ofAll());
    }

    /** The records of a kind, evidence by its days. */
    static List<Entry> records(World world, String kind) {
        if (!kind.startsWith(EVIDENCE)) {
            return Entry.all(world, Kind.ofWord(kind));
        }
        List<FactView> visible = world.joins().visible(kind.substring(EVIDENCE.length())).stream()
                .sorted(Comparator.comparing(Drafter::day))
                .toList();
        return Entry.of(world, Kind.EVIDENCE, visible);
    }

    private static LocalDate day(FactView evidence) {
        return evidence.facts()
                .flatMap(facts -> facts.get("issued").or(() -> facts.get("received")))
                .map(LocalDate.class::cast)
                .orElse(LocalDate.MAX);
    }

    static String variable(String kind) {
        return kind.startsWith(EVIDENCE) ? kind.substring(EVIDENCE.length()) : kind;
    }

    /** What expressions about one record see. */
    static RuleContext.Variables about(
            RuleContext context, RuleContext.Variables around, String kind, FactView record) {
        RuleContext.Variables own = around.with(variable(kind), record);
        boolean component = kind.equals(Kind.COMPONENT.word());
        return component ? own.with(MeasureRoot.NAME, context.measures().ofComponent(record)) : own;
    }

    private List<Scope> scopes(Dossier.Chapters chapters) {
        Map<String, Scope> keyed = new TreeMap<>();
        Set<String> sure = new TreeSet<>();
        Function<Entry, Compiled.Result> belongs = asking(compiled.when(), chapters.by());
        Function<Entry, String> keys = keys(chapters.by());
        for (Entry record : records(world, chapters.by())) {
            effort.draw(1);
            Compiled.Result wanted = belongs.apply(record);
            if (wanted.truth() != Truth.FALSE) {
                String of = keys.apply(record);
                Scope scope = keyed.computeIfAbsent(of, key -> scope(key, record.view()));
                scope.members().add(record);
                if (wanted.truth() == Truth.TRUE) {
                    sure.add(of);
                } else {
                    scope.doubts().missing(wanted, null, record.subject());
                }
            }
        }
        sure.forEach(key -> keyed.computeIfPresent(key, (any, scope) -> scope.sure()));
        return List.copyOf(keyed.values());
    }

    private Function<Entry, Compiled.Result> asking(@Nullable Compiled condition, String kind) {
        return condition == null
                ? any -> Tables.YES
                : inquiry.into(kind, record -> condition.run(about(context, all(), kind, record)));
    }

    private Function<Entry, String> keys(String kind) {
        Compiled per = compiled.per();
        return per == null
                ? entry -> entry.view() + " " + entry.id()
                : inquiry.into(kind, record -> per.run(about(context, all(), kind, record))
                        .known()
                        .map(Object::toString)
                        .orElse("?"));
    }

    private Scope scope(String key, FactView first) {
        boolean single = compiled.per() == null;
        RuleContext.Variables variables = single ? all().with(compiled.chapter(), first) : all();
        Dossier.Chapters chapters = Objects.requireNonNull(dossier.chapters());
        String title = single ? first.toString() : key;
        return new Scope(title, chapters.by(), new ArrayList<>(), gaps(), gaps(), variables);
    }

    private Chapter chapter(Scope scope) {
        Dossier.Chapters chapters = dossier.chapters();
        return new Chapter(
                scope.key(),
                compiled.chapter().isEmpty()
                        ? null
                        : new Subject(scope.kind(), scope.members().get(0).id()),
                chapters == null ? "" : chapters.title().in(language),
                scope.doubts().all(),
                compiled.items().stream().map(item -> item(item, scope)).toList());
    }

    private DossierDraft.Item item(CompiledItem item, Scope scope) {
        effort.draw(1);
        Gaps gaps = gaps();
        Compiled when = item.when();
        Compiled.Result needed = when == null ? null : when.run(scope.variables());
        if (needed != null && needed.truth() == Truth.FALSE) {
            return told(item, Status.NOT_NEEDED, List.of(), List.of());
        }
        if (needed != null && needed.truth() != Truth.TRUE) {
            gaps.missing(needed, null, "");
        }
        there(item, scope, gaps);
        if (item.equals(listing(scope.kind()))) {
            gaps.addAll(scope.perhaps());
        }
        List<DraftBlock> blocks = new ArrayList<>();
        for (CompiledDossier.CompiledBlock block : item.blocks()) {
            if (block.block() instanceof Dossier.Verdicts verdicts) {
                blocks.add(findings.of(verdicts, members(verdicts, block.when(), scope, gaps), language));
            } else {
                blocks.addAll(tables.of(block, scope, gaps));
            }
        }
        List<DossierDraft.Gap> missing = gaps.all();
        return told(item, missing.isEmpty() ? Status.COMPLETE : Status.INCOMPLETE, missing, blocks);
    }

    /** The item in which it is missing whether a record belongs to a chapter: the first that always lists them. */
    private @Nullable CompiledItem listing(String kind) {
        return compiled.items().stream()
                .filter(item -> item.when() == null && item.lists(kind))
                .findFirst()
                .orElse(null);
    }

    /** Whose verdicts a chapter shows: of its own kind its records, of another those that the template wants. */
    private Map<String, List<String>> members(Dossier.Verdicts block, @Nullable Compiled when, Scope scope, Gaps gaps) {
        Map<String, List<String>> members = new HashMap<>();
        if (!scope.kind().isEmpty()) {
            members.put(scope.kind(), ids(scope.members()));
        }
        if (when != null) {
            members.put(block.of(), ids(wanted(block.of(), when, scope, gaps)));
        }
        return members;
    }

    private List<Entry> wanted(String kind, Compiled when, Scope scope, Gaps gaps) {
        List<Entry> all = kind.equals(scope.kind()) ? scope.members() : records(world, kind);
        Function<Entry, Compiled.Result> belongs =
                inquiry.into(kind, record -> when.run(about(context, scope.variables(), kind, record)));
        List<Entry> wanted = new ArrayList<>();
        all.forEach(entry -> belonging(entry, belongs, effort, gaps).ifPresent(wanted::add));
        return wanted;
    }

    /** A record, if it belongs; where that is not known, it is missing. */
    static Optional<Entry> belonging(Entry entry, Function<Entry, Compiled.Result> belongs, Effort effort, Gaps gaps) {
        effort.draw(1);
        Compiled.Result result = belongs.apply(entry);
        if (result.truth() != Truth.TRUE && result.truth() != Truth.FALSE) {
            gaps.missing(result, null, entry.subject());
        }
        return result.truth() == Truth.TRUE ? Optional.of(entry) : Optional.empty();
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private static void there(CompiledItem item, Scope scope, Gaps gaps) {
        Compiled there = item.there();
        Dossier.Question ask = item.item().ask();
        if (there != null && ask != null) {
            Compiled.Result result = there.run(scope.variables());
            if (result.truth() == Truth.FALSE) {
                gaps.absent(ask);
            } else if (result.truth() != Truth.TRUE) {
                gaps.missing(result, null, "");
            }
        }
    }

    private DossierDraft.Item told(
            CompiledItem item, Status status, List<DossierDraft.Gap> gaps, List<DraftBlock> blocks) {
        return new DossierDraft.Item(
                item.item().number(),
                item.item().title().in(language),
                item.item().text().in(language),
                status,
                gaps,
                blocks);
    }
}
