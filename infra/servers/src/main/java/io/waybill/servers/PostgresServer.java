package io.waybill.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL 18. What it has acknowledged is on the disk: {@code fsync} and {@code synchronous_commit} are on. */
public final class PostgresServer extends LocalServer {
    /** The first role, who may do everything. */
    public static final String SUPERUSER = "postgres";

    /**
     * Rounds of hashing protect passwords that can be guessed. These are made by chance, and each new connection would pay
     * for the usual 4,096: a tenth of what the start of all services takes.
     */
    private static final String ROUNDS = "1";

    private static final Map<String, String> SETTINGS = Map.of(
            "scram_iterations", ROUNDS,
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "200",
            "timezone", "UTC");

    private final Installation installation;
    private final Place place;
    private final String password;

    /**
     * @param port the loopback port, which may differ from the last start's
     * @param password the superuser's; must be the first start's when there are data
     */
    public PostgresServer(Installation installation, Place place, int port, String password) {
        super("PostgreSQL", port);
        this.installation = installation;
        this.place = place;
        this.password = password;
    }

    @Override
    Launch prepare() {
        place.createParents();
        Path home = installation.postgres();
        if (!Files.exists(place.data())) {
            initialize(home);
        }
        removeStaleLock();
        return launch(home);
    }

    @Override
    boolean answers() {
        return databases().answer();
    }

    /** Its roles and databases, with the superuser's rights. It must be running. */
    public Databases databases() {
        return new Databases("127.0.0.1", port(), SUPERUSER, password);
    }

    /** Prepares the data beside their place: a half-made cluster is never taken for a whole one. */
    private void initialize(Path home) {
        Path draft = place.draft();
        Path secret = draft.resolveSibling(draft.getFileName() + ".password");
        try {
            Trees.delete(draft);
            Files.createDirectory(draft);
            Files.deleteIfExists(secret);
            Files.createFile(secret, Trees.OWNER_ONLY);
            Files.writeString(secret, password);
            ServiceAccount.own(draft);
            ServiceAccount.own(secret);
            Programs.run(initdb(home, draft, secret));
            Files.move(draft, place.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            secret.toFile().delete();
        }
    }

    private static List<String> initdb(Path home, Path draft, Path secret) {
        List<String> initdb = List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--set=scram_iterations=" + ROUNDS,
                "--encoding=UTF8",
                // The same order of text on every machine, whatever locales it has.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        List<String> account = ServiceAccount.options(home, draft);
        return account.isEmpty()
                ? initdb
                : Stream.of(List.of("setpriv"), account, initdb)
                        .flatMap(List::stream)
                        .toList();
    }

    private Launch launch(Path home) {
        Stream<String> program = Stream.of(
                home.resolve("bin/postgres").toString(), "-D", place.data().toString(), "-p", Integer.toString(port()));
        Stream<String> buffers =
                Stream.of("-c", "shared_buffers=" + installation.allowance().sharedBuffers());
        Stream<String> settings = SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()));
        return new Launch(
                name(),
                Stream.of(program, buffers, settings).flatMap(each -> each).toList(),
                Map.of(),
                ServiceAccount.options(home, place.data()),
                Ending.INTERRUPT,
                place);
    }

    /**
     * After a crash the cluster's lock file names a process that is gone. PostgreSQL sees that by itself, except when
     * another process of the same user has come by that number since; a different start time gives it away.
     */
    private void removeStaleLock() {
        PostmasterLock.in(place.data()).filter(lock -> !lock.isHeld()).ifPresent(PostmasterLock::delete);
    }
}
