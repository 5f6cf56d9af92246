package io.waybill.query.ordersummary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders by their ids. Each is one statement, which needs no transaction around it and no way to the database to end one. */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
interface WholeOrders extends Repository<WholeOrder, UUID> {
    /** A query of its own: Hibernate's find by id answers "none" when the connection breaks under it. */
    Optional<WholeOrder> findByOrderId(UUID orderId);

    List<WholeOrder> findByOrderIdIn(Collection<UUID> orderIds);
}
