package io.waybill.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.personal.PersonalData;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.Schemas;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.projection.view.Writers;
import io.waybill.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The real writers on a real database, fed by hand: batch by batch, each in a unit of work with a transaction, as Axon's
 * processors do it, but without Kafka in between.
 */
public final class Fold implements AutoCloseable {
    /** The generation of each view that is folded, which is also the one that readers see. */
    public static final int GENERATION = 1;

    private static final int BATCH = 7;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();
    private final TransactionManager transactions;
    private final boolean elasticsearch;

    /**
     * Makes the views' tables in the database.
     *
     * @param properties those of the search index; empty where only tables are folded
     * @param views the names of those that are to be written
     */
    public Fold(TestDatabase database, Map<String, Object> properties, Set<String> views) {
        this(database, properties, views::contains, PersonalData.none());
    }

    /**
     * All views.
     *
     * @param personal with which the events' personal data is read
     */
    public Fold(TestDatabase database, Map<String, Object> properties, PersonalData personal) {
        this(database, properties, view -> true, personal);
    }

    private Fold(
            TestDatabase database, Map<String, Object> properties, Predicate<String> views, PersonalData personal) {
        elasticsearch = !properties.isEmpty();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        // Several views are folded in one transaction, so all of them have to be found.
        pool.setConnectionInitSql("set search_path = "
                + RunningProjections.VIEWS.stream()
                        .map(view -> Schemas.name(view, GENERATION))
                        .collect(Collectors.joining(", "))
                + ", public");
        Flyway.configure()
                .dataSource(pool)
                // Not where the search path leads, once another has made the views' schemas in this database.
                .defaultSchema("public")
                .locations("classpath:db/views")
                .load()
                .migrate();
        context.registerBean("dataSource", DataSource.class, () -> pool);
        context.registerBean("personalData", PersonalData.class, () -> personal);
        Map<String, Object> nowhere = Map.of("waybill.elasticsearch.url", "http://127.0.0.1:1");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", elasticsearch ? properties : nowhere));
        context.register(Wiring.class);
        context.refresh();
        transactions = new SpringTransactionManager(context.getBean(PlatformTransactionManager.class));
        for (View view : context.getBean(Views.class).all()) {
            make(view);
            if (views.test(view.name())) {
                handlers.add(new AnnotationEventHandlerAdapter(
                        context.getBean(Writers.class).of(view, GENERATION)));
            }
        }
    }

    private void make(View view) {
        Schemas schemas = context.getBean(Schemas.class);
        schemas.migrate(view, GENERATION);
        transactions.executeInTransaction(() -> schemas.serve(view, GENERATION));
        if (elasticsearch) {
            view.make(GENERATION);
            view.serve(GENERATION);
        }
    }

    /** Lets one writer more have all events. */
    public void add(Object writer) {
        handlers.add(new AnnotationEventHandlerAdapter(writer));
    }

    /** Does something in a transaction of its own. */
    public void inTransaction(Runnable work) {
        transactions.executeInTransaction(work);
    }

    /** Hands the events to all writers, some in each batch. A batch that fails is rolled back, and ends this. */
    public void fold(List<TrackedEventMessage<?>> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            batch(events.subList(from, Math.min(events.size(), from + BATCH)));
        }
    }

    /** Hands the events to all writers as one batch. */
    public void batch(List<TrackedEventMessage<?>> events) {
        BatchingUnitOfWork<TrackedEventMessage<?>> batch = new BatchingUnitOfWork<>(events);
        batch.attachTransaction(transactions);
        ResultMessage<?> result = batch.executeWithResult(
                () -> {
                    for (AnnotationEventHandlerAdapter handler : handlers) {
                        handler.handle(batch.getMessage());
                    }
                    return null;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw new IllegalStateException("the batch failed", result.exceptionResult());
        }
    }

    /** What the view holds now. */
    public Fingerprint fingerprint(String view) {
        return context.getBean(Views.class).get(view).fingerprint(GENERATION);
    }

    /** Takes everything out of the view. */
    public void empty(String view) {
        context.getBean(Views.class).get(view).empty(GENERATION);
    }

    /** The query's rows, each as the text of its columns, in the query's order. */
    public List<List<String>> rows(String query) {
        return jdbc().sql(query)
                .query((row, number) -> {
                    List<String> columns = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        columns.add(row.getString(column));
                    }
                    return columns;
                })
                .list();
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Object bean(String name) {
        return context.getBean(name);
    }

    @Override
    public void close() {
        if (elasticsearch) {
            context.getBean(Views.class).all().forEach(view -> view.drop(GENERATION));
        }
        context.close();
    }

    /** Not annotated as a configuration: the service's own scan would find it. */
    @ConfigurationPropertiesScan("io.waybill.projection.elastic")
    @ComponentScan({
        "io.waybill.projection.view",
        "io.waybill.projection.customer",
        "io.waybill.projection.fulfilment",
        "io.waybill.projection.product",
        "io.waybill.projection.wallet",
        "io.waybill.projection.transfer",
        "io.waybill.projection.ordersummary",
        "io.waybill.projection.stocklevel",
        "io.waybill.projection.salesreport",
        "io.waybill.projection.statement",
        "io.waybill.projection.audit",
        "io.waybill.projection.elastic",
        "io.waybill.projection.ordersearch",
        "io.waybill.projection.productsearch"
    })
    static class Wiring {
        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        Serializer serializer(PersonalData personal) {
            return EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()), personal);
        }
    }
}
