package io.waybill.query.fulfilment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that has to do with one order, each list in the order in which it began. Its parts are of one moment of the view, and
 * still each of its own: a shipment may be there whose order is not yet seen as confirmed.
 */
public record Life(
        OrderFacts order, List<Stock> stock, List<Payment> payments, List<Shipment> shipments, List<Return> returns) {
    public Life {
        stock = List.copyOf(stock);
        payments = List.copyOf(payments);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
    }

    public List<Amendment> amendments() {
        return order.amendments();
    }

    /** Of the order's own last event that this view has seen. */
    public long version() {
        return order.version();
    }

    Optional<Payment> payment(UUID id) {
        return payments.stream()
                .filter(payment -> payment.paymentId().equals(id))
                .findFirst();
    }
}
