package io.waybill.eventing.relay;

import com.zaxxer.hikari.HikariDataSource;
import io.waybill.eventing.Counted;
import io.waybill.eventing.TestStore;
import io.waybill.eventing.consumer.ConsumerConfiguration;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.KafkaEventSourceSettings;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A consumer in a process of its own, which can be killed: it writes down each event that it handles. */
public final class CountingConsumer {
    static final String OUT_OF_ORDER = """
            select count(*) from (
              select n, lag(n, 1, -1::bigint) over (partition by counter order by id) as before from handled) pairs
             where n <> before + 1
            """;

    private final JdbcTemplate jdbc;
    private final AtomicLong left;

    private CountingConsumer(JdbcTemplate jdbc, long most) {
        this.jdbc = jdbc;
        this.left = new AtomicLong(most);
    }

    static void createTables(JdbcTemplate jdbc) {
        jdbc.execute("create table token_entry (processor_name text not null, segment integer not null, token bytea,"
                + " token_type text, \"timestamp\" text, owner text, primary key (processor_name, segment))");
        jdbc.execute("create table handled (id bigint generated always as identity, counter text, n bigint,"
                + " segment integer, primary key (counter, n))");
    }

    static long handled(JdbcTemplate jdbc) {
        Long count = jdbc.queryForObject("select count(*) from handled", Long.class);
        return count == null ? 0 : count;
    }

    /** @param most after so many events it stands still, in the middle of a batch, until it is killed */
    static Process start(TestDatabase effects, String topic, long most) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingConsumer.class.getName(),
                        effects.url(),
                        effects.username(),
                        effects.password(),
                        TestServers.kafka().bootstrapServers(),
                        topic,
                        Long.toString(most))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File("target/counting-consumer.log")))
                .start();
    }

    @EventHandler
    void on(Counted event) throws InterruptedException {
        if (left.getAndDecrement() <= 0) {
            new CountDownLatch(1).await();
        }
        int segment = CurrentUnitOfWork.get().getResource("Processor[counting]/SegmentId");
        jdbc.update("insert into handled (counter, n, segment) values (?, ?, ?)", event.counter(), event.n(), segment);
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariDataSource database = TestStore.open(new TestDatabase(arguments[0], arguments[1], arguments[2]));
        KafkaEventSource source = new KafkaEventSource(
                KafkaEventSourceSettings.of(arguments[3], arguments[4]),
                TestStore.SERIALIZER,
                new EventUpcasterChain());
        var connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> TestStore.SERIALIZER)
                .configureTransactionManager(
                        configuration -> new SpringTransactionManager(new DataSourceTransactionManager(database)));
        configurer
                .eventProcessing()
                .registerTokenStore(
                        configuration -> ConsumerConfiguration.tokenStore(connections, TestStore.SERIALIZER))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.INSTANCE)
                .registerPooledStreamingEventProcessor(
                        "counting",
                        configuration -> source,
                        (configuration, processor) -> processor
                                .initialSegmentCount(4)
                                .batchSize(100)
                                .initialToken(stream -> stream.createTailToken()))
                .byDefaultAssignTo("counting")
                .registerEventHandler(configuration ->
                        new CountingConsumer(new JdbcTemplate(database), Long.parseLong(arguments[5])));
        Configuration running = configurer.buildConfiguration();
        running.start();
        new CountDownLatch(1).await();
    }
}
