package io.waybill.eventing.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Lends the consumer that short questions are asked with. Making one costs more than any question, so the last one is kept
 * for the next; whoever asks meanwhile has one of their own. Thread-safe.
 */
final class LookUps implements AutoCloseable {
    /** What a consumer knows of the topic's partitions, it never asks again by itself while it is asked for offsets. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Supplier<KafkaConsumer<String, byte[]>> maker;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();
    private volatile boolean closed;

    LookUps(Supplier<KafkaConsumer<String, byte[]>> maker) {
        this.maker = maker;
    }

    /**
     * The answer. A consumer that was kept may know of servers, or of a topic, that are there no longer: where it fails, the
     * question is asked once more by a new one.
     *
     * @param question may assign and seek as it likes, and leaves nothing open
     */
    <T> T ask(Function<KafkaConsumer<String, byte[]>, T> question) {
        Kept last = kept.getAndSet(null);
        if (last != null && last.isFresh()) {
            try {
                return ask(last, question);
            } catch (KafkaException outdated) {
                // Asked again below; if that fails as well, it says why.
            }
        } else {
            giveUp(last);
        }
        return ask(new Kept(maker.get(), System.nanoTime()), question);
    }

    /** Questions that are being asked end as they would. */
    @Override
    public void close() {
        closed = true;
        giveUp(kept.getAndSet(null));
    }

    private <T> T ask(Kept asked, Function<KafkaConsumer<String, byte[]>, T> question) {
        boolean answered = false;
        try {
            T answer = question.apply(asked.consumer());
            asked.consumer().unsubscribe();
            answered = true;
            return answer;
        } finally {
            if (answered) {
                giveUp(kept.getAndSet(asked));
            } else {
                giveUp(asked);
            }
            if (closed) {
                giveUp(kept.getAndSet(null));
            }
        }
    }

    private static void giveUp(@Nullable Kept one) {
        if (one != null) {
            one.consumer().close();
        }
    }

    /** @param since as {@link System#nanoTime} counts */
    private record Kept(KafkaConsumer<String, byte[]> consumer, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < OLDEST.toNanos();
        }
    }
}
