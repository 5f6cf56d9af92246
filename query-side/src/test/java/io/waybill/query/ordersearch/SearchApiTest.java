package io.waybill.query.ordersearch;

import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class SearchApiTest {
    private static final String SEARCH = "/api/v1/search/orders";
    private static RunningQuerySide service;
    private static OrderId hearts;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onSearch();
        assertThat(service.get(SEARCH).read("$.total"))
                .as("before the first order")
                .isEqualTo(0);
        hearts = service.story().placed(Orders.hearts());
        service.story().placed(Orders.clocks());
        service.story().placed(Orders.guest());
        service.story()
                .placed(Orders.placed(
                        "536366",
                        "17851",
                        new ShippingAddress("Grace <Hopper>", null, null, null, "EIRE"),
                        Orders.MORNING,
                        Orders.line(1, "22633", "HAND WARMER UNION JACK", 6, "1.85")));
        service.story().confirmed(hearts);
        service.tell();
        service.fold().fingerprint("ordersearch"); // which makes what was written findable at once
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lantern                | 536365, guest    | as a description has it
            LANTREN                | 536365, guest    | misspelt, in capitals
            lovelace               | 536365           | a name
            Lovelase               | 536365           | a misspelt name
            85123A                 | 536365           | a SKU
            85123                  | 536365           | the beginning of a SKU
            536365                 | 536365           | a reference, and not the next one
            17851                  | 536366           | a customer, and not the one before
            white lantern          | 536365, guest    | two words, both of them
            white lantern 17850    | 536365           | words of several fields
            lantern hopper         |                  | words of several orders
            bicycle                |                  | what nobody bought
            """)
    void an_order_is_found_by(String words, String expected, String why) {
        Answer answer = service.get(SEARCH + "?q=" + words.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        List<String> wanted = expected == null ? List.of() : Arrays.asList(expected.split(", "));
        assertThat(answer.list("$.items[*]").stream().map(SearchApiTest::nameOf))
                .as(why)
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(answer.read("$.total")).isEqualTo(wanted.size());
    }

    @Test
    void an_order_is_found_by_its_id() {
        Answer answer = service.get(SEARCH + "?q=" + hearts);

        assertThat(answer.list("$.items[*].orderId")).containsExactly(hearts.toString());
        assertThat(answer.list("$.items[*].highlights.orderId[0]")).hasSize(1);
    }

    @Test
    void what_is_found_is_the_order_and_where_it_matched() {
        Answer answer = service.get(SEARCH + "?q=lantren%20lovelace");

        assertThat(answer.read("$.items[0].status")).isEqualTo("CONFIRMED");
        assertThat(answer.read("$.items[0].total.amount")).isEqualTo("42.43");
        assertThat(answer.read("$.items[0].lineCount")).isEqualTo(2);
        assertThat(answer.read("$.items[0].orderedAt")).isEqualTo("2010-12-01T08:26:00Z");
        assertThat(answer.read("$.items[0].version")).isEqualTo(1);
        assertThat(answer.list("$.items[0].highlights.descriptions[*]"))
                .containsExactly("WHITE METAL <em>LANTERN</em>");
        assertThat(answer.list("$.items[0].highlights.name[*]")).containsExactly("Ada <em>Lovelace</em>");
    }

    @Test
    void what_a_customer_wrote_is_no_html() {
        assertThat(service.get(SEARCH + "?q=hopper").list("$.items[0].highlights.name[*]"))
                .containsExactly("Grace &lt;<em>Hopper</em>&gt;");
    }

    @Test
    void without_words_all_orders_are_found_newest_first() {
        assertThat(service.get(SEARCH + "?limit=2").list("$.items[*]").stream().map(SearchApiTest::nameOf))
                .containsExactly("guest", "536370");
        assertThat(service.get(SEARCH).read("$.total")).isEqualTo(4);
    }

    @Test
    void a_chosen_facet_narrows_the_hits_but_does_not_hide_its_siblings() {
        Answer all = service.get(SEARCH);
        assertThat(facet(all, "country")).containsExactlyInAnyOrder("France 2", "United Kingdom 1", "EIRE 1");
        assertThat(facet(all, "status")).containsExactlyInAnyOrder("PLACED 3", "CONFIRMED 1");

        Answer french = service.get(SEARCH + "?country=France");
        assertThat(french.read("$.total")).isEqualTo(2);
        assertThat(facet(french, "country")).containsExactlyInAnyOrder("France 2", "United Kingdom 1", "EIRE 1");
        assertThat(facet(french, "status")).containsExactly("PLACED 2");

        Answer both = service.get(SEARCH + "?country=France&status=CONFIRMED");
        assertThat(both.read("$.total")).isEqualTo(0);
        assertThat(facet(both, "country")).containsExactly("United Kingdom 1");
        assertThat(facet(both, "status")).containsExactly("PLACED 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=0     | limit  | between 1 and 100
            limit=101   | limit  | between 1 and 100
            status=     | status | between 1 and 100
            page=2      | page   | unknown
            q=a&q=b     | q      | twice
            """)
    void a_parameter_that_is_wrong_is_refused_by_name(String query, String parameter, String detail) {
        assertRefused(service.get(SEARCH + "?" + query), parameter, detail);
    }

    @Test
    void too_long_a_question_is_refused() {
        assertRefused(service.get(SEARCH + "?q=" + "x".repeat(201)), "q", "between 0 and 200");
    }

    @Test
    void without_elasticsearch_only_the_search_is_not_answered() {
        TestServers.elasticsearch().stop();
        try {
            Answer answer = service.get(SEARCH + "?q=lantern");
            assertThat(answer.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.read("$.reason")).isEqualTo("SEARCH_UNAVAILABLE");

            assertThat(service.get("/api/v1/orders/" + hearts).status()).isEqualTo(HttpStatus.OK);
            assertThat(service.get("/actuator/health/readiness").read("$.status"))
                    .isEqualTo("UP");
            assertThat(service.get("/actuator/health").read("$.components.search.status"))
                    .isEqualTo("DEGRADED");
        } finally {
            TestServers.elasticsearch().start();
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> service.get(SEARCH + "?q=lantern").status() == HttpStatus.OK);
    }

    @SuppressWarnings("unchecked") // JSON objects are maps with text keys
    private static String nameOf(Object item) {
        return ((Map<String, Object>) item).getOrDefault("reference", "guest").toString();
    }

    private static List<String> facet(Answer answer, String facet) {
        List<Object> values = answer.list("$.facets." + facet + "[*].value");
        List<Object> counts = answer.list("$.facets." + facet + "[*].count");
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) + " " + counts.get(i))
                .toList();
    }
}
