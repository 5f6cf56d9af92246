package io.waybill.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PoisonEventTest {
    /** So many pieces that no other customer orders. */
    private static final int TOO_MANY = 777;

    private static final String LETTERS = "/api/v1/operations/projections/ordersummary/dead-letters";
    private static final int ORDERS = Chance.enough(8, 50);

    @Test
    void an_event_that_a_view_cannot_digest_waits_until_the_view_is_mended_and_everything_else_goes_on()
            throws Exception {
        Site site = Site.whole();
        JdbcClient views = site.servers().sql("waybill_views");
        try (Trade _ = Trade.with(site)) {
            String table = table(views);
            views.sql("alter table " + table
                            + " add constraint digestible check (lines->0->>'quantity' <> '777') not valid")
                    .update();
            site.ledger().fault();
            String poison = poison(site);
            await().atMost(Site.PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(parked(site)).isEqualTo(2));
            assertThat(views.sql("select name from dead_letter where aggregate_id = ? order by number")
                            .param(poison)
                            .query(String.class)
                            .list())
                    .containsExactly("OrderPlaced", "OrderConfirmed");
            othersGoOn(views);

            views.sql("alter table " + table + " drop constraint digestible").update();
            JsonNode retried = send(site, "POST", LETTERS + "/retry");

            assertThat(retried.path("handled").asInt()).as(retried.toString()).isEqualTo(2);
        }
        Proof.of(site, PoisonEventTest.class);
    }

    /** What readers see under the view's name, which cannot have constraints itself. */
    private static String table(JdbcClient views) {
        return views.sql("""
                        select 'ordersummary_' || number || '.ordersummary' from generation
                         where view = 'ordersummary' and state = 'SERVING'
                        """).query(String.class).single();
    }

    private static String poison(Site site) {
        Customer customer = new Customer(site.gateway(), site.ledger());
        String sku = "POISON-" + System.nanoTime();
        customer.register(sku);
        customer.receive(sku, TOO_MANY);
        return Objects.requireNonNull(customer.order(sku, TOO_MANY, "tok_approve"));
    }

    private static void othersGoOn(JdbcClient views) {
        long before = confirmed(views);
        await().atMost(Site.PATIENCE).until(() -> confirmed(views) >= before + ORDERS);
        assertThat(parkedOfOthers(views)).isZero();
    }

    private static long confirmed(JdbcClient views) {
        return views.sql("select count(*) from ordersummary where status = 'CONFIRMED'")
                .query(Long.class)
                .single();
    }

    private static long parkedOfOthers(JdbcClient views) {
        return views.sql("select count(*) from dead_letter_sequence")
                        .query(Long.class)
                        .single()
                - 1;
    }

    private static int parked(Site site) throws Exception {
        return send(site, "GET", LETTERS).path("items").size();
    }

    private static JsonNode send(Site site, String method, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(site.gateway() + path))
                    .method(method, BodyPublishers.noBody())
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }
}
