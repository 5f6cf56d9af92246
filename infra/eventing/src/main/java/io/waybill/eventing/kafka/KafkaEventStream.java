package io.waybill.eventing.kafka;

import io.waybill.eventing.EventDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader of the topic. A thread of its own polls Kafka, merges the partitions and fills a bounded buffer; the
 * processor is told when the buffer is no longer empty, so an event waits for nobody's polling interval.
 */
final class KafkaEventStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration OFFER_PATIENCE = Duration.ofMillis(100);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_UP_TIMEOUT = Duration.ofSeconds(10);

    /** How often the topic's id is looked at: for so long at most, one that was made anew is read at the wrong offsets. */
    private static final Duration LOOK_AT_TOPIC = Duration.ofSeconds(5);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaEventSourceSettings settings;
    private final EventDecoder decoder;
    private final Strangers strangers;
    private final TopicIdentity identity;
    private final BlockingQueue<TrackedEventMessage<?>> ready;
    private final LogPosition start;
    private final Thread poller;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;
    private volatile Runnable onAvailable = () -> {};

    KafkaEventStream(
            KafkaConsumer<String, byte[]> consumer,
            KafkaEventSourceSettings settings,
            EventDecoder decoder,
            Strangers strangers,
            TopicIdentity identity,
            LogPosition start) {
        this.consumer = consumer;
        this.settings = settings;
        this.decoder = decoder;
        this.strangers = strangers;
        this.identity = identity;
        this.start = start;
        this.ready = new LinkedBlockingQueue<>(settings.buffer());
        this.poller = Thread.ofPlatform()
                .daemon()
                .name("waybill-events-" + settings.topic())
                .start(this::poll);
    }

    /** The topic's partitions, by number. */
    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        int count = consumer.partitionsFor(topic, LOOK_UP_TIMEOUT).size();
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(ready.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (ready.isEmpty()) {
            failIfBroken();
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> next = ready.poll(OFFER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
            failIfBroken();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        if (!ready.isEmpty() || failure != null) {
            callback.run();
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            poller.join(CLOSE_PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void failIfBroken() {
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
    }

    private void poll() {
        try (consumer) {
            String topicId = identity.current();
            List<TopicPartition> partitions = partitions(consumer, settings.topic());
            OrderedMerge merge = new OrderedMerge(start.on(topicId), partitions.size());
            consumer.assign(partitions);
            seek(partitions, merge.offsets());
            long lastProgress = System.nanoTime();
            long lookedAtTopic = System.nanoTime();
            while (!closed) {
                List<Long> offsets = merge.offsets();
                consumer.poll(POLL).forEach(record -> add(record, merge));
                if (handOut(merge, offsets, topicId) || merge.early() == 0) {
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress
                        > settings.missingAfter().toNanos()) {
                    throw new IllegalStateException("event " + (merge.last() + 1) + " is not on " + settings.topic()
                            + ", but " + merge.early() + " later ones are");
                }
                if (System.nanoTime() - lookedAtTopic > LOOK_AT_TOPIC.toNanos()) {
                    failIfMadeAnew(topicId);
                    lookedAtTopic = System.nanoTime();
                }
                holdBack(partitions, merge);
            }
        } catch (WakeupException closing) {
            // close() woke the consumer; there is nothing left to do.
        } catch (RuntimeException broken) {
            fail(broken);
        } catch (Error broken) {
            fail(new IllegalStateException("the reader of " + settings.topic() + " ended", broken));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(RuntimeException broken) {
        failure = broken;
        onAvailable.run();
    }

    // The numbers guard against handing out anything wrong; this is against waiting at an offset for what stands before
    // it.
    private void failIfMadeAnew(String topicId) {
        if (identity.isNoLonger(topicId)) {
            throw new IllegalStateException("the topic " + settings.topic() + " was made anew");
        }
    }

    private void seek(List<TopicPartition> partitions, List<Long> offsets) {
        var beginnings = consumer.beginningOffsets(partitions, LOOK_UP_TIMEOUT);
        for (TopicPartition partition : partitions) {
            long beginning = beginnings.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(beginning, offsets.get(partition.partition())));
        }
    }

    // The offsets are those from before the poll: reading on from there repeats at most one poll, which the numbers
    // then drop, and all events of a round share one list.
    private boolean handOut(OrderedMerge merge, List<Long> offsets, String topicId) throws InterruptedException {
        boolean any = false;
        for (ConsumerRecord<String, byte[]> record = merge.next(); record != null; record = merge.next()) {
            any = true;
            if (!offer(event(record, new LogPosition(merge.last(), offsets, topicId)))) {
                return true;
            }
        }
        return any;
    }

    private void add(ConsumerRecord<String, byte[]> record, OrderedMerge merge) {
        String fault = RecordFormat.fault(record);
        if (fault == null) {
            merge.add(record);
        } else {
            strangers.met(record, fault);
        }
    }

    private boolean offer(TrackedEventMessage<?> event) throws InterruptedException {
        while (!ready.offer(event, OFFER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (closed) {
                return false;
            }
        }
        // Asked after the offer: if the processor took the one before in between, it hears of this one.
        if (ready.size() <= 1) {
            onAvailable.run();
        }
        return true;
    }

    private TrackedEventMessage<?> event(ConsumerRecord<String, byte[]> record, LogPosition position) {
        return NumberedEvent.of(decoder.decode(RecordFormat.read(record)), position);
    }

    private void holdBack(List<TopicPartition> partitions, OrderedMerge merge) {
        List<TopicPartition> ahead = merge.early() < settings.maxEarly()
                ? List.of()
                : partitions.stream()
                        .filter(partition -> merge.isAhead(partition.partition()))
                        .toList();
        consumer.resume(consumer.paused());
        consumer.pause(ahead);
    }
}
