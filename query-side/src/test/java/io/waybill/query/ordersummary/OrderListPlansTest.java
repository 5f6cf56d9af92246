package io.waybill.query.ordersummary;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.Plans;
import io.waybill.query.RunningQuerySide;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.ordersummary.ListedOrders.Filter;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.SortKey;
import io.waybill.query.parameter.Sorting;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever filter and order a list of orders is asked for with, PostgreSQL reads no more than the page. */
@RealServers(Server.POSTGRES)
class OrderListPlansTest {
    private static final Instant SOME_TIME = Instant.parse("2020-06-01T00:00:00Z");
    private static final int PAGE = 50;
    private static final int FAR_PAGES = 500;
    private static RunningQuerySide service;
    private static JdbcClient jdbc;

    /** Nine in ten from one country, nine in ten closed, one customer with every tenth order. */
    @BeforeAll
    static void fill() {
        service = RunningQuerySide.onTable("ordersummary");
        jdbc = service.fold().jdbc();
        jdbc.sql("""
                        insert into ordersummary (order_id, customer_id, status, country, total, currency, line_count, lines,
                                                  ordered_at, placed_at, updated_at, version)
                        select gen_random_uuid(),
                               case when n % 10 = 0 then 'big' when n % 10 < 8 then 'c' || n / 7 end,
                               case when n % 10 > 0 then 'CLOSED' when n % 1000 = 0 then 'PLACED' else 'CONFIRMED' end,
                               case when n % 11 > 0 then 'United Kingdom' else 'Country ' || n % 40 end,
                               10, 'GBP', 1, '[]', at, at, at, 0
                          from (select n, timestamptz '2020-01-01 00:00Z' + n * interval '7 minutes' as at
                                  from generate_series(1, 60000) n) x
                        """).update();
        jdbc.sql("analyze ordersummary").update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_page_of_every_list_is_read_off_an_index() {
        List<Filter> filters = filters();
        assertThat(filters).hasSize(48);
        for (Filter filter : filters) {
            sortings(filter).forEach(sort -> {
                Plans.assertReadsOffAnIndex(jdbc, filter + ", first page", ListedOrders.query(filter, sort, null));
                Plans.assertReadsOffAnIndex(
                        jdbc, filter + ", later page", ListedOrders.query(filter, sort, place(sort)));
            });
        }
    }

    @Test
    void a_page_far_behind_costs_what_the_first_does() {
        Filter all = new Filter(null, null, null, null, null);
        Sorting newest = new Sorting(ListedOrders.ORDERED, true);
        String far = null;
        for (int page = 0; page < FAR_PAGES; page++) {
            far = ListedOrders.query(all, newest, far)
                    .slice(jdbc, PAGE, (row, number) -> number)
                    .next();
        }
        long first = Plans.buffers(jdbc, ListedOrders.query(all, newest, null));

        assertThat(Plans.buffers(jdbc, ListedOrders.query(all, newest, far))).isLessThanOrEqualTo(2 * first);
    }

    private static List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (OrderStatus status : new OrderStatus[] {null, OrderStatus.CLOSED, OrderStatus.PLACED}) {
            for (String customer : new String[] {null, "big"}) {
                for (String country : new String[] {null, "United Kingdom"}) {
                    for (Instant from : new Instant[] {null, SOME_TIME}) {
                        for (Instant to : new Instant[] {null, SOME_TIME.plusSeconds(86_400)}) {
                            filters.add(new Filter(status, customer, country, from, to));
                        }
                    }
                }
            }
        }
        return filters;
    }

    private static Stream<Sorting> sortings(Filter filter) {
        Stream<SortKey> keys = filter.isByPlacing() ? Stream.of(ListedOrders.PLACED) : ListedOrders.KEYS.stream();
        return keys.flatMap(key -> Stream.of(new Sorting(key, false), new Sorting(key, true)));
    }

    private static String place(Sorting sort) {
        return Cursor.of(sort.name(), SOME_TIME, Plans.middle());
    }
}
