package io.waybill.servers;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL and Elasticsearch run as: our own, or {@code nobody} where we are root, which both refuse to
 * run as.
 */
final class ServiceAccount {
    private static final String NOBODY = "nobody";
    private static final boolean ROOT = new UnixSystem().getUid() == 0;

    private ServiceAccount() {}

    /** Hands {@code tree} to the account. */
    static void own(Path tree) {
        if (ROOT) {
            // The colon without a group means the account's own group.
            Programs.run(List.of("chown", "-R", NOBODY + ":", tree.toString()));
        }
    }

    /**
     * The options of setpriv that change to the account; none where we are not root.
     *
     * @param needed what the account must get at, besides the system
     */
    static List<String> options(Path... needed) {
        if (!ROOT) {
            return List.of();
        }
        List<String> options =
                new ArrayList<>(List.of("--reuid", NOBODY, "--regid", groupOfNobody(), "--clear-groups"));
        if (!Stream.of(needed).allMatch(ServiceAccount::othersReach)) {
            // The checkout lies below a folder that is closed to others, such as /root. One capability opens the way in
            // for this process alone; with the secure bit, access(2), which asks for the real user, sees it as well.
            options.addAll(List.of("--securebits", "+no_setuid_fixup"));
            String search = capability();
            options.addAll(List.of("--inh-caps", "+" + search, "--ambient-caps", "+" + search));
        }
        return options;
    }

    /** Reading and searching is all it takes; containers often come without that, but with its bigger sister. */
    private static String capability() {
        List<String> probe =
                List.of("setpriv", "--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search", "true");
        return Programs.succeeds(probe) ? "dac_read_search" : "dac_override";
    }

    private static boolean othersReach(Path path) {
        try {
            for (Path folder = path.toRealPath(); folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    // The account's own folder may be closed to others; what is above it may not.
                    if (!Files.getOwner(folder).getName().equals(NOBODY)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String groupOfNobody() {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.map(user -> user.split(":", -1))
                    .filter(user -> user[0].equals(NOBODY))
                    .map(user -> user[3])
                    .findFirst()
                    .orElseThrow(() -> new ServerFailed("Started by root, PostgreSQL and Elasticsearch run as the user "
                            + NOBODY + ", and this system has no such user."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
