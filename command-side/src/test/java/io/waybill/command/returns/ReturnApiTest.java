package io.waybill.command.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.command.order.OrdersUnderWay;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@RealServers({Server.POSTGRES, Server.KAFKA})
class ReturnApiTest {
    private static final String ONE = "{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"too small\"}";
    private static final String RECEIPT =
            "{\"warehouse\":\"main\",\"receipts\":[{\"line\":1,\"quantity\":1,\"condition\":\"DAMAGED\"}]}";

    private static RunningCommandSide service;
    private static OrdersUnderWay orders;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        orders = OrdersUnderWay.of(service, "MUG");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_return_is_requested_and_the_order_opens_it_in_one_transaction() {
        UUID order = orders.delivered(UUID.randomUUID());

        UUID id = requested(order);

        assertThat(service.database
                        .sql("select string_agg(name, ' ' order by position) from event"
                                + " where name in ('OrderReturnOpened', 'ReturnRequested')"
                                + " and payload::jsonb ->> 'returnId' = ? group by transaction_id")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("OrderReturnOpened ReturnRequested");
    }

    @Test
    void it_is_approved_and_received() {
        UUID id = requested(orders.delivered(UUID.randomUUID()));

        done(service.post("/api/v1/returns/" + id + "/approval", ""), id, 1);
        done(service.post("/api/v1/returns/" + id + "/receipt", RECEIPT), id, 2);
        reason(service.post("/api/v1/returns/" + id + "/decline", "{\"reason\":\"worn\"}"), 409, "NOT_DECLINABLE");
    }

    @Test
    void it_is_declined() {
        UUID id = requested(orders.delivered(UUID.randomUUID()));

        done(service.post("/api/v1/returns/" + id + "/decline", "{\"reason\":\"worn\"}"), id, 1);
        reason(service.post("/api/v1/returns/" + id + "/approval", ""), 409, "NOT_APPROVABLE");
        reason(service.post("/api/v1/returns/" + id + "/refund", "{}"), 409, "NOT_REFUNDABLE");
    }

    @Test
    void what_the_order_refuses_leaves_no_return_behind() {
        UUID shipped = orders.shipped(UUID.randomUUID());
        UUID delivered = orders.delivered(UUID.randomUUID());
        long events = service.events();

        reason(service.post("/api/v1/orders/" + shipped + "/returns", ONE), 409, "NOT_RETURNABLE");
        reason(
                service.post(
                        "/api/v1/orders/" + delivered + "/returns", ONE.replace("\"quantity\":1", "\"quantity\":3")),
                409,
                "MORE_THAN_DELIVERED");
        reason(service.post("/api/v1/orders/" + UUID.randomUUID() + "/returns", ONE), 404, "NOT_FOUND");
        assertThat(service.events()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'lines':[],'reason':'x'}                                                    | 422 | INVALID_FIELD",
                "{'lines':[{'line':1,'quantity':0}],'reason':'x'}                             | 422 | INVALID_FIELD",
                "{'lines':[{'line':1,'quantity':1}]}                                          | 422 | INVALID_FIELD",
                "{'lines':[{'line':1,'quantity':1}],'reason':'x','more':1}                    | 400 | UNKNOWN_FIELD",
                "{'lines':[{'line':1,'quantity':1}],'reason':'x','fallbackWallet':'00000000-0000-7000-8000-000000000000'}"
                        + "| 422 | UNKNOWN_WALLET"
            },
            quoteCharacter = '`')
    void a_request_that_says_nothing_sensible_is_refused(String body, int status, String reason) {
        UUID order = orders.delivered(UUID.randomUUID());
        long events = service.events();

        reason(service.post("/api/v1/orders/" + order + "/returns", body.replace('\'', '"')), status, reason);
        assertThat(service.events()).isEqualTo(events);
    }

    private static UUID requested(UUID order) {
        String location = service.post("/api/v1/orders/" + order + "/returns", ONE)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        assertThat(location).startsWith("/api/v1/returns/");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static void done(ResponseSpec response, UUID id, long version) {
        response.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + version + "\"")
                .expectBody()
                .json("{\"returnId\":\"" + id + "\",\"version\":" + version + "}");
    }

    private static void reason(ResponseSpec response, int status, String reason) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo(reason);
    }
}
