package io.waybill.eventing.kafka;

import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;

/**
 * The topic as a source for Axon's streaming processors. Every reader gets every event, in the one order in which the
 * relay numbered them, over all partitions, each once; a token says exactly which it has had. See {@link LogPosition}.
 *
 * <p>Each stream has a consumer of its own that belongs to no group: positions are the processors' tokens, and they are
 * committed with the processors' effects. An event that cannot be read is handed out all the same, and fails in the
 * handlers that want it. A stream that waits too long for an event that must be there fails; the processor then opens it
 * anew with back-off, and says so in its status.
 */
public final class KafkaEventSource implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {
    private static final Duration LOOK_UP_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaEventSourceSettings settings;
    private final EventDecoder decoder;
    private final Strangers strangers;
    private final TopicIdentity identity;
    private final LookUps lookUps = new LookUps(this::consumer);

    /** A source that stops before a record that no relay wrote. */
    public KafkaEventSource(KafkaEventSourceSettings settings, Serializer serializer, EventUpcasterChain upcasters) {
        this(settings, serializer, upcasters, Strangers.UNWELCOME);
    }

    /**
     * A source that reads payloads with this serializer, old revisions brought up by these upcasters.
     *
     * @param strangers hears of each record that no relay wrote, before reading goes on behind it
     */
    public KafkaEventSource(
            KafkaEventSourceSettings settings,
            Serializer serializer,
            EventUpcasterChain upcasters,
            Strangers strangers) {
        this.settings = settings;
        this.decoder = new EventDecoder(serializer, upcasters);
        this.strangers = strangers;
        this.identity = new TopicIdentity(settings.bootstrapServers(), settings.topic());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new KafkaEventStream(consumer(), settings, decoder, strangers, identity, LogPosition.of(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return LogPosition.START;
    }

    /** Behind the last event that is on the topic now. */
    @Override
    public LogPosition createHeadToken() {
        return lookUps.ask(consumer -> {
            // Before the offsets: if the topic is made anew in between, they count for nothing, which is safe.
            String topicId = identity.current();
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LOOK_UP_TIMEOUT);
            // Everything before these ends has a number up to the highest of the last records; the rest comes behind.
            long head = LastNumber.before(consumer, ends);
            return new LogPosition(head, offsets(partitions, ends), topicId);
        });
    }

    /** Before the first event that was recorded at this time or later. */
    @Override
    public LogPosition createTokenAt(Instant dateTime) {
        return lookUps.ask(consumer -> {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(
                    partitions.stream()
                            .collect(Collectors.toMap(Function.identity(), partition -> dateTime.toEpochMilli())),
                    LOOK_UP_TIMEOUT);
            return found.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .map(entry -> EventNumber.of(
                            recordAt(consumer, entry.getKey(), entry.getValue().offset())))
                    .min(Comparator.naturalOrder())
                    // Reading starts at the beginnings, which is always right, and passes over what is earlier.
                    .map(first -> new LogPosition(first - 1, List.of()))
                    .orElseGet(this::createHeadToken);
        });
    }

    /** The number of the last event on the topic, 0 for an empty one: against a token's position, a reader's lag. */
    public long head() {
        return createHeadToken().number();
    }

    /**
     * The event of this number as it stands on the topic now, or empty.
     *
     * @param recordedAt when it was recorded: where to look from
     * @throws IllegalStateException if it is not found within ten seconds, though not all was looked through
     */
    public Optional<RecordedEvent> find(long number, Instant recordedAt) {
        return lookUps.ask(consumer -> LogLookup.find(consumer, partitions(consumer), number, recordedAt));
    }

    /** Streams that are open go on. */
    @Override
    public void close() {
        lookUps.close();
        identity.close();
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return KafkaEventStream.partitions(consumer, settings.topic());
    }

    private static List<Long> offsets(List<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
        return IntStream.range(0, partitions.size())
                .mapToObj(index -> offsets.getOrDefault(partitions.get(index), 0L))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> recordAt(
            KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long offset) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        List<ConsumerRecord<String, byte[]>> records =
                consumer.poll(LOOK_UP_TIMEOUT).records(partition);
        if (records.isEmpty()) {
            throw new IllegalStateException(
                    "Kafka did not give " + partition + "@" + offset + " within " + LOOK_UP_TIMEOUT.toSeconds() + " s");
        }
        return records.getFirst();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // While the topic is being made anew, a reader must not make one of its own.
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.pollRecords());
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, settings.fetchBytes());
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int)
                settings.fetchWait().toMillis());
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
