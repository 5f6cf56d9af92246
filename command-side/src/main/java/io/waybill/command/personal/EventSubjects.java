package io.waybill.command.personal;

import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.eventing.personal.Subjects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose data an event holds: its customer's, or for an order without one the order's own, so that a guest can be forgotten
 * too.
 */
@Component
class EventSubjects implements Subjects {
    private final JdbcClient jdbc;

    EventSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(Object message) {
        return Optional.ofNullable(
                        switch (message) {
                            case CustomerEvent customer -> DataSubject.of(customer.customerId());
                            case OrderPlaced placed ->
                                placed.customerId() == null
                                        ? DataSubject.of(placed.orderId())
                                        : DataSubject.of(placed.customerId());
                            case OrderEvent order -> ofOrder(order.orderId());
                            case ShipmentEvent shipment -> ofOrder(shipment.orderId());
                            default -> null;
                        })
                .map(DataSubject::value);
    }

    /** By the order's first event, which says it for ever and is never sealed there. */
    private DataSubject ofOrder(OrderId order) {
        return jdbc.sql("select payload ->> 'customerId' from event where aggregate_id = ? and sequence_number = 0")
                .param(order.toString())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(customer -> customer)
                .map(customer -> DataSubject.of(CustomerId.of(customer)))
                .orElseGet(() -> DataSubject.of(order));
    }
}
