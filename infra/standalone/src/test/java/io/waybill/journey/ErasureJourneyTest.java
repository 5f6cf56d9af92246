package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.standalone.Waybill;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person who is erased is taken out of every view, and no rebuild brings them back. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class ErasureJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static RunningWaybill waybill;

    private final String name = "Lovelace" + UUID.randomUUID().toString().replace("-", "");
    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
        waybill.stocked("MUG", "An enamel mug", 100);
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void an_erased_person_is_found_in_no_view_whatever_is_rebuilt() {
        RunningWaybill.created(waybill.post("/api/v1/customers", """
                {"customerId":"1","name":"%s"}""".formatted(name)));
        String order = order("1");
        String other = order("2");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(shown(order)).isEqualTo(name);
            assertThat(shown(other)).isEqualTo(name);
            assertThat(found()).containsExactlyInAnyOrder(order, other);
            assertThat(customer().path("name").asString()).isEqualTo(name);
        });
        assertThat(verify()).as(out.toString()).isZero();

        assertThat(waybill.send("DELETE", waybill.url() + "/api/v1/customers/1/personal-data", null)
                        .statusCode())
                .isEqualTo(204);

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(shown(order)).isEqualTo("nobody");
            assertThat(found()).containsExactly(other);
            assertThat(customer().path("erased").asBoolean()).isTrue();
        });
        assertThat(verify()).as(out.toString()).isZero();
        rebuilt("customer", "ordersummary", "ordersearch", "audit");
        assertThat(verify()).as(out.toString()).isZero();
        assertThat(shown(order)).isEqualTo("nobody");
        assertThat(shown(other)).isEqualTo(name);
        assertThat(found()).containsExactly(other);
        assertThat(customer().path("erased").asBoolean()).isTrue();
        assertThat(customer().toString()).doesNotContain(name);
        assertThat(waybill.ask("/api/v1/audit/order/" + order).body())
                .contains("OrderPlaced", "Norway")
                .doesNotContain(name);
        assertThat(waybill.ask("/api/v1/audit/customer/1").body())
                .contains("CustomerRegistered", "CustomerErased")
                .doesNotContain(name);
    }

    @Test
    void a_guest_is_found_in_no_view_once_forgotten_whatever_is_rebuilt() {
        String order = placed("");
        String other = placed("");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(shown(order)).isEqualTo(name);
            assertThat(found()).containsExactlyInAnyOrder(order, other);
        });
        assertThat(forget(order).body()).contains("ADDRESS_NEEDED");
        assertThat(waybill.post("/api/v1/orders/" + order + "/cancellation", "{}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(forget(order).statusCode()).isEqualTo(204);

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(shown(order)).isEqualTo("nobody");
            assertThat(found()).containsExactly(other);
        });
        rebuilt("ordersummary", "ordersearch", "fulfilment", "audit");
        assertThat(verify()).as(out.toString()).isZero();
        assertThat(shown(order)).isEqualTo("nobody");
        assertThat(shown(other)).isEqualTo(name);
        assertThat(found()).containsExactly(other);
        assertThat(waybill.ask("/api/v1/orders/" + order).body())
                .contains("CANCELLED", "Norway")
                .doesNotContain(name);
        assertThat(waybill.ask("/api/v1/audit/order/" + order).body())
                .contains("OrderPlaced", "OrderPersonalDataErased")
                .doesNotContain(name);
    }

    private HttpResponse<String> forget(String order) {
        return waybill.send("DELETE", waybill.url() + "/api/v1/orders/" + order + "/personal-data", null);
    }

    private JsonNode customer() {
        return waybill.get("/api/v1/customers/1");
    }

    private String order(String customer) {
        return placed("\"customerId\":\"" + customer + "\",");
    }

    /** @param customer a field, or nothing for a guest */
    private String placed(String customer) {
        return RunningWaybill.created(waybill.post("/api/v1/orders", """
                {%s"shipTo":{"name":"%s","country":"Norway"},
                 "lines":[{"sku":"MUG","quantity":1}],"payment":{"cardToken":"tok_approve"}}""".formatted(customer, name)))
                .get("orderId")
                .asString();
    }

    private String shown(String order) {
        return waybill.views()
                .sql("select coalesce(name, 'nobody') from ordersummary where order_id = ?::uuid")
                .param(order)
                .query(String.class)
                .single();
    }

    private List<String> found() {
        List<String> orders = new ArrayList<>();
        waybill.get("/api/v1/search/orders?q=" + name)
                .get("items")
                .forEach(item -> orders.add(item.get("orderId").asString()));
        return orders;
    }

    private void rebuilt(String... views) {
        for (String view : views) {
            assertThat(run("rebuild", view)).as(out.toString()).isZero();
        }
    }

    private int verify() {
        return run("verify");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter printer = new PrintWriter(out, true);
        return Waybill.commandLine(printer, printer)
                .execute(Stream.concat(Arrays.stream(arguments), Stream.of("--url", waybill.url()))
                        .toArray(String[]::new));
    }
}
