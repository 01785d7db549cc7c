package org.assay.store.internal.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assay.core.store.Blobs;
import org.assay.core.store.StoreException;

/**
 * One file per blob, named by its digest. A blob is written aside, forced to disk and then renamed, so that no name ever
 * stands for half a blob, and what was acknowledged survives a crash. What is only read as a whole is compressed, in a file
 * whose name says so; its digest is that of what was written.
 */
public final class FileBlobs implements Blobs, BlobNames {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final int PREFIX = "sha256:".length();
    private static final int FOLDER = 2;
    private static final String PACKED = ".gz";
    private static final int BUFFER = 1 << 16;

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
        return aside.put(writer, (file, digest) -> keep(file, path(digest)));
    }

    @Override
    public String putWhole(Writer writer) {
        return aside.put(writer, Packed::new, (file, digest) -> keep(file, packed(digest)));
    }

    /** The fastest level: facts are the same words again and again, and become a seventh of their size. */
    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream file) throws IOException {
            super(file, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private void keep(Path file, Path target) throws IOException {
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
            return new CheckedBlob(stream(digest), digest);
        } catch (NoSuchFileException e) {
            throw new StoreException("there is no blob " + digest, e);
        } catch (IOException e) {
            throw new StoreException("the blob " + digest + " cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream stream(String digest) throws IOException {
        Path packed = packed(digest);
        if (!Files.exists(packed)) {
            return Files.newInputStream(path(digest));
        }
        InputStream file = Files.newInputStream(packed);
        try {
            return new GZIPInputStream(file, BUFFER);
        } catch (IOException damaged) {
            file.close();
            throw damaged;
        }
    }

    @Override
    public boolean has(String digest) {
        return Files.exists(packed(digest)) || Files.exists(path(digest));
    }

    /**
     * Deletes a blob, if there is one.
     *
     * @throws StoreException if that fails
     */
    public void delete(String digest) {
        try {
            Files.deleteIfExists(packed(digest));
            Files.deleteIfExists(path(digest));
        } catch (IOException e) {
            throw new StoreException("the blob " + digest + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> digests() {
        // Names only: a file that is renamed or deleted meanwhile is looked at by nobody.
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
            SortedSet<String> digests = new TreeSet<>();
            for (Path of : folders) {
                digests.addAll(digests(of));
            }
            return List.copyOf(digests);
        } catch (IOException | DirectoryIteratorException e) {
            throw new StoreException("the blobs in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static Set<String> digests(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            Set<String> digests = new HashSet<>();
            for (Path file : files) {
                String name = "sha256:" + folder.getFileName() + file.getFileName();
                String digest = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
                if (DIGEST.matcher(digest).matches()) {
                    digests.add(digest);
                }
            }
            return digests;
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

    private Path packed(String digest) {
        Path path = path(digest);
        return path.resolveSibling(path.getFileName() + PACKED);
    }

    private Path path(String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new StoreException("'" + digest + "' is no digest");
        }
        String hex = digest.substring(PREFIX);
        return folder.resolve(hex.substring(0, FOLDER)).resolve(hex.substring(FOLDER));
    }
}
