package io.waybill.eventing.relay;

import io.waybill.eventing.kafka.TopicIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where the active relay begins, and notices when it has to begin again.
 *
 * <pre>
 * an operator asked for a refill   the topic is deleted, made anew, and filled from the first event
 * the topic is another one         it was lost: what is there stays, and it is filled from the first event
 * otherwise                        on from the stored position
 * </pre>
 *
 * A lost topic is filled without being asked: nothing is deleted for it, everything is in the store, and until then no
 * consumer could go on. The numbers are what they were, so whoever had an event drops it.
 */
final class RelayFilling {
    /** How soon what an operator asks for, or a lost topic, is noticed. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(RelayFilling.class);

    private final Connection connection;
    private final RelaySettings settings;
    private final TopicIdentity identity;
    private String topicId = "";
    private long lookedAt = System.nanoTime();

    RelayFilling(Connection connection, RelaySettings settings, TopicIdentity identity) {
        this.connection = connection;
        this.settings = settings;
        this.identity = identity;
    }

    /** Makes sure of the topic; to be called once, before anything is published. */
    RelayPosition begin() throws Exception {
        RelayPosition position = RelayPosition.load(connection, settings.topic());
        State state = state();
        if (state.askedBy() != null) {
            log.warn("{} is deleted and filled again from the store, as {} asked", settings.topic(), state.askedBy());
            RelayTopic.makeAnew(settings);
            topicId = identity.current();
            RelayPosition start = RelayPosition.restart(connection, settings.topic(), topicId);
            // Only now is the request done with: who dies before this deletes and makes the topic once more.
            forgetRequest();
            return start;
        }
        RelayTopic.ensure(settings);
        topicId = identity.current();
        if (state.topicId() == null) {
            remember();
        } else if (!topicId.equals(state.topicId())) {
            log.error(
                    "{} was lost after {} events, and is filled again from the store",
                    settings.topic(),
                    position.number());
            return RelayPosition.restart(connection, settings.topic(), topicId);
        }
        return position;
    }

    /** Whether the topic is no longer the one that was begun with, or is to be filled anew. */
    boolean hasToBeginAgain() throws SQLException {
        if (System.nanoTime() - lookedAt < LOOK.toNanos()) {
            return false;
        }
        lookedAt = System.nanoTime();
        return state().askedBy() != null || identity.isNoLonger(topicId);
    }

    private void forgetRequest() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update relay set refill_asked_by = null, refill_asked_at = null where topic = ?")) {
            update.setString(1, settings.topic());
            update.executeUpdate();
        }
    }

    private void remember() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update relay set topic_id = ? where topic = ?")) {
            update.setString(1, topicId);
            update.setString(2, settings.topic());
            update.executeUpdate();
        }
    }

    private State state() throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select topic_id, refill_asked_by from relay where topic = ?")) {
            read.setString(1, settings.topic());
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? new State(row.getString(1), row.getString(2)) : new State(null, null);
            }
        }
    }

    private record State(@Nullable String topicId, @Nullable String askedBy) {}
}
