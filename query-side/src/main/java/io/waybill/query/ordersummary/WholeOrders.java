package io.waybill.query.ordersummary;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Single orders. */
interface WholeOrders extends Repository<WholeOrder, UUID> {
    Optional<WholeOrder> findById(UUID orderId);
}
