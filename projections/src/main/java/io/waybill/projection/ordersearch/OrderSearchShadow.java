package io.waybill.projection.ordersearch;

import io.waybill.projection.view.Shadow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents as they should be, in a temporary table. What the index may hold beyond its position is kept version by
 * version, because any of them may be the one that it has.
 */
final class OrderSearchShadow implements Shadow, OrderDocuments {
    private static final JsonMapper JSON = new JsonMapper();

    private final OrderSearchView view;
    private final JdbcClient jdbc;
    private final OrderSearchWriter writer = new OrderSearchWriter(this);
    private boolean settled = true;

    OrderSearchShadow(OrderSearchView view, JdbcClient jdbc) {
        this.view = view;
        this.jdbc = jdbc;
    }

    @Override
    public void create() {
        jdbc.sql("""
                        create temporary table ordersearch_copy (order_id text, version bigint, hash bigint,
                                                                 document text, settled boolean,
                                                                 written bigint generated always as identity,
                                                                 primary key (order_id, version, hash))
                        """).update();
    }

    @Override
    public Object writer() {
        return writer;
    }

    @Override
    public void readView(Rows rows) {
        view.forEach(rows);
    }

    @Override
    public boolean mayRunAhead() {
        return true;
    }

    @Override
    public void nowAhead() {
        settled = false;
    }

    @Override
    public String contents() {
        return """
                (select distinct on (order_id) order_id as key, hash, settled from ordersearch_copy
                  where settled order by order_id, written desc)
                union all
                select order_id, hash, settled from ordersearch_copy where not settled""";
    }

    @Override
    public void ensure() {
        // create() has made the table.
    }

    @Override
    public Map<String, OrderDocument> find(List<String> ids) {
        Map<String, OrderDocument> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select order_id, document from ordersearch_copy where order_id in (:ids) order by written")
                    .param("ids", ids)
                    .query(row -> {
                        found.put(row.getString(1), JSON.readValue(row.getString(2), OrderDocument.class));
                    });
        }
        return found;
    }

    @Override
    public void write(List<OrderDocument> documents) {
        documents.forEach(this::write);
    }

    @Override
    public void erase(Set<String> customers) {
        List<String> theirs = jdbc.sql("select distinct order_id from ordersearch_copy"
                        + " where document::json ->> 'customerId' in (:customers)")
                .param("customers", customers)
                .query(String.class)
                .list();
        find(theirs).values().stream()
                .filter(document -> document.name() != null)
                .map(OrderDocument::withoutPerson)
                .forEach(this::write);
    }

    private void write(OrderDocument document) {
        jdbc.sql("insert into ordersearch_copy (order_id, version, hash, document, settled)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        document.orderId(),
                        document.version(),
                        OrderSearchView.hash(document),
                        JSON.writeValueAsString(document),
                        settled)
                .update();
    }
}
