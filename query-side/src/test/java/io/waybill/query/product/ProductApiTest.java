package io.waybill.query.product;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class ProductApiTest {
    private static final Sku LANTERN = Sku.of("71053");
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("product");
        service.story()
                .product(new ProductRegistered(LANTERN, "LANTERN", Orders.money("GBP", "3.39")))
                .product(new PriceChanged(LANTERN, Orders.money("GBP", "3.391"), Orders.money("GBP", "3.39")))
                .product(new ProductRegistered(Sku.of("OLD"), "OLD", Orders.money("GBP", "1.00")))
                .product(new ProductDiscontinued(Sku.of("OLD")));
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_product_is_answered_with_its_exact_price_and_its_version_as_entity_tag() {
        Answer answer = service.get("/api/v1/products/71053");

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"sku":"71053","name":"LANTERN","price":{"amount":"3.391","currency":"GBP"},"status":"ACTIVE",
                 "registeredAt":"2026-01-05T10:00:00Z","updatedAt":"2026-01-05T10:00:01Z","version":1}
                """);
        assertThat(service.get("/api/v1/products/71053", "If-None-Match", "\"1\"")
                        .status())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void a_discontinued_product_is_still_answered_and_skus_are_compared_in_upper_case() {
        assertThat(service.get("/api/v1/products/old").read("$.status")).isEqualTo("DISCONTINUED");
    }

    @Test
    void the_catalogue_is_listed_in_pages_by_sku_or_name() {
        assertThat(service.get("/api/v1/products").list("$.items[*].sku")).containsExactly("71053", "OLD");
        assertThat(service.get("/api/v1/products?sort=-name").list("$.items[*].name"))
                .containsExactly("OLD", "LANTERN");
        assertThat(service.get("/api/v1/products?status=ACTIVE&fields=sku,price")
                        .body())
                .isEqualToIgnoringWhitespace("""
                        {"items":[{"sku":"71053","price":{"amount":"3.391","currency":"GBP"}}],"next":null}
                        """);
        Answer first = service.get("/api/v1/products?sort=name&limit=1");
        assertThat(first.list("$.items[*].sku")).containsExactly("71053");
        assertThat(service.get("/api/v1/products?sort=name&limit=1&after=" + first.read("$.next"))
                        .list("$.items[*].sku"))
                .containsExactly("OLD");
        assertRefused(service.get("/api/v1/products?sort=price"), "sort", "sku|name");
    }

    @Test
    void a_product_that_is_not_there_is_not_found_and_what_is_no_sku_is_refused() {
        assertNotFound(service.get("/api/v1/products/99999"), "PRODUCT_NOT_FOUND");
        assertRefused(service.get("/api/v1/products/a@b"), "sku", "not a valid Sku");
    }
}
