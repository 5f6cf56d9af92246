package io.waybill.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** How a process is asked to end. */
public enum Ending {
    TERMINATE("TERM"),
    /** PostgreSQL takes this as: end now, and tidily; on the other it waits until all clients have left. */
    INTERRUPT("INT");

    private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

    private final String signal;

    Ending(String signal) {
        this.signal = signal;
    }

    String signal() {
        return signal;
    }

    /**
     * Asks {@code process} to end, waits for {@code patience}, then ends it and its children by force.
     *
     * @return whether it ended by itself
     */
    public boolean end(ProcessHandle process, Duration patience) {
        if (!process.isAlive()) {
            return true;
        }
        List<ProcessHandle> children = process.descendants().toList();
        send(process);
        boolean byItself = ended(process, patience);
        force(Stream.concat(Stream.of(process), children.stream()).toList());
        return byItself;
    }

    /** Ends {@code process} and its children at once, as a crash would. */
    public static void force(ProcessHandle process) {
        force(Stream.concat(Stream.of(process), process.descendants()).toList());
    }

    private static void force(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> ended(process, AFTER_FORCE));
    }

    private void send(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
