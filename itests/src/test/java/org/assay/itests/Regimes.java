package org.assay.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A regime of the distribution, another edition of its pack, and further versions of its bundle. */
final class Regimes {
    /** The one regime of which the distribution brings a second edition, as an example that is in use nowhere. */
    static final String SWAPPED = "de-bsi";

    static final String FIRST = "2026.1.0";
    static final String SECOND = "2026.2.0";

    private static final Pattern CURRENT = Pattern.compile("\"current\":\\{[^{}]*?\"version\":\"([^\"]+)\"");

    private final Path home = Path.of(System.getProperty("karaf.home"));
    private final Api api;
    private final BundleContext context;

    Regimes(Api api, BundleContext context) {
        this.api = api;
        this.context = context;
    }

    /** The signed second edition. */
    Path secondEdition() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("examples/packs/" + SWAPPED))) {
            return files.filter(file -> file.toString().endsWith(".dsse.json"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the distribution brings no second edition of " + SWAPPED));
        }
    }

    /** The edition that an audit of today would use. */
    String current() throws IOException, InterruptedException {
        String body = api.get("/regimes/" + SWAPPED).body();
        Matcher matcher = CURRENT.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError("no current edition in " + body);
        }
        return matcher.group(1);
    }

    /** Updates the bundle as Karaf's bundle:update does: to a higher version that brings the second edition too. */
    void updateBundle(String version) throws IOException, BundleException {
        try (InputStream in = Files.newInputStream(jar(version))) {
            bundle().update(in);
        }
    }

    Bundle bundle() {
        return Arrays.stream(context.getBundles())
                .filter(some -> ("org.assay.regime-" + SWAPPED).equals(some.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the bundle of " + SWAPPED + " is not there"));
    }

    private Path jar(String version) throws IOException {
        Path second = secondEdition();
        String folder = "packs/" + SWAPPED + "/";
        Path copy = Files.createTempFile("regime", ".jar");
        try (JarFile in = new JarFile(original().toFile())) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
                for (JarEntry entry : in.stream().toList()) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        in.getInputStream(entry).transferTo(out);
                        if (entry.getName().equals(folder + "index.txt")) {
                            out.write((second.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    }
                }
                out.putNextEntry(new JarEntry(folder + second.getFileName()));
                Files.copy(second, out);
            }
        }
        return copy;
    }

    private Path original() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("system/org/assay/regime-" + SWAPPED))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no bundle of " + SWAPPED + " in system/"));
        }
    }
}
