package io.waybill.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/** The passwords of the database roles: random, made once, readable by their owner only. */
public final class Credentials {
    private static final int PASSWORD_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties passwords;

    private Credentials(Path file, Properties passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    /** Those that are kept in this home. */
    public static Credentials in(Home home) {
        Properties passwords = new Properties();
        if (Files.exists(home.credentials())) {
            try (Reader reader = Files.newBufferedReader(home.credentials())) {
                passwords.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Credentials(home.credentials(), passwords);
    }

    /** The role's password; a new one, already on the disk, for a role that had none. */
    public synchronized String of(String role) {
        if (!passwords.containsKey(role)) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            RANDOM.nextBytes(bytes);
            passwords.setProperty(role, HexFormat.of().formatHex(bytes));
            write();
        }
        return Objects.requireNonNull(passwords.getProperty(role));
    }

    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(draft)) {
                passwords.store(writer, "Database roles of the local run and their passwords");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
