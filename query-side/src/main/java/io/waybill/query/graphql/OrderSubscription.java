package io.waybill.query.graphql;

import io.waybill.query.ordersummary.FollowedOrders;
import java.io.IOException;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Follows one order, as {@code GET /orders/{id}/stream} does, in the parts that are asked for. */
@Controller
class OrderSubscription {
    private final FollowedOrders orders;

    OrderSubscription(FollowedOrders orders) {
        this.orders = orders;
    }

    /** A client that is slow is told the latest state only. */
    @SubscriptionMapping
    Flux<OrderNode> order(@Argument String id) {
        return Flux.create(
                client -> {
                    Thread follower = Thread.ofVirtual().name("order-follower").start(() -> follow(id, client));
                    client.onDispose(follower::interrupt);
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private void follow(String id, FluxSink<OrderNode> client) {
        try {
            orders.follow(Arguments.uuid("id", id), null, (tag, order) -> client.next(OrderNode.of(order)));
            client.complete();
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            client.complete();
        } catch (IOException | RuntimeException failed) {
            client.error(failed);
        }
    }
}
