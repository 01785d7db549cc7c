package org.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assay.cli.CliException;
import org.assay.cli.ExitCode;
import org.assay.cli.client.Api;
import org.assay.cli.client.Download;
import org.assay.cli.client.Pages;
import org.assay.cli.view.DossierTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts what regimes want filed. */
@Command(
        name = "dossier",
        description =
                "Draft what a regime wants filed: what is there, what is missing and whom to ask. Without DOSSIER, list what there is.")
final class DossierCommand implements Callable<Integer> {
    private static final String PDF = "application/pdf";
    private static final String HTML = "text/html";

    private final Session session;

    @Parameters(index = "0", paramLabel = "NETWORK", description = "such as fr-hexamobile")
    private String network;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DOSSIER", description = "such as fr-anssi.application")
    private @Nullable String dossier;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write the document: .pdf, .html or .json")
    private @Nullable Path file;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day (default: today in the network's time zone)")
    private @Nullable String asOf;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "of its texts (default: the one in which it is filed)")
    private @Nullable String language;

    @Option(names = "--items", description = "also show what each item has")
    private boolean items;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    DossierCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Api api = session.service().api();
        if (dossier == null) {
            return list(api);
        }
        String path = "/networks/" + Api.part(network) + "/dossiers/" + Api.part(dossier) + query();
        if (file != null) {
            long size = Download.to(file, api, path, type(file));
            session.results().line("The draft of " + dossier + " is in " + file + " (" + size + " bytes)");
            return ExitCode.OK;
        }
        JsonNode draft = api.get(path);
        if (json) {
            session.results().json(draft);
        } else {
            new DossierTables(session.results()).completeness(draft, items);
        }
        return ExitCode.OK;
    }

    private int list(Api api) {
        String day = asOf == null ? "" : "?asOf=" + Api.part(asOf);
        List<JsonNode> all = Pages.all(api, "/networks/" + Api.part(network) + "/dossiers" + day);
        if (json) {
            session.results().jsonLine(new ObjectMapper().createArrayNode().addAll(all));
        } else {
            new DossierTables(session.results()).offered(all);
        }
        return ExitCode.OK;
    }

    private String query() {
        String day = asOf == null ? "" : "&asOf=" + Api.part(asOf);
        String tag = language == null ? "" : "&language=" + Api.part(language);
        String both = day + tag;
        return both.isEmpty() ? "" : "?" + both.substring(1);
    }

    private static String type(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return PDF;
        }
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return HTML;
        }
        if (name.endsWith(".json")) {
            return "application/json";
        }
        throw new CliException(ExitCode.BAD_INPUT, file + ": end the name in .pdf, .html or .json");
    }
}
