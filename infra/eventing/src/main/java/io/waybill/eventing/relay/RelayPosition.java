package io.waybill.eventing.relay;

import io.waybill.eventing.store.StorePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far a topic has been filled.
 *
 * @param number the number of the last acknowledged event: events are numbered 1, 2, 3 … in the store's final order, so
 *     whoever publishes again after a crash gives each event the number that it had
 * @param position the place of that event in the store
 */
record RelayPosition(long number, StorePosition position) {
    static RelayPosition load(Connection connection, String topic) throws SQLException {
        try (PreparedStatement start = connection.prepareStatement(
                "insert into relay (topic, number, transaction_id, position) values (?, 0, '0', 0)"
                        + " on conflict (topic) do nothing")) {
            start.setString(1, topic);
            start.executeUpdate();
        }
        try (PreparedStatement read =
                connection.prepareStatement("select number, transaction_id, position from relay where topic = ?")) {
            read.setString(1, topic);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the relay's position for " + topic + " has gone");
                }
                return new RelayPosition(
                        row.getLong(1), new StorePosition(Long.parseUnsignedLong(row.getString(2)), row.getLong(3)));
            }
        }
    }

    /** Puts the stored position before the first event, for the topic with this id. */
    static RelayPosition restart(Connection connection, String topic, String topicId) throws SQLException {
        try (PreparedStatement restart = connection.prepareStatement(
                "update relay set number = 0, transaction_id = '0', position = 0," + " topic_id = ? where topic = ?")) {
            restart.setString(1, topicId);
            restart.setString(2, topic);
            restart.executeUpdate();
        }
        return new RelayPosition(0, StorePosition.START);
    }

    /**
     * Moves the stored position from this one.
     *
     * @throws SQLException also when somebody else has moved it, which means that this relay is no longer the one
     */
    RelayPosition moveTo(Connection connection, String topic, RelayPosition next) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement("update relay set number = ?, transaction_id ="
                + " ?::text::xid8, position = ? where topic = ? and number = ?")) {
            move.setLong(1, next.number());
            move.setString(2, Long.toUnsignedString(next.position().transaction()));
            move.setLong(3, next.position().row());
            move.setString(4, topic);
            move.setLong(5, number);
            if (move.executeUpdate() != 1) {
                throw new SQLException("another relay has moved the position of " + topic + " beyond " + number);
            }
        }
        return next;
    }
}
