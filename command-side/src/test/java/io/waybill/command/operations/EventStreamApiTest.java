package io.waybill.command.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

@RealServers({Server.POSTGRES, Server.KAFKA})
class EventStreamApiTest {
    private static final String STOCK = "/api/v1/operations/events/stock/MUG@MAIN";

    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        service.post("/api/v1/stock/MUG/main/receipts", "{\"quantity\":5}", "X-Actor", "ada")
                .expectStatus()
                .isCreated();
        service.post("/api/v1/stock/MUG/main/receipts", "{\"quantity\":6}")
                .expectStatus()
                .isCreated();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_stream_comes_as_it_is_stored_page_by_page() {
        String hash = service.database
                .sql("select encode(hash, 'hex') from event where aggregate_id = 'MUG@MAIN' and sequence_number = 1")
                .query(String.class)
                .single();

        get(STOCK + "?limit=2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.form")
                .isEqualTo("waybill-chain/1")
                .jsonPath("$.items[*].version")
                .value(versions -> assertThat(versions).hasToString("[0,1]"))
                .jsonPath("$.items[1].aggregateType")
                .isEqualTo("Stock")
                .jsonPath("$.items[1].payload")
                .isEqualTo("{\"stock\":\"MUG@MAIN\",\"quantity\":5}")
                .jsonPath("$.items[1].metadata.actor")
                .isEqualTo("ada")
                .jsonPath("$.items[1].hash")
                .isEqualTo(hash)
                .jsonPath("$.next")
                .isEqualTo(1);
        get(STOCK + "?limit=2&after=1")
                .expectBody()
                .jsonPath("$.items[*].version")
                .value(versions -> assertThat(versions).hasToString("[2]"))
                .jsonPath("$.next")
                .doesNotExist();
        get(STOCK + "?after=2").expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({"stock/NONE@MAIN", "order/MUG@MAIN", "spaceship/7"})
    void what_is_not_stored_is_not_found(String entity) {
        get("/api/v1/operations/events/" + entity)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("NO_HISTORY");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=501, limit", "after=-2, after", "after=x, after", "since=x, since"})
    void what_is_no_parameter_is_refused(String query, String parameter) {
        get(STOCK + "?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo(parameter);
    }

    private static RestTestClient.ResponseSpec get(String path) {
        return service.http.get().uri(path).exchange();
    }
}
