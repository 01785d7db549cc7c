package org.assay.store.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;

/**
 * One file per blob, named by its digest. A blob is written aside, forced to disk and then renamed, so that no name ever
 * stands for half a blob, and what was acknowledged survives a crash.
 */
public final class FileBlobs implements Blobs, BlobNames {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int PREFIX = "sha256:".length();
    private static final int FOLDER = 2;

    private final Path folder;
    private final Aside aside;

    private FileBlobs(Path folder, Aside aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /**
     * Opens a folder of blobs, makes it if need be, and clears away what an earlier process left half written.
     *
     * @throws StoreException if the folder cannot be used
     */
    public static FileBlobs open(Path folder) {
        return new FileBlobs(folder, Aside.open(folder.resolve("aside")));
    }

    @Override
    public String put(Writer writer) {
        return aside.put(writer, this::keep);
    }

    private void keep(Path file, String digest) throws IOException {
        Path target = path(digest);
        Path parent = folder.resolve(target.getParent().getFileName());
        if (!Files.isDirectory(parent)) {
            PrivateFolder.make(parent);
            force(folder);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
    }

    /** A rename lasts once its folder is on disk. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String digest) {
        try {
            return new CheckedBlob(Files.newInputStream(path(digest)), digest);
        } catch (NoSuchFileException e) {
            throw new StoreException("there is no blob " + digest, e);
        } catch (IOException e) {
            throw new StoreException("the blob " + digest + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> digests() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> folder.relativize(file).getNameCount() == 2)
                    .map(file -> "sha256:" + file.getParent().getFileName() + file.getFileName())
                    .filter(name -> DIGEST.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the blobs in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public Parts parts(String digest) {
        try {
            Path file = path(digest);
            return new FileParts(file, Files.size(file));
        } catch (NoSuchFileException e) {
            throw new StoreException("there is no blob " + digest, e);
        } catch (IOException e) {
            throw new StoreException("the blob " + digest + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path path(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new StoreException("'" + digest + "' is no digest");
        }
        String hex = digest.substring(PREFIX);
        return folder.resolve(hex.substring(0, FOLDER)).resolve(hex.substring(FOLDER));
    }
}
