package io.waybill.query.fulfilment;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class PartsApiTest {
    private static RunningQuerySide service;
    private static WholeLife life;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("fulfilment");
        life = WholeLife.told(service.story());
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_shipment_is_answered_with_its_own_version_as_entity_tag() {
        Answer answer = service.get("/api/v1/shipments/" + life.hearts.shipmentId());

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"shipmentId":"%s","orderId":"%s","status":"DELIVERED","warehouse":"MAIN",
                 "items":[{"group":1,"sku":"85123A","quantity":6}],"value":{"amount":"15.30","currency":"GBP"},
                 "amendment":0,"carrier":"DHL","trackingNumber":"JD014600003","preparedAt":"%s","dispatchedAt":"%s",
                 "endedAt":"%s","version":3}
                """.formatted(
                        life.hearts.shipmentId(),
                        life.id,
                        answer.read("$.preparedAt"),
                        answer.read("$.dispatchedAt"),
                        answer.read("$.endedAt")));
    }

    @Test
    void a_payment_tells_how_it_stands() {
        Answer answer = service.get("/api/v1/payments/" + life.payment.paymentId());

        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.read("$.status")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(answer.read("$.orderId")).isEqualTo(life.id.toString());
    }

    @Test
    void a_return_tells_how_it_ended_and_who_has_seen_that_is_told_so() {
        Answer answer = service.get("/api/v1/returns/" + life.back);

        assertThat(answer.read("$.outcome")).isEqualTo("REFUNDED");
        assertThat(answer.read("$.refund.amount")).isEqualTo("5.10");
        assertThat(service.get("/api/v1/returns/" + life.back, "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @ParameterizedTest
    @CsvSource({"payments, PAYMENT_NOT_FOUND", "shipments, SHIPMENT_NOT_FOUND", "returns, RETURN_NOT_FOUND"})
    void what_is_not_there_is_not_found_and_what_is_no_id_is_refused(String parts, String reason) {
        assertNotFound(service.get("/api/v1/" + parts + "/" + UUID.randomUUID()), reason);
        assertNotFound(service.get("/api/v1/" + parts + "/" + life.id), reason);
        assertRefused(service.get("/api/v1/" + parts + "/7"), "id", "a UUID");
    }
}
