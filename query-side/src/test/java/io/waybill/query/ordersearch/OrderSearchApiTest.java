package io.waybill.query.ordersearch;

import static io.waybill.query.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class OrderSearchApiTest {
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
        service.story()
                .shipment(new ShipmentDispatched(new ShipmentId(UUID.randomUUID()), hearts, "DHL", "JD014600003"));
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
            lant                   | 536365, guest    | a word that is being typed
            white met              | 536365, guest    | a word that is being typed behind another
            love                   | 536365           | a name that is being typed
            met white              |                  | a word that was typed only half
            JD014600003            | 536365           | a tracking number
            jd0146                 | 536365           | the beginning of one
            lantern bicycle        |                  | a word that nothing has, beside one
            t-light                | 536365           | a word that is two
            """)
    void an_order_is_found_by(String words, String expected, String why) {
        Answer answer = service.get(SEARCH + "?q=" + words.replace(" ", "%20"));

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        List<String> wanted = expected == null ? List.of() : Arrays.asList(expected.split(", "));
        assertThat(answer.list("$.items[*]").stream().map(OrderSearchApiTest::nameOf))
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
        assertThat(service.get(SEARCH + "?limit=2").list("$.items[*]").stream().map(OrderSearchApiTest::nameOf))
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
            limit=10000000 | limit | between 1 and 100
            status=     | status | between 1 and 1000
            status=LOST | status | must be of PLACED, CONFIRMED
            status=PLACED, | status | on both sides of each comma
            facets=colour | facets | must be of status, country, sku, day, total
            sort=colour | sort | must be one of relevance, -orderedAt, orderedAt, -total, total
            sort=relevance | sort | without words in q
            minTotal=5  | currency | is needed with minTotal and maxTotal
            minTotal=-1&currency=GBP | minTotal | must match
            minTotal=1e9&currency=GBP | minTotal | must match
            minTotal=2&maxTotal=1&currency=GBP | maxTotal | must not be below minTotal
            currency=XXZ | currency | ISO 4217
            from=yesterday | from | must be
            from=2010-12-02&to=2010-12-01 | to | must not be before from
            from=%2B999999-01-01 | from | must be
            after=nonsense | after | no cursor
            after=&sort=total | after | no cursor
            page=2      | page   | unknown
            q=a&q=b     | q      | twice
            """)
    void a_parameter_that_is_wrong_is_refused_by_name(String query, String parameter, String detail) {
        assertRefused(service.get(SEARCH + "?" + query), parameter, detail);
    }

    @Test
    void what_was_typed_is_highlighted_as_far_as_it_goes() {
        assertThat(service.get(SEARCH + "?q=white%20lante&country=France")
                        .list("$.items[0].highlights.descriptions[*]"))
                .containsExactly("<em>WHITE</em> METAL <em>LANTERN</em>");
        assertThat(service.get(SEARCH + "?q=JD0146").list("$.items[0].highlights.trackingNumbers[*]"))
                .containsExactly("<em>JD014600003</em>");
    }

    @Test
    void several_values_of_a_filter_are_alternatives_and_a_comma_within_one_can_be_written() {
        assertThat(references("?country=France,EIRE")).containsExactlyInAnyOrder("536370", "guest", "536366");
        assertThat(references("?country=France%5C,EIRE")).isEmpty();
        assertThat(references("?sku=85123A,22728")).containsExactlyInAnyOrder("536365", "536370");
        assertThat(references("?status=CONFIRMED,CANCELLED")).containsExactly("536365");
    }

    @Test
    void orders_are_narrowed_down_to_days_and_totals() {
        assertThat(references("?from=2010-12-02")).containsExactly("guest");
        assertThat(references("?to=2010-12-01")).containsExactlyInAnyOrder("536365", "536370", "536366");
        assertThat(references("?from=2010-12-02&to=2010-12-02")).containsExactly("guest");
        assertThat(references("?currency=GBP&minTotal=42.43")).containsExactlyInAnyOrder("536365", "536370");
        assertThat(references("?currency=GBP&minTotal=42.44&maxTotal=90.00")).containsExactly("536370");
        assertThat(references("?currency=EUR,USD")).isEmpty();
    }

    @Test
    void what_is_found_is_counted_by_all_that_it_can_be_narrowed_down_by() {
        Answer answer = service.get(SEARCH + "?facets=sku,day,total&limit=1");

        assertThat(facet(answer, "sku")).contains("71053 2", "85123A 1", "22728 1", "22633 1");
        assertThat(facet(answer, "day")).containsExactly("2010-12-02 1", "2010-12-01 3");
        assertThat(answer.list("$.facets.total[*].currency")).containsOnly("GBP");
        assertThat(answer.list("$.facets.total[*].from")).containsExactly("10", "50");
        assertThat(answer.list("$.facets.total[*].to")).containsExactly("10", "50", "100");
        assertThat(answer.list("$.facets.total[*].count")).containsExactly(1, 2, 1);
        assertThat(answer.read("$.facetsArePartial")).isEqualTo(false);
    }

    @Test
    void no_facet_is_counted_that_is_not_wanted() {
        assertThat(service.get(SEARCH + "?facets=").read("$.facets")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=orderedAt  | 536365, 536366, 536370, guest
            sort=-orderedAt | guest, 536370, 536365, 536366
            sort=total      | guest, 536366, 536365, 536370
            sort=-total     | 536370, 536365, 536366, guest
            q=lantern       | guest, 536365
            q=lantern&sort=-total | 536365, guest
            """)
    void page_by_page_everything_is_found_once_and_in_order(String query, String expected) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = service.get(SEARCH + "?limit=1&" + query + (next.isEmpty() ? "" : "&after=" + next));
            found.addAll(names(page));
            next = (String) page.read("$.next");
        }

        List<String> wanted = List.of(expected.split(", "));
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
        // Two were ordered at the same moment.
        if (!query.contains("orderedAt")) {
            assertThat(found).containsExactlyElementsOf(wanted);
        }
    }

    @Test
    void a_cursor_goes_with_its_own_order_only() {
        String next = (String) service.get(SEARCH + "?limit=1&sort=total").read("$.next");

        assertRefused(service.get(SEARCH + "?limit=1&sort=-total&after=" + next), "after", "no cursor");
        assertRefused(service.get(SEARCH + "?limit=1&q=lantern&after=" + next), "after", "no cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status:CONFIRMED OR 1=1",
                "*",
                "?????????",
                "/.*/",
                "\"unbalanced",
                "name:(a b",
                "{\"query\":{\"match_all\":{}}}",
                "'; drop table ordersummary; --",
                "${jndi:ldap://127.0.0.1/x}",
                "<script>alert(1)</script>",
                "ctx._source.remove('name')",
                "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t",
                "lanterm whote hartt holdr metle hangng alarn clok bakelit warmr jakc unoin",
                "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
                "\uD83D\uDE00 \u202Etxet\u202C",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff"
            })
    void whatever_is_asked_for_is_taken_as_words(String words) {
        Answer answer = service.get(SEARCH + "?q=" + URLEncoder.encode(words, UTF_8) + "&facets=sku,day,total,status");

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.list("$.items[*]")).isEmpty();
    }

    @Test
    void a_character_that_no_word_has_is_refused() {
        assertRefused(service.get(SEARCH + "?q=lan%00tern"), "q", "U+0000");
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

    private static List<String> references(String query) {
        return names(service.get(SEARCH + query));
    }

    private static List<String> names(Answer answer) {
        return answer.list("$.items[*]").stream()
                .map(OrderSearchApiTest::nameOf)
                .toList();
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
