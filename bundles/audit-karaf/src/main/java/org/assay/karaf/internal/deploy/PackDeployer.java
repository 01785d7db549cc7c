package org.assay.karaf.internal.deploy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.assay.core.Origin;
import org.assay.core.Packs;
import org.assay.core.Packs.Staged;
import org.assay.karaf.internal.text.Plain;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signed rule packs that are dropped into {@code deploy/}: they are staged, and become active only where the
 * configuration says so. Taking a file away, or touching it, changes nothing.
 *
 * <p>Never throws for what is in a file: the watcher would try such a file no more. One that was half written when it was
 * seen is seen again when it grows, and taken then. What is wrong with a file is logged once. Thread-safe.
 */
@Component(service = {ArtifactInstaller.class, ArtifactListener.class})
public final class PackDeployer implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(PackDeployer.class);
    private static final String SUFFIX = ".dsse.json";
    /** An envelope may have 4 MB; one byte more is enough to be told that it is too long. */
    private static final int MOST_BYTES = 4 * 1024 * 1024 + 1;

    private final Packs packs;
    private final ConcurrentMap<String, List<String>> refused = new ConcurrentHashMap<>();

    /** Made by the container. */
    @Activate
    public PackDeployer(@Reference Packs packs) {
        this.packs = packs;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(SUFFIX) && file.isFile();
    }

    @Override
    public void install(File file) {
        take(file);
    }

    @Override
    public void update(File file) {
        take(file);
    }

    /** The pack stays where it is: what was staged is undone by rejecting it, what is active by a roll-back. */
    @Override
    public void uninstall(File file) {
        refused.remove(file.getPath());
    }

    private void take(File file) {
        String place = "deploy/" + Plain.line(file.getName());
        try {
            Staged staged = packs.offer(read(file), Origin.DEPLOY, place);
            refused.remove(file.getPath());
            tell(place, staged);
        } catch (IOException e) {
            refuse(file, place, List.of("it cannot be read: " + Plain.line(e.toString())));
        } catch (RuntimeException e) {
            refuse(file, place, Plain.lines(e));
        }
    }

    private static byte[] read(File file) throws IOException {
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private static void tell(String place, Staged staged) {
        String pack = staged.pack().regime() + " " + staged.pack().version();
        if (staged.isNew()) {
            LOG.info(
                    "{}: pack {} is {}",
                    place,
                    pack,
                    staged.pack().state().name().toLowerCase(Locale.ROOT));
        } else {
            LOG.debug("{}: pack {} is known already", place, pack);
        }
    }

    private void refuse(File file, String place, List<String> why) {
        if (!why.equals(refused.put(file.getPath(), why))) {
            LOG.error("{}: no pack was taken from it. {}", place, String.join("; ", why));
        }
    }
}
