package io.waybill.query.graphql;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.Sku;
import io.waybill.query.customer.CustomerAnswer;
import io.waybill.query.customer.CustomerReader;
import io.waybill.query.ordersummary.OrderAnswer.Line;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.product.ListedProducts;
import io.waybill.query.product.ProductAnswer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Customers and products, each by itself or beside the orders that name them. */
@Controller
class Relations {
    private final CustomerReader customers;
    private final ListedProducts products;

    Relations(CustomerReader customers, ListedProducts products) {
        this.customers = customers;
        this.products = products;
    }

    @QueryMapping
    @Nullable
    CustomerAnswer customer(@Argument String id) {
        String asked = Parameters.read("id", id, CustomerId::of).value();
        return customers.find(List.of(asked)).stream().findFirst().orElse(null);
    }

    @QueryMapping
    @Nullable
    ProductAnswer product(@Argument String sku) {
        String asked = Parameters.read("sku", sku, Sku::of).value();
        return products.find(List.of(asked)).stream().findFirst().orElse(null);
    }

    /** A guest has none. */
    @BatchMapping(typeName = "Order", field = "customer")
    Map<OrderNode, CustomerAnswer> customersOf(List<OrderNode> orders) {
        List<String> ids = orders.stream()
                .map(OrderNode::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, CustomerAnswer> found = by(CustomerAnswer::customerId, customers.find(ids));
        return withEach(orders, order -> found.get(order.customerId()));
    }

    @BatchMapping(typeName = "OrderLine", field = "product")
    Map<Line, ProductAnswer> productsOf(List<Line> lines) {
        List<String> skus = lines.stream().map(Line::sku).distinct().toList();
        Map<String, ProductAnswer> found = by(ProductAnswer::sku, products.find(skus));
        return withEach(lines, line -> found.get(line.sku()));
    }

    private static <T> Map<String, T> by(Function<T, String> id, Collection<T> all) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <K, V> Map<K, V> withEach(List<K> keys, Function<K, @Nullable V> value) {
        Map<K, V> values = new HashMap<>();
        for (K key : keys) {
            V found = value.apply(key);
            if (found != null) {
                values.put(key, found);
            }
        }
        return values;
    }
}
