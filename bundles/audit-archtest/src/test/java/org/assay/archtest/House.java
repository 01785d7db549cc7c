package org.assay.archtest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What was built: classes, sources and manifests of the bundles. */
final class House {
    /** Ours only; the engine's class folder also holds what it embeds. */
    private static final String OURS = "org.assay";

    private House() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/archtest/"))
                .importPackages(OURS);
    }

    /** Names of bundle folders that start with {@code prefix}. */
    static List<String> bundles(String prefix) {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + root(), e);
        }
    }

    /** The Java sources of a bundle, tests left out. */
    static List<Path> sources(String bundle) {
        try (Stream<Path> files = Files.walk(root().resolve(bundle).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources of " + bundle, e);
        }
    }

    /** The manifest that bnd wrote for a bundle. */
    static Attributes manifest(String bundle) {
        Path file = root().resolve(bundle).resolve("target/classes/META-INF/MANIFEST.MF");
        try (var in = Files.newInputStream(file)) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("assay.bundles", "..")).normalize();
    }
}
