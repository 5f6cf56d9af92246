package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.OrderStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All orders, newest first, by a key that never changes, so that pages neither repeat nor skip what stays. */
@Transactional(propagation = Propagation.SUPPORTS) // One statement needs no transaction around it.
interface ListedOrders extends Repository<ListedOrder, UUID>, JpaSpecificationExecutor<ListedOrder> {
    Sort NEWEST_FIRST = Sort.by("orderedAt", "orderId").descending();

    /** @param after the last order of the page before; null for the first page */
    default Window<ListedOrder> page(
            @Nullable OrderStatus status, @Nullable String customer, int limit, @Nullable Place after) {
        Specification<ListedOrder> filter = Specification.allOf(
                equalTo("status", status), equalTo("customerId", customer), from(after == null ? null : after.at()));
        return findBy(
                filter,
                orders -> orders.sortBy(NEWEST_FIRST)
                        .limit(limit)
                        .scroll(after == null ? ScrollPosition.keyset() : after.position()));
    }

    private static Specification<ListedOrder> equalTo(String attribute, @Nullable Object value) {
        return value == null
                ? Specification.unrestricted()
                : (order, query, builder) -> builder.equal(order.get(attribute), value);
    }

    // The scroll's own condition is an "or", for which PostgreSQL would read the index from its beginning each time.
    private static Specification<ListedOrder> from(@Nullable Instant at) {
        return at == null
                ? Specification.unrestricted()
                : (order, query, builder) -> builder.lessThanOrEqualTo(order.get("orderedAt"), at);
    }

    /** An order's place in the list. */
    record Place(Instant at, UUID orderId) {
        ScrollPosition position() {
            return ScrollPosition.forward(Map.of("orderedAt", at, "orderId", orderId));
        }
    }
}
