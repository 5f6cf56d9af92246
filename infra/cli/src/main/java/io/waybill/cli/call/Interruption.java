package io.waybill.cli.call;

import io.waybill.cli.api.Stop;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes of Ctrl-C a stop, and lets what has begun come to its end before the process goes. */
public final class Interruption implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /** @param words what the person is told at once; nothing if empty */
    public Interruption(Stop stop, PrintWriter err, String words) {
        hook = Thread.ofPlatform().unstarted(() -> {
            stop.call();
            if (!words.isEmpty()) {
                err.println(words);
                err.flush();
            }
            awaitEnd();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitEnd() {
        try {
            boolean _ = over.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: this is the hook's own case.
        }
    }
}
