package org.assay.cli.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the module of a new regime into a clone, and names it where the build names regimes. Nothing is written unless all
 * of it can be. Not thread-safe.
 */
public final class RegimeScaffold {
    private static final String MODULE = "bundles/regime-";
    private static final Pattern ENTRY = Pattern.compile("\\n *<(module|feature)>(?:assay-)?regime-[a-z0-9-]+</\\1>");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "\\n"
                    + " *<dependency>(?:(?!</dependency>).)*<artifactId>regime-[a-z0-9-]+</artifactId>(?:(?!</dependency>).)*</dependency>",
            Pattern.DOTALL);
    private static final Pattern FEATURE =
            Pattern.compile("\\n *<feature name=\"assay-regime-.*?\\n  </feature>\\n", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("regime-[a-z0-9-]+");

    /** The files that name every regime, and what in them does. */
    private static final Map<String, Pattern> LISTS = Map.of(
            "pom.xml", DEPENDENCY,
            "bundles/pom.xml", ENTRY,
            "bundles/audit-archtest/pom.xml", DEPENDENCY,
            "features/pom.xml", DEPENDENCY,
            "karaf-assembly/pom.xml", ENTRY);

    private final Path clone;

    /** A scaffold in the clone whose root this is. */
    public RegimeScaffold(Path clone) {
        this.clone = clone;
    }

    /**
     * Makes the module.
     *
     * @return the files that were written or changed, relative to the clone
     * @throws IllegalArgumentException if this is no clone, or has such a regime
     * @throws IOException if a file cannot be read or written
     */
    public List<Path> make(NewRegime regime) throws IOException {
        String module = MODULE + regime.id();
        if (Files.exists(clone.resolve(module))) {
            throw new IllegalArgumentException(module + " is there already: choose another id");
        }
        Map<String, String> files = new LinkedHashMap<>(newFiles(regime, module));
        for (Map.Entry<String, Pattern> list : LISTS.entrySet()) {
            files.put(list.getKey(), extended(list.getKey(), list.getValue(), regime));
        }
        String features = "features/src/main/feature/assay.xml";
        files.put(features, after(read(features), FEATURE, features, template("feature.xml.txt", regime)));
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = clone.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            written.add(Path.of(file.getKey()));
        }
        written.sort(null);
        return written;
    }

    private static Map<String, String> newFiles(NewRegime regime, String module) throws IOException {
        String folder = regime.packageName().replace('.', '/') + "/";
        String main = module + "/src/main/java/" + folder;
        String test = module + "/src/test/java/" + folder;
        Map<String, String> files = new LinkedHashMap<>();
        files.put(module + "/pom.xml", template("pom.xml.txt", regime));
        files.put(module + "/src/main/packs/" + regime.id() + "-2026.1.0.yaml", template("pack.yaml.txt", regime));
        files.put(main + regime.className() + ".java", template("Regime.java.txt", regime));
        files.put(main + "package-info.java", template("package-info.java.txt", regime));
        files.put(test + regime.className() + "Test.java", template("Test.java.txt", regime));
        files.put(
                module + "/src/test/resources/conformance/worked-examples.yaml",
                template("conformance.yaml.txt", regime));
        files.put(module + "/example.json", template("network.json.txt", regime));
        return files;
    }

    private static String template(String name, NewRegime regime) throws IOException {
        try (InputStream in = RegimeScaffold.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program has no template " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> word : regime.words().entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text;
        }
    }

    /** The file with a copy of its last entry for a regime, with the new name. */
    private String extended(String file, Pattern entry, NewRegime regime) throws IOException {
        String text = read(file);
        String copy = NAME.matcher(last(text, entry, file).group()).replaceFirst("regime-" + regime.id());
        return after(text, entry, file, copy);
    }

    private static String after(String text, Pattern entry, String file, String addition) {
        int end = last(text, entry, file).end();
        return text.substring(0, end) + addition + text.substring(end);
    }

    private static MatchResult last(String text, Pattern entry, String file) {
        Matcher entries = entry.matcher(text);
        return entries.results()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException(file + " names no regime to go by"));
    }

    private String read(String file) throws IOException {
        Path path = clone.resolve(file);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(clone + " is no clone of Assay: it has no " + file);
        }
        return Files.readString(path);
    }
}
