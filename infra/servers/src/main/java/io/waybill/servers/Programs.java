package io.waybill.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small programs of the operating system, run to their end. */
final class Programs {
    private Programs() {}

    /** @throws ServerFailed when it is missing or fails; with its output */
    static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ServerFailed(String.join(" ", command) + " failed:\n" + output.strip());
            }
        } catch (IOException e) {
            throw new ServerFailed(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("Interrupted while running " + command.getFirst() + ".", e);
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            run(command);
            return true;
        } catch (ServerFailed e) {
            return false;
        }
    }
}
