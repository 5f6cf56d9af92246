package io.waybill.query.graphql;

import io.waybill.query.fulfilment.Amendment;
import io.waybill.query.fulfilment.Payment;
import io.waybill.query.fulfilment.Progress;
import io.waybill.query.fulfilment.Return;
import io.waybill.query.fulfilment.Shipment;
import io.waybill.query.ordersummary.OrderAnswer;
import io.waybill.query.ordersummary.OrderReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What a list does not have of an order. All of it for all orders of an answer is read at once. */
@Controller
@SchemaMapping(typeName = "Order")
class OrderParts {
    private final OrderReader reader;

    OrderParts(OrderReader reader, BatchLoaderRegistry loaders) {
        this.reader = reader;
        loaders.forTypePair(OrderNode.class, OrderAnswer.class)
                .registerMappedBatchLoader((orders, environment) -> Mono.fromCallable(() -> whole(orders)));
    }

    @SchemaMapping
    CompletableFuture<OrderAnswer.ShipTo> shipTo(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::shipTo);
    }

    @SchemaMapping
    CompletableFuture<List<OrderAnswer.Line>> lines(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::lines);
    }

    @SchemaMapping
    CompletableFuture<List<OrderAnswer.Rejection>> rejections(
            OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::rejections);
    }

    @SchemaMapping
    CompletableFuture<List<Amendment>> amendments(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::amendments);
    }

    @SchemaMapping
    CompletableFuture<List<Payment>> payments(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::payments);
    }

    @SchemaMapping
    CompletableFuture<List<Shipment>> shipments(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::shipments);
    }

    @SchemaMapping
    CompletableFuture<List<Return>> returns(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::returns);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Progress> fulfilment(OrderNode order, DataLoader<OrderNode, OrderAnswer> orders) {
        return part(order, orders, OrderAnswer::fulfilment);
    }

    // None for an order that a rebuild of the view has taken away since the list was read.
    private static <T extends @Nullable Object> CompletableFuture<T> part(
            OrderNode order, DataLoader<OrderNode, OrderAnswer> orders, Function<OrderAnswer, T> part) {
        return orders.load(order).thenApply(whole -> {
            if (whole == null) {
                throw OrderReader.missing();
            }
            return part.apply(whole);
        });
    }

    private Map<OrderNode, OrderAnswer> whole(Set<OrderNode> orders) {
        List<UUID> unread = orders.stream()
                .filter(order -> order.whole() == null)
                .map(OrderNode::orderId)
                .toList();
        Map<UUID, OrderAnswer> read = unread.isEmpty()
                ? Map.of()
                : reader.find(unread).stream().collect(Collectors.toMap(OrderAnswer::orderId, Function.identity()));
        Map<OrderNode, OrderAnswer> found = new HashMap<>();
        for (OrderNode order : orders) {
            OrderAnswer known = order.whole();
            OrderAnswer whole = known == null ? read.get(order.orderId()) : known;
            if (whole != null) {
                found.put(order, whole);
            }
        }
        return found;
    }
}
