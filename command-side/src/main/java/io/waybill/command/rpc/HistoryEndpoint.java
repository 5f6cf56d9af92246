package io.waybill.command.rpc;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waybill.eventing.store.EventStreams;
import io.waybill.rpc.HistoriesGrpc;
import io.waybill.rpc.HistoryPage;
import io.waybill.rpc.HistoryRequest;
import io.waybill.rpc.history.HistoryPages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Gives projections the history of one aggregate, what is personal in it sealed as it is stored. {@code UNAVAILABLE}: not
 * now, ask again.
 */
@Service
class HistoryEndpoint extends HistoriesGrpc.HistoriesImplBase {
    private static final Logger log = LoggerFactory.getLogger(HistoryEndpoint.class);

    private final JdbcTemplate database;

    HistoryEndpoint(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void find(HistoryRequest request, StreamObserver<HistoryPage> reply) {
        try {
            reply.onNext(Objects.requireNonNull(database.execute(
                    (ConnectionCallback<HistoryPage>) (Connection connection) -> page(connection, request))));
            reply.onCompleted();
        } catch (RuntimeException failed) {
            log.warn("the history of {} could not be told: {}", request.getAggregateId(), failed.toString());
            reply.onError(Status.UNAVAILABLE.withDescription("not now").asRuntimeException());
        }
    }

    private static HistoryPage page(Connection connection, HistoryRequest request) throws SQLException {
        String aggregate = request.getAggregateId();
        long last = EventStreams.last(connection, aggregate);
        return HistoryPages.of(
                EventStreams.of(connection, aggregate, request.getAfter(), HistoryPages.MAX_EVENTS), last);
    }
}
