package org.assay.engine.internal.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assay.engine.dossier.DossierDraft.Gap;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.Unwritten;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.world.FactView;
import org.assay.engine.internal.world.World;
import org.assay.engine.pack.Dossier;
import org.jspecify.annotations.Nullable;

/** What one item lacks, by question. Used by one thread. */
final class Gaps {
    private static final int SHOWN = 20;

    private final World world;
    private final String language;
    private final Map<Ask, Noted> asked = new LinkedHashMap<>();

    Gaps(World world, String language) {
        this.world = world;
        this.language = language;
    }

    /** The paths behind one question, and how often something without a path was noted. */
    private static final class Noted {
        private final TreeSet<String> paths = new TreeSet<>();
        private int others;
    }

    /**
     * Notes what kept an expression from having a value.
     *
     * @param of the record behind {@link FactView#SELF}, as kind and id; empty where no path begins with it
     */
    void missing(Compiled.Result result, Dossier.@Nullable Question ask, String of) {
        if (!result.error().isEmpty()) {
            note(Unwritten.broken(result.error()), "");
        }
        missing(result.missing(), ask, of);
    }

    void missing(Collection<String> paths, Dossier.@Nullable Question ask, String of) {
        for (String path : paths) {
            String placed = FactView.place(path, of);
            note(ask == null ? world.ask(placed) : said(ask), placed);
        }
    }

    /** Notes that what a question asks for is not there. */
    void absent(Dossier.Question ask) {
        note(said(ask), "");
    }

    /** Notes all that is missing there. */
    void addAll(Gaps others) {
        others.asked.forEach((ask, noted) -> {
            Noted own = asked.computeIfAbsent(ask, a -> new Noted());
            own.paths.addAll(noted.paths);
            own.others += noted.others;
        });
    }

    private Ask said(Dossier.Question ask) {
        return new Ask(ask.of(), ask.question().in(language));
    }

    private void note(Ask ask, String path) {
        Noted noted = asked.computeIfAbsent(ask, a -> new Noted());
        if (path.isEmpty()) {
            noted.others++;
        } else {
            noted.paths.add(path);
        }
    }

    List<Gap> all() {
        List<Gap> gaps = new ArrayList<>();
        asked.forEach((ask, noted) -> gaps.add(new Gap(
                ask.of(),
                ask.question(language),
                Math.max(noted.paths.size(), noted.others),
                noted.paths.stream().limit(SHOWN).toList())));
        return gaps;
    }
}
