package io.waybill.query.stocklevel;

import io.waybill.query.Plans;
import io.waybill.query.RunningQuerySide;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.Sorting;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealServers(Server.POSTGRES)
class StockListPlansTest {
    private static RunningQuerySide service;
    private static JdbcClient jdbc;

    @BeforeAll
    static void fill() {
        service = RunningQuerySide.onTable("stocklevel");
        jdbc = service.fold().jdbc();
        jdbc.sql("""
                        insert into stocklevel (sku, warehouse, on_hand, reserved, version)
                        select 'SKU' || n, case when n % 10 > 0 then 'MAIN' else 'W' || n % 7 end, n % 1000, n % 3, 0
                          from generate_series(1, 40000) n
                        """).update();
        jdbc.sql("analyze stocklevel").update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_page_of_every_list_is_read_off_an_index() {
        for (String warehouse : new String[] {null, "MAIN", "W3"}) {
            for (boolean descending : new boolean[] {true, false}) {
                check(warehouse, null, new Sorting(ListedLevels.SKU, descending), "SKU5", "MAIN");
                check(warehouse, null, new Sorting(ListedLevels.AVAILABLE, descending), 500, "SKU5", "MAIN");
                check(warehouse, 700L, new Sorting(ListedLevels.AVAILABLE, descending), 500, "SKU5", "MAIN");
            }
        }
    }

    private static void check(String warehouse, Long below, Sorting sort, Object... place) {
        Object[] cursor = new Object[place.length + 1];
        cursor[0] = sort.name();
        System.arraycopy(place, 0, cursor, 1, place.length);
        String what = warehouse + " below " + below + " " + sort.name();
        Plans.assertReadsOffAnIndex(jdbc, what, ListedLevels.query(warehouse, below, sort, null));
        Plans.assertReadsOffAnIndex(
                jdbc, what + ", later page", ListedLevels.query(warehouse, below, sort, Cursor.of(cursor)));
    }
}
