package io.waybill.query.graphql;

import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnection;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import io.waybill.query.ordersummary.ListedOrders;
import io.waybill.query.ordersummary.ListedOrders.Filter;
import io.waybill.query.ordersummary.OrderPage.Item;
import io.waybill.query.ordersummary.OrderReader;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.KeysetQuery.Placed;
import io.waybill.query.parameter.KeysetQuery.Slice;
import io.waybill.query.parameter.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** One order, and lists of orders. */
@Controller
class OrderQueries {
    static final int MOST = 100;
    private static final int LONGEST_COUNTRY = 100;
    private static final Filter ALL = new Filter(null, null, null, null, null);

    private final OrderReader reader;
    private final ListedOrders listed;

    OrderQueries(OrderReader reader, ListedOrders listed) {
        this.reader = reader;
        this.listed = listed;
    }

    /** As they are called in cursors, too. */
    enum OrderSort {
        ORDERED_AT("orderedAt"),
        ORDERED_AT_DESC("-orderedAt"),
        PLACED_AT("placedAt"),
        PLACED_AT_DESC("-placedAt");

        private final String key;

        OrderSort(String key) {
            this.key = key;
        }
    }

    @QueryMapping
    @Nullable
    OrderNode order(@Argument String id) {
        return reader.find(List.of(Arguments.uuid("id", id))).stream()
                .map(OrderNode::of)
                .findFirst()
                .orElse(null);
    }

    @QueryMapping
    Connection<OrderNode> orders(
            @Argument int first,
            @Argument @Nullable String after,
            @Argument @Nullable Filter filter,
            @Argument @Nullable OrderSort sort) {
        Filter asked = checked(filter == null ? ALL : filter);
        Slice<Placed<Item>> page = listed.placed(
                asked,
                sort == null ? null : sort.key,
                Arguments.count("first", first, MOST),
                Arguments.text(Cursor.PARAMETER, after, Cursor.MAX_LENGTH));
        return connection(page, after != null);
    }

    private static Filter checked(Filter filter) {
        Arguments.id("customer", filter.customer());
        Arguments.text("country", filter.country(), LONGEST_COUNTRY);
        Parameters.checkPeriod("placedFrom", filter.placedFrom(), "placedTo", filter.placedTo());
        return filter;
    }

    private static Connection<OrderNode> connection(Slice<Placed<Item>> page, boolean hasPrevious) {
        List<Edge<OrderNode>> edges = page.items().stream()
                .<Edge<OrderNode>>map(order ->
                        new DefaultEdge<>(OrderNode.of(order.row()), new DefaultConnectionCursor(order.cursor())))
                .toList();
        ConnectionCursor begin = edges.isEmpty() ? null : edges.getFirst().getCursor();
        ConnectionCursor end = edges.isEmpty() ? null : edges.getLast().getCursor();
        return new DefaultConnection<>(edges, new DefaultPageInfo(begin, end, hasPrevious, page.next() != null));
    }
}
