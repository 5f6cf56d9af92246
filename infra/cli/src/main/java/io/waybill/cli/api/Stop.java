package io.waybill.cli.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says to all that work on something that they are to begin nothing new. */
public final class Stop {
    private final CountDownLatch called = new CountDownLatch(1);

    public void call() {
        called.countDown();
    }

    public boolean isCalled() {
        return called.getCount() == 0;
    }

    /** Waits for that time, or until it is called. */
    public void pause(Duration time) {
        try {
            boolean _ = called.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call();
        }
    }
}
