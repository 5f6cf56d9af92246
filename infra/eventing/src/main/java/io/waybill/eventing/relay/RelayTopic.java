package io.waybill.eventing.relay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topic where it is missing: its records are history, so they are kept for ever. */
final class RelayTopic {
    /** Bytes of one record at most: several times what the largest order has, because one that is refused stops the relay. */
    static final int LARGEST_RECORD = 8 << 20;

    private static final int TIMEOUT_MS = 10_000;

    private RelayTopic() {}

    static void ensure(RelaySettings settings) throws Exception {
        try (Admin admin = admin(settings)) {
            create(admin, settings);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** Deletes the topic with all that is in it, and makes it again, empty. */
    static void makeAnew(RelaySettings settings) throws Exception {
        try (Admin admin = admin(settings)) {
            admin.deleteTopics(List.of(settings.topic())).all().get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw failed;
            }
        }
        // A name may stay taken for a moment: then this fails, and all of it is tried again.
        try (Admin admin = admin(settings)) {
            create(admin, settings);
        }
    }

    private static void create(Admin admin, RelaySettings settings) throws Exception {
        NewTopic topic = new NewTopic(settings.topic(), settings.partitions(), settings.replication())
                .configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_RECORD),
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE));
        admin.createTopics(List.of(topic)).all().get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }

    private static Admin admin(RelaySettings settings) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS));
    }
}
