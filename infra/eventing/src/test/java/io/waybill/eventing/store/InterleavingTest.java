package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers append to the same few aggregates, dawdle, commit or roll back; others write elsewhere; a reader follows all the
 * while. Whatever the interleaving, the reader has read exactly what is stored, in the final order.
 */
@RealServers(Server.POSTGRES)
class InterleavingTest {
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 100;
    private static final int AGGREGATES = 4;

    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    static LongStream seeds() {
        return new Random().longs(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_reader_misses_nothing_and_sees_no_aggregate_turned(long seed) throws Exception {
        store.jdbc.execute("create table elsewhere (n integer)");
        List<StoredEvent> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
                Connection connection = store.database.getConnection()) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(n -> threads.submit(() -> write(new Random(seed + n))))
                    .toList();
            Random random = new Random(seed);
            while (!writers.stream().allMatch(Future::isDone)) {
                follow(connection, read, 1 + random.nextInt(20));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            follow(connection, read, Integer.MAX_VALUE);
        }

        assertThat(read).extracting(StoredEvent::position).isEqualTo(stored());
        for (int n = 0; n < AGGREGATES; n++) {
            String aggregate = "aggregate-" + n;
            List<Long> numbers = read.stream()
                    .filter(event -> event.aggregateId().equals(aggregate))
                    .map(StoredEvent::sequenceNumber)
                    .toList();
            assertThat(numbers)
                    .isEqualTo(LongStream.range(0, numbers.size()).boxed().toList());
        }
    }

    private void write(Random random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            try {
                if (random.nextInt(5) == 0) {
                    elsewhere(random);
                } else {
                    append(random);
                }
            } catch (ConcurrencyException | AggregateStreamCreationException overtaken) {
                // Somebody else has appended to the same aggregate: as it should be.
            }
        }
    }

    private void append(Random random) {
        String aggregate = "aggregate-" + random.nextInt(AGGREGATES);
        store.transaction.executeWithoutResult(status -> {
            long next = store.engine.lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
            store.engine.appendEvents(TestStore.counted(aggregate, next, 1 + random.nextInt(3)));
            dawdle(random);
            if (random.nextInt(4) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    private void elsewhere(Random random) {
        store.transaction.executeWithoutResult(status -> {
            store.jdbc.update("insert into elsewhere values (1)");
            dawdle(random);
        });
    }

    /** Every other time, and in the database, so that the transaction is open meanwhile. */
    private void dawdle(Random random) {
        if (random.nextBoolean()) {
            return;
        }
        store.jdbc.query("select pg_sleep(?)", row -> {}, random.nextInt(10) / 1000.0);
    }

    private static void follow(Connection connection, List<StoredEvent> read, int limit) throws SQLException {
        StorePosition last =
                read.isEmpty() ? StorePosition.START : read.getLast().position();
        read.addAll(EventLog.readAfter(connection, last, limit));
    }

    private List<StorePosition> stored() {
        return store.jdbc.query(
                "select transaction_id, position from event order by transaction_id, position",
                (row, number) -> new StorePosition(row.getLong(1), row.getLong(2)));
    }
}
