package org.assay.core.internal.audit;

import java.util.List;
import java.util.function.Consumer;
import org.assay.core.Page;
import org.assay.core.PageRequest;
import org.assay.core.internal.util.Cursors;
import org.assay.engine.matrix.VerdictPages;

/** The verdicts of an audit that a filter lets through, gravest first. For one thread. */
final class VerdictList {
    private final VerdictPages pages;
    private final Cursors cursors;

    VerdictList(Judged audit, Filters filters) {
        this.pages = new VerdictPages(audit.matrices(), filters::under);
        this.cursors = Cursors.of("verdicts", audit.row().id(), filters.key());
    }

    Page<Ruling> page(PageRequest request) {
        Long position = cursors.readNumber(request.cursor());
        VerdictPages.Slice slice = pages.slice(position == null ? 0 : position, request.limit());
        List<Ruling> items = slice.found().stream().map(Ruling::of).toList();
        return new Page<>(items, slice.next() < 0 ? null : cursors.write(slice.next()), pages.total());
    }

    void forEach(Consumer<Ruling> sink) {
        pages.forEach(found -> sink.accept(Ruling.of(found)));
    }
}
