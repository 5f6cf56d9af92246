package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service on a database whose views an older release has made, before there were generations. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class UpgradeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void the_views_of_an_older_release_are_filled_from_the_log_again_and_who_was_erased_stays_so() throws Exception {
        TestDatabase database = TestServers.postgres().newDatabase();
        TestDatabase reader = TestServers.postgres().newReader(database);
        DriverManagerDataSource before =
                new DriverManagerDataSource(database.url(), database.username(), database.password());
        Flyway.configure()
                .dataSource(before)
                .locations("classpath:db/views", "classpath:db/before-generations", "classpath:db/deadletters")
                .target("51")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(before);
        jdbc.sql("insert into erased_customer values ('17850')").update();
        jdbc.sql("insert into stocklevel values ('OLD', 'MAIN', 1, 0, default, 0)")
                .update();
        jdbc.sql("insert into token_entry (processor_name, segment) values ('ordersummary', 0)")
                .update();
        jdbc.sql("insert into dead_letter_sequence values ('ordersummary', 'x')")
                .update();

        Story story = new Story();
        story.placed(Orders.hearts());
        story.received("71053@MAIN", 10);
        try (TestLog log = new TestLog(Events.all())) {
            log.append(story);
            String prefix = TestServers.elasticsearch().newIndexName();
            put(prefix + "ordersearch-1", "{\"aliases\": {\"" + prefix + "ordersearch\": {}}}");
            put(prefix + "ordersearch/_doc/old?refresh=true", "{\"orderId\": \"old\"}");
            Map<String, Object> there = Map.of(
                    "waybill.elasticsearch.prefix", prefix,
                    "spring.datasource.url", database.url(),
                    "spring.datasource.username", database.username(),
                    "spring.datasource.password", database.password());
            try (RunningProjections service = new RunningProjections(log.topic, there)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(service.get("/api/v1/operations/projections")
                                        .list("$.items[*].position"))
                                .hasSize(RunningProjections.VIEWS.size())
                                .containsOnly(story.size()));

                assertThat(service.count("stocklevel")).isEqualTo(1);
                assertThat(service.count("ordersummary where name is null")).isEqualTo(1);
                assertThat(service.count("dead_letter_sequence")).isZero();
                assertThat(service.fingerprint("ordersearch").rows()).isEqualTo(1);
            }
        }
        JdbcClient reading =
                JdbcClient.create(new DriverManagerDataSource(reader.url(), reader.username(), reader.password()));
        assertThat(reading.sql("select count(*) from ordersummary")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** To Elasticsearch, which has to do it. */
    private static void put(String path, String json) throws Exception {
        URI uri = URI.create(TestServers.elasticsearch().url() + "/" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isBetween(200, 201);
        }
    }
}
