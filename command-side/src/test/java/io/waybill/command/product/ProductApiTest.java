package io.waybill.command.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@RealServers({Server.POSTGRES, Server.KAFKA})
class ProductApiTest {
    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_product_is_renamed_and_the_next_order_says_so() {
        service.stocked("NAMED", 10);

        service.send(HttpMethod.PATCH, "/api/v1/products/named", "{\"name\":\" A red mug \"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .json("{\"sku\":\"NAMED\",\"version\":1}");
        order("NAMED").expectStatus().isCreated();

        assertThat(ordered("NAMED")).contains("A red mug");
    }

    @Test
    void a_new_price_is_what_the_next_order_pays() {
        service.stocked("PRICED", 10);

        price("priced", "{\"amount\":\"2.955\",\"currency\":\"GBP\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        order("PRICED").expectStatus().isCreated();

        assertThat(ordered("PRICED")).contains("2.955");
    }

    @Test
    void a_price_in_another_currency_is_refused() {
        service.stocked("SAME", 10);

        isRefused(price("same", "{\"amount\":\"2.95\",\"currency\":\"EUR\"}"), 409, "OTHER_CURRENCY");
    }

    @Test
    void a_discontinued_product_cannot_be_ordered_nor_changed_but_its_stock_is_still_received() {
        service.stocked("GONE", 10);

        service.send(HttpMethod.DELETE, "/api/v1/products/gone", "")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        service.send(HttpMethod.DELETE, "/api/v1/products/gone", "")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");

        isRefused(order("GONE"), 422, "DISCONTINUED_SKU")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/lines/0/sku");
        isRefused(price("gone", "{\"amount\":\"9.95\",\"currency\":\"GBP\"}"), 409, "DISCONTINUED");
        isRefused(
                service.send(HttpMethod.PATCH, "/api/v1/products/gone", "{\"name\":\"Another\"}"), 409, "DISCONTINUED");
        service.post("/api/v1/stock/gone/main/receipts", "{\"quantity\":1}")
                .expectStatus()
                .isCreated();
    }

    @Test
    void what_is_not_registered_is_not_found() {
        isRefused(service.send(HttpMethod.DELETE, "/api/v1/products/nobody", ""), 404, "NOT_FOUND");
    }

    @Test
    void a_name_of_nothing_and_a_price_of_nothing_are_refused_by_name() {
        service.stocked("STRICT", 10);

        isRefused(service.send(HttpMethod.PATCH, "/api/v1/products/strict", "{\"name\":\" \"}"), 422, null)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/name");
        isRefused(price("strict", "{\"amount\":\"0\",\"currency\":\"GBP\"}"), 422, null)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/price");
    }

    private static ResponseSpec price(String sku, String price) {
        return service.send(HttpMethod.PUT, "/api/v1/products/" + sku + "/price", "{\"price\":" + price + "}");
    }

    private static ResponseSpec order(String sku) {
        return service.post("/api/v1/orders", """
                {"shipTo":{"country":"Norway"},"lines":[{"sku":"%s","quantity":1}],
                "payment":{"cardToken":"tok_approve"}}""".formatted(sku));
    }

    private static String ordered(String sku) {
        return service.database
                .sql("select payload::text from event where name = 'OrderPlaced' and payload::text like ?")
                .param("%" + sku + "%")
                .query(String.class)
                .single();
    }

    private static BodyContentSpec isRefused(ResponseSpec answer, int status, String reason) {
        var problem = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody();
        return reason == null ? problem : problem.jsonPath("$.reason").isEqualTo(reason);
    }
}
