package io.waybill.query.salesreport;

import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class SalesApiTest {
    private static final String SALES = "/api/v1/reports/sales";
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("salesreport");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void tell() {
        service.story().placed(Orders.hearts());
        service.story().placed(Orders.clocks());
        service.story().placed(Orders.guest());
        service.tell();
    }

    @AfterEach
    void empty() {
        service.fold().empty("salesreport");
    }

    @Test
    void by_country_the_highest_revenue_comes_first_and_the_rows_add_up_to_the_totals() {
        Answer answer = service.get(SALES + "?by=country");

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"by":"country","zone":"UTC","currency":"GBP",
                 "totals":{"orders":3,"lines":4,"quantity":39,"skus":3,"customers":2,
                           "revenue":{"amount":"135.82","currency":"GBP"}},
                 "rows":[
                   {"key":"France","orders":2,"lines":2,"quantity":25,"revenue":{"amount":"93.39","currency":"GBP"}},
                   {"key":"United Kingdom","orders":1,"lines":2,"quantity":14,
                    "revenue":{"amount":"42.43","currency":"GBP"}}],
                 "more":false}
                """);
    }

    @Test
    void by_sku_an_order_counts_once_for_each_sku_in_it() {
        Answer answer = service.get(SALES + "?by=sku");

        assertThat(answer.list("$.rows[*].key")).containsExactly("22728", "71053", "85123A");
        assertThat(answer.list("$.rows[*].orders")).containsExactly(1, 2, 1);
        assertThat(answer.list("$.rows[*].revenue.amount")).containsExactly("90.00", "30.52", "15.30");
    }

    @Test
    void by_day_days_come_in_their_order() {
        Answer answer = service.get(SALES + "?by=day");

        assertThat(answer.list("$.rows[*].key")).containsExactly("2010-12-01", "2010-12-02");
        assertThat(answer.list("$.rows[*].revenue.amount")).containsExactly("132.43", "3.39");
    }

    @Test
    void a_day_begins_and_ends_where_the_zone_says() {
        service.story()
                .placed(Orders.placed(
                        "late",
                        null,
                        new ShippingAddress(null, null, null, null, "Japan"),
                        Instant.parse("2011-07-01T23:30:00Z"),
                        Orders.line(1, "71053", "WHITE METAL LANTERN", 1, "3.39")));
        service.tell();

        assertThat(service.get(SALES + "?by=day&from=2011-07-01").list("$.rows[*].key"))
                .containsExactly("2011-07-01");
        assertThat(service.get(SALES + "?by=day&from=2011-07-02&zone=Europe/London")
                        .list("$.rows[*].key"))
                .containsExactly("2011-07-02");
        assertThat(service.get(SALES + "?by=day&to=2011-07-01&zone=Europe/London")
                        .list("$.rows[*].key"))
                .containsExactly("2010-12-01", "2010-12-02");
    }

    @Test
    void the_first_and_the_last_day_are_in_the_report() {
        assertThat(service.get(SALES + "?by=country&from=2010-12-02&to=2010-12-02")
                        .read("$.totals.orders"))
                .isEqualTo(1);
        assertThat(service.get(SALES + "?by=country&from=2010-12-01&to=2010-12-02")
                        .read("$.totals.orders"))
                .isEqualTo(3);
    }

    @Test
    void rows_beyond_the_limit_are_left_out_and_said_to_be_there_while_totals_count_all() {
        Answer answer = service.get(SALES + "?by=sku&limit=1");

        assertThat(answer.list("$.rows[*].key")).containsExactly("22728");
        assertThat(answer.read("$.more")).isEqualTo(true);
        assertThat(answer.read("$.totals.skus")).isEqualTo(3);
    }

    @Test
    void where_nothing_was_sold_nothing_is_added_up() {
        Answer answer = service.get(SALES + "?by=day&from=2020-01-01");

        assertThat(answer.list("$.rows[*]")).isEmpty();
        assertThat(answer.read("$.totals.orders")).isEqualTo(0);
        assertThat(answer.body()).doesNotContain("revenue", "currency");
    }

    @Test
    void several_currencies_are_never_added_up() {
        service.story()
                .placed(Orders.placed(
                        "euro",
                        null,
                        new ShippingAddress(null, null, null, null, "France"),
                        Orders.MORNING,
                        Orders.line(1, "71053", "WHITE METAL LANTERN", 2, Orders.money("EUR", "4.00"))));
        service.tell();

        assertRefused(service.get(SALES + "?by=country"), "currency", "one of EUR, GBP");
        Answer euro = service.get(SALES + "?by=country&currency=eur");
        assertThat(euro.read("$.totals.revenue.amount")).isEqualTo("8.00");
        assertThat(euro.read("$.totals.orders")).isEqualTo(1);
        assertThat(service.get(SALES + "?by=country&currency=GBP").read("$.totals.revenue.amount"))
                .isEqualTo("135.82");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=1                          | by       | is missing
            by=colour                        | by       | one of day, country, sku
            by=day&limit=0                   | limit    | between 1 and 5000
            by=day&limit=5001                | limit    | between 1 and 5000
            by=day&from=yesterday            | from     | a date
            by=day&to=2010-13-01             | to       | a date
            by=day&from=2011-01-02&to=2011-01-01 | to   | before
            by=day&zone=Mars/North           | zone     | a time zone
            by=day&currency=XXXX             | currency | ISO 4217
            by=day&group=x                   | group    | unknown
            """)
    void a_parameter_that_is_wrong_is_refused_by_name(String query, String parameter, String detail) {
        assertRefused(service.get(SALES + "?" + query), parameter, detail);
    }
}
