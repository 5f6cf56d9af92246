package io.waybill.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start one server process.
 *
 * @param name as a user knows it
 * @param command the program and its arguments
 * @param environment added to this JVM's own
 * @param account options of setpriv that change the user; none to stay who we are
 * @param ending how it is asked to end
 */
record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        List<String> account,
        Ending ending,
        Place place) {

    private static final boolean CAN_LEAVE_SESSION = Programs.succeeds(List.of("setsid", "true"));
    private static final boolean CAN_FOLLOW_PARENT =
            Programs.succeeds(List.of("setpriv", "--pdeathsig", "TERM", "true"));

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        account = List.copyOf(account);
    }

    /**
     * The whole command: in a session of its own, so that Ctrl-C at the terminal reaches only the one who starts the
     * servers and ends them in order; asked to end when its parent dies, however the parent dies; as its user.
     */
    List<String> wholeCommand() {
        List<String> whole = new ArrayList<>();
        if (CAN_LEAVE_SESSION) {
            whole.add("setsid");
        }
        if (CAN_FOLLOW_PARENT || !account.isEmpty()) {
            whole.add("setpriv");
            if (CAN_FOLLOW_PARENT) {
                whole.addAll(List.of("--pdeathsig", ending.signal()));
            }
            whole.addAll(account);
        }
        whole.addAll(command);
        return whole;
    }

    Path folder() {
        return place.data();
    }
}
