package io.waybill.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
    @TempDir
    private Path folder;

    @Test
    void a_packed_tar_keeps_modes_and_links() throws IOException {
        Path home = Archives.unpacked(jarWithTar(), folder);
        assertThat(home.resolve("bin/serve")).isExecutable().hasContent("serve");
        assertThat(Files.readSymbolicLink(home.resolve("lib/link"))).isEqualTo(Path.of("../bin/serve"));
        assertThat(home.resolve("META-INF")).doesNotExist();
    }

    @Test
    void a_zip_loses_its_top_folder() throws IOException {
        assertThat(Archives.unpacked(zip("elasticsearch-8/bin/start"), folder).resolve("bin/start"))
                .isExecutable();
    }

    @Test
    void it_is_unpacked_once_however_many_ask_at_once() throws IOException {
        Path archive = jarWithTar();
        List<CompletableFuture<Path>> homes = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Archives.unpacked(archive, folder)))
                .limit(8)
                .toList();
        assertThat(homes)
                .extracting(CompletableFuture::join)
                .containsOnly(homes.getFirst().join());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(archive, homes.getFirst().join());
        }
    }

    private Path jarWithTar() throws IOException {
        Path jar = folder.resolve("server.jar");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(jar)) {
            put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0".getBytes(StandardCharsets.UTF_8));
            put(zip, "server-linux.txz", tar());
        }
        return jar;
    }

    private Path zip(String name) throws IOException {
        Path file = folder.resolve("server.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            put(zip, name, "start".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(0755);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new XZCompressorOutputStream(bytes);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            byte[] content = "serve".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry file = new TarArchiveEntry("bin/serve");
            file.setMode(0755);
            file.setSize(content.length);
            tar.putArchiveEntry(file);
            tar.write(content);
            tar.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("lib/link", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("../bin/serve");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
