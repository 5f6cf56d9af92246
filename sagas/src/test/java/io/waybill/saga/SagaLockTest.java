package io.waybill.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.zaxxer.hikari.HikariDataSource;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One saga on two nodes: an event on the one, a deadline on the other. */
@RealServers(Server.POSTGRES)
class SagaLockTest {
    private static final String SAGA = "one";
    private static final long PATIENCE_SECONDS = 120;

    private final HikariDataSource database = new HikariDataSource();
    private final ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor();
    private TransactionTemplate transaction;

    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    static final class Count {
        private int count;
    }

    @BeforeEach
    void connect() {
        TestDatabase own = TestServers.postgres().newDatabase();
        database.setJdbcUrl(own.url());
        database.setUsername(own.username());
        database.setPassword(own.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/sagas")
                .load()
                .migrate();
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @AfterEach
    void disconnect() {
        nodes.shutdownNow();
        database.close();
    }

    @Test
    void what_one_node_changes_the_other_does_not_undo() throws Exception {
        SagaStore<Object> here = store();
        SagaStore<Object> there = store();
        transaction.executeWithoutResult(
                status -> here.insertSaga(Count.class, SAGA, new Count(), Set.of(new AssociationValue("id", "1"))));
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch change = new CountDownLatch(1);

        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    Count saga = load(here);
                    loaded.countDown();
                    awaitQuietly(change);
                    raise(here, saga);
                }),
                nodes);
        assertThat(loaded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> second = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> raise(there, load(there))), nodes);
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> JdbcClient.create(database)
                                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and wait_event_type = 'Lock'")
                                .query(Long.class)
                                .single()
                        == 1);
        change.countDown();
        CompletableFuture.allOf(first, second).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(transaction.<Integer>execute(status -> load(here).count)).isEqualTo(2);
    }

    private SagaStore<Object> store() {
        return new SagaStorage()
                .sagaStore(
                        new SpringDataSourceConnectionProvider(database),
                        EventSerializer.of(StoredNames.of(List.of())));
    }

    private static Count load(SagaStore<Object> store) {
        return store.loadSaga(Count.class, SAGA).saga();
    }

    private static void raise(SagaStore<Object> store, Count saga) {
        saga.count++;
        store.updateSaga(Count.class, SAGA, saga, new AssociationValuesImpl());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
