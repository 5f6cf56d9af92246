package io.waybill.query.product;

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
class ProductListPlansTest {
    private static RunningQuerySide service;
    private static JdbcClient jdbc;

    @BeforeAll
    static void fill() {
        service = RunningQuerySide.onTable("product");
        jdbc = service.fold().jdbc();
        jdbc.sql("""
                        insert into product (sku, name, price, currency, status, registered_at, updated_at, version)
                        select 'SKU' || n, 'NAME ' || n % 5000, 1, 'GBP', case when n % 50 > 0 then 'ACTIVE' else 'DISCONTINUED' end,
                               now(), now(), 0
                          from generate_series(1, 40000) n
                        """).update();
        jdbc.sql("analyze product").update();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_page_of_every_list_is_read_off_an_index() {
        for (Product.Status status : new Product.Status[] {null, Product.Status.ACTIVE, Product.Status.DISCONTINUED}) {
            for (boolean descending : new boolean[] {true, false}) {
                check(status, new Sorting(ListedProducts.SKU, descending), "SKU5");
                check(status, new Sorting(ListedProducts.NAME, descending), "NAME 5", "SKU5");
            }
        }
    }

    private static void check(Product.Status status, Sorting sort, String... place) {
        Object[] cursor = new Object[place.length + 1];
        cursor[0] = sort.name();
        System.arraycopy(place, 0, cursor, 1, place.length);
        String what = status + " " + sort.name();
        Plans.assertReadsOffAnIndex(jdbc, what, ListedProducts.query(status, sort, null));
        Plans.assertReadsOffAnIndex(jdbc, what + ", later page", ListedProducts.query(status, sort, Cursor.of(cursor)));
    }
}
