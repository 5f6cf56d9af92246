package io.waybill.query.customer;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.Answer;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class CustomerApiTest {
    private static final CustomerProfile LOVELACE = new CustomerProfile(
            "Ada Lovelace", "ada@example.org", null, new ShippingAddress(null, null, "London", null, "United Kingdom"));

    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("customer");
        service.story()
                .customer(new CustomerRegistered(CustomerId.of("17850"), LOVELACE))
                .customer(new CustomerRegistered(CustomerId.of("gone"), LOVELACE))
                .customer(new CustomerErased(CustomerId.of("gone"), "asked for"));
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_customer_is_answered_with_what_is_known_and_the_version_as_entity_tag() {
        Answer answer = service.get("/api/v1/customers/17850");

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"customerId":"17850","erased":false,"name":"Ada Lovelace","email":"ada@example.org",
                 "address":{"city":"London","country":"United Kingdom"},
                 "registeredAt":"2026-01-05T10:00:00Z","updatedAt":"2026-01-05T10:00:00Z","version":0}
                """);
        assertThat(service.get("/api/v1/customers/17850", "If-None-Match", "\"0\"")
                        .status())
                .isEqualTo(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void of_an_erased_customer_only_the_number_is_answered() {
        assertThat(service.get("/api/v1/customers/gone").body()).isEqualToIgnoringWhitespace("""
                {"customerId":"gone","erased":true,"registeredAt":"2026-01-05T10:00:01Z",
                 "updatedAt":"2026-01-05T10:00:02Z","version":1}
                """);
    }

    @Test
    void a_customer_who_is_not_there_is_not_found_and_what_is_no_number_is_refused() {
        assertNotFound(service.get("/api/v1/customers/99999"), "CUSTOMER_NOT_FOUND");
        assertRefused(service.get("/api/v1/customers/a@b"), "id", "not a valid CustomerId");
    }
}
