package org.assay.karaf.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.assay.core.AvailableRegime;
import org.assay.core.Regimes;

/** Completes the ids of the regimes that this distribution brings. */
@Service
public final class RegimeIds implements Completer {
    @Reference
    private Regimes regimes;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = regimes.available().stream().map(AvailableRegime::id).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}
