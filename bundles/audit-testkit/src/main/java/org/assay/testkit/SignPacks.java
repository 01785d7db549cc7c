package org.assay.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.engine.dsse.PackEnvelope;
import org.assay.engine.fault.FaultException;
import org.assay.engine.pack.RulePack;

/**
 * Checks the packs of a module, signs them, and writes the envelopes where the module's bundle takes them from:
 * {@code packs/<regime>/<file>.dsse.json}, with an {@code index.txt} beside them that names them.
 */
public final class SignPacks {
    private static final String YAML = ".yaml";
    private static final String ENVELOPE = ".dsse.json";

    private SignPacks() {}

    /**
     * {@code SignPacks FOLDER-OF-YAML OUTPUT-FOLDER KEY-FOLDER}; the build calls it.
     *
     * @throws IllegalStateException if a pack is not in order; its message has a line for each fault
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: SignPacks FOLDER-OF-YAML OUTPUT-FOLDER KEY-FOLDER");
        }
        KeyPair key = SigningKey.of(System.getenv(SigningKey.VARIABLE), Path.of(args[2]));
        sign(Path.of(args[0]), Path.of(args[1]), key);
    }

    /** Signs all packs of a folder, or none if one of them is not in order. */
    static void sign(Path folder, Path output, KeyPair key) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, Map<String, byte[]>> envelopes = new TreeMap<>();
        for (Path file : PackFiles.in(folder, YAML)) {
            byte[] yaml = Files.readAllBytes(file);
            try {
                RulePack pack = PackFiles.check(yaml).pack();
                String name = file.getFileName().toString().replace(YAML, ENVELOPE);
                envelopes
                        .computeIfAbsent(pack.regime(), regime -> new TreeMap<>())
                        .put(name, PackEnvelope.sign(yaml, key.getPrivate()));
            } catch (FaultException e) {
                e.faults().stream()
                        .map(fault -> PackFiles.line(file, fault))
                        .distinct()
                        .forEach(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.stream().collect(Collectors.joining("\n", "\n", "\n")));
        }
        for (Map.Entry<String, Map<String, byte[]>> regime : envelopes.entrySet()) {
            write(output.resolve("packs").resolve(regime.getKey()), regime.getValue());
        }
    }

    private static void write(Path folder, Map<String, byte[]> envelopes) throws IOException {
        Files.createDirectories(folder);
        for (Path earlier : PackFiles.in(folder, ENVELOPE)) {
            Files.delete(earlier);
        }
        for (Map.Entry<String, byte[]> envelope : envelopes.entrySet()) {
            Files.write(folder.resolve(envelope.getKey()), envelope.getValue());
        }
        String index = envelopes.keySet().stream().collect(Collectors.joining("\n", "", "\n"));
        Files.write(folder.resolve("index.txt"), index.getBytes(StandardCharsets.UTF_8));
    }
}
