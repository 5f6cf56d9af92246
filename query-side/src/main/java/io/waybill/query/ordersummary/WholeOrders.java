package io.waybill.query.ordersummary;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Single orders. */
interface WholeOrders extends Repository<WholeOrder, UUID> {
    /** A query of its own: Hibernate's find by id answers "none" when the connection breaks under it. */
    Optional<WholeOrder> findByOrderId(UUID orderId);
}
