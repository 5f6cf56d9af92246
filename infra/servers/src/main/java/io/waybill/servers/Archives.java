package io.waybill.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the servers' archives once, with modes and symbolic links. */
final class Archives {
    private Archives() {}

    /**
     * The unpacked form of {@code archive} in {@code folder}. The first caller unpacks it, beside its place; it appears
     * there by one rename, so that nobody sees half of it, whoever else is unpacking or dies while unpacking.
     */
    static Path unpacked(Path archive, Path folder) {
        try {
            // The size tells two versions of a server apart.
            String name = archive.getFileName().toString().replaceFirst("\\.\\w+$", "-") + Files.size(archive);
            Path home = folder.resolve(name);
            if (!Files.exists(home)) {
                Path draft = Files.createTempDirectory(folder, name + ".");
                unpack(archive, draft);
                publish(draft, home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void publish(Path draft, Path home) throws IOException {
        try {
            Files.move(draft, home);
        } catch (FileSystemException raced) {
            if (!Files.isDirectory(home)) {
                throw raced;
            }
            Trees.delete(draft);
        }
    }

    private static void unpack(Path archive, Path draft) throws IOException {
        Trees.makeReadable(draft);
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                    unpack(entry, zip, draft);
                }
            }
        }
    }

    private static void unpack(ZipArchiveEntry entry, ZipFile zip, Path draft) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            if (entry.getName().endsWith(".txz")) {
                untar(content, draft);
            } else {
                put(content, inside(draft, withoutTop(entry.getName())), entry.getUnixMode());
            }
        }
    }

    private static void untar(InputStream packed, Path draft) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(draft, entry.getName());
                if (entry.isSymbolicLink()) {
                    Trees.createParents(target);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    put(tar, target, entry.getMode());
                }
            }
        }
    }

    private static void put(InputStream content, Path target, int mode) throws IOException {
        Trees.createParents(target);
        Files.copy(content, target);
        Trees.setMode(target, mode);
    }

    /** Elasticsearch's archive has one folder at its top, named by the version. */
    private static String withoutTop(String name) {
        return name.startsWith("elasticsearch-") ? name.substring(name.indexOf('/') + 1) : name;
    }

    private static Path inside(Path draft, String name) throws IOException {
        Path target = draft.resolve(name).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("The archive's entry " + name + " points out of it.");
        }
        return target;
    }
}
