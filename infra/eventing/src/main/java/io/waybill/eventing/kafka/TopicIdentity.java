package io.waybill.eventing.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a topic is still the one that it was: Kafka gives each an id when it is made (KIP-516), so one that was
 * deleted and made again under its old name has another. Offsets mean something for one id only. Thread-safe.
 */
public final class TopicIdentity implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String bootstrapServers;
    private final String topic;
    private @Nullable Admin admin;

    public TopicIdentity(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /**
     * The topic's id.
     *
     * @throws IllegalStateException if there is no such topic, or Kafka does not answer
     */
    public String current() {
        try {
            return describe();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the topic " + topic + " cannot be found: " + failed, failed);
        }
    }

    /** Whether the topic has another id now, or none; false while Kafka does not answer. */
    public boolean isNoLonger(String id) {
        try {
            return !describe().equals(id);
        } catch (TimeoutException away) {
            return false;
        } catch (ExecutionException failed) {
            return !(failed.getCause() instanceof RetriableException)
                    || failed.getCause() instanceof UnknownTopicOrPartitionException;
        }
    }

    @Override
    public synchronized void close() {
        Optional.ofNullable(admin).ifPresent(open -> open.close(Duration.ZERO));
        admin = null;
    }

    private String describe() throws ExecutionException, TimeoutException {
        try {
            return admin().describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    // Made when it is first needed, so that a service starts without Kafka.
    private synchronized Admin admin() {
        if (admin == null) {
            int millis = (int) TIMEOUT.toMillis();
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis));
        }
        return admin;
    }
}
