package org.assay.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.osgi.service.component.annotations.Component;

/**
 * A regime of a country that does not exist, as an author makes it: written by the program's {@code new-regime}, compiled, its
 * pack signed with a key of its own, and wrapped as a bundle. It runs outside the container and knows no country of ours.
 */
final class MadeUpRegime {
    static final String ID = "zz-demo";

    private static final String PACK = ID + "-2026.1.0";
    private static final int MINUTES = 3;
    private static final List<String> LISTS = List.of(
            "pom.xml",
            "bundles/pom.xml",
            "bundles/audit-archtest/pom.xml",
            "features/pom.xml",
            "features/src/main/feature/assay.xml",
            "karaf-assembly/pom.xml");

    private final Path project;
    private final Path clone;

    /** From the build in {@code project}, in a folder of its own. */
    MadeUpRegime(Path project, Path clone) {
        this.project = project;
        this.clone = clone;
    }

    Path bundle() {
        return clone.resolve(ID + ".jar");
    }

    Path publicKey() {
        return clone.resolve("author.pem.pub");
    }

    Path example() {
        return module().resolve("example.json");
    }

    private Path module() {
        return clone.resolve("bundles/regime-" + ID);
    }

    MadeUpRegime make() throws Exception {
        for (String list : LISTS) {
            Files.createDirectories(clone.resolve(list).getParent());
            Files.copy(project.resolve(list), clone.resolve(list));
        }
        program("new-regime", ID, "--country", "AQ", "--title", "Demoland", "--into", clone.toString());
        Path classes = Files.createDirectories(clone.resolve("classes"));
        compile(classes);
        sign(Files.createDirectories(classes.resolve("packs/" + ID)));
        wrap(classes);
        return this;
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (Stream<Path> sources = Files.walk(module().resolve("src/main/java"));
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "-classpath", classPath());
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call()) {
                throw new AssertionError("the new regime does not compile: " + said);
            }
        }
    }

    private void sign(Path packs) throws Exception {
        Path key = clone.resolve("author.pem");
        program("keys", "generate", key.toString());
        String yaml = module().resolve("src/main/packs/" + PACK + ".yaml").toString();
        String envelope = PACK + ".dsse.json";
        program(
                "pack",
                "sign",
                yaml,
                "--key",
                key.toString(),
                "--out",
                packs.resolve(envelope).toString());
        Files.writeString(packs.resolve("index.txt"), envelope + "\n");
    }

    /** As bnd does in the build. */
    private void wrap(Path classes) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setProperty("Bundle-SymbolicName", "org.assay.regime-" + ID);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Import-Package", "!org.jspecify.*, *");
            builder.setProperty("-noimportjava", "true");
            builder.addClasspath(api());
            builder.setJar(new Jar(classes.toFile()));
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new AssertionError("the new regime is no bundle: " + builder.getErrors() + builder.getWarnings());
            }
            jar.write(bundle().toFile());
        }
    }

    private String classPath() {
        return String.join(File.pathSeparator, api().getPath(), jarOf(Component.class), jarOf(NullMarked.class));
    }

    private static String jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private File api() {
        return built("bundles/audit-api/target", "audit-api-", ".jar");
    }

    private void program(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                built("bundles/audit-cli/target", "audit-cli-", "-all.jar").getPath()));
        command.addAll(List.of(args));
        Path said = Files.createTempFile(clone, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("waited " + MINUTES + " minutes for " + command);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " ended with " + process.exitValue() + ": " + Files.readString(said));
        }
    }

    private File built(String folder, String start, String end) {
        File[] found = project.resolve(folder)
                .toFile()
                .listFiles(
                        (where, name) -> name.startsWith(start) && name.endsWith(end) && !name.endsWith("sources.jar"));
        if (found == null || found.length != 1) {
            throw new AssertionError("expected one " + start + "*" + end + " in " + folder + ": build it first");
        }
        return found[0];
    }
}
